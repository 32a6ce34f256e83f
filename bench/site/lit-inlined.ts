import type { Survey } from '@cmto/contract/schemas';
import { LitSurvey } from './lit-survey.ts';

// One JSON array in the page holds the definitions, in the order of the elements.
const surveys = JSON.parse(document.querySelector('#definitions')!.textContent!) as Survey[];
customElements.define('lit-survey', LitSurvey);
document.querySelectorAll<LitSurvey>('lit-survey').forEach((element, index) => (element.survey = surveys[index]));
