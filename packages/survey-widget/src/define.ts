import { define } from '@cmto/core/define';
import { CmtoSurvey } from './survey-element.ts';

define('cmto-survey', CmtoSurvey);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-survey': CmtoSurvey;
  }
}
