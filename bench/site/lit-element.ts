import { LitSurvey } from './lit-survey.ts';

/** Registers the element; what the loader of the chain calls once the definition is there is the property. */
customElements.define('lit-survey', LitSurvey);
