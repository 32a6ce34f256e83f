import { html, type TemplateResult } from 'lit-html';
import type { Finish } from './finish.ts';

/** Those that nearly every survey has: a browser's names of languages are slow to start. */
const names = new Map([
  ['it', 'italiano'],
  ['en', 'English'],
  ['fr', 'français'],
]);

const nativeName = (language: string): string =>
  names.get(language) ?? new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** The survey's languages by their own names; answers stay when another is chosen. */
export const renderLanguages = ({ survey }: Finish): TemplateResult => {
  const { language } = survey;
  return html`
    <div role="group" aria-label=${language.t('form.languages')}>
      ${survey.survey!.languages.map(
        (tag) =>
          html`<button
            type="button"
            class="language"
            lang=${tag}
            aria-pressed=${tag === language.code ? 'true' : 'false'}
            @click=${() => void language.choose(tag)}
          >
            ${nativeName(tag)}
          </button>`,
      )}
    </div>
  `;
};
