import { define } from './define.ts';
import { CmtoKept } from './kept/kept-element.ts';

define('cmto-kept', CmtoKept);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-kept': CmtoKept;
  }
}
