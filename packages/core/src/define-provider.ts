import { CmtoProvider } from './context/provider-element.ts';
import { define } from './define.ts';

define('cmto-provider', CmtoProvider);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-provider': CmtoProvider;
  }
}
