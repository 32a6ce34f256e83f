// The chain every embed of this kind has: loader, then element and definition side by side.
import type { LitSurvey } from './lit-survey.ts';

// The address is a value, so that the bundler adds none of its preloading code.
const address = './lit-element.js';
const element = import(/* @vite-ignore */ address);
for (const host of document.querySelectorAll<LitSurvey>('lit-survey')) {
  const definition = fetch(`/api/v1/surveys/${host.getAttribute('slug')}`).then((response) => response.json());
  void Promise.all([definition, element]).then(([survey]) => (host.survey = survey));
}
