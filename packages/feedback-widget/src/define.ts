import { define } from '@cmto/core/define';
import { CmtoRating } from './rating/rating-element.ts';

define('cmto-rating', CmtoRating);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-rating': CmtoRating;
  }
}
