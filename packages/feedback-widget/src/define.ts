import { define } from '@cmto/core/define';
import { CmtoFeedback } from './feedback/feedback-element.ts';
import { CmtoRating } from './rating/rating-element.ts';

define('cmto-feedback', CmtoFeedback);
define('cmto-rating', CmtoRating);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-feedback': CmtoFeedback;
    'cmto-rating': CmtoRating;
  }
}
