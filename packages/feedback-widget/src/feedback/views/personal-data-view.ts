import type { PersonalData } from '@cmto/contract/rules/personal-data';
import type { Translate } from '@cmto/core/i18n/translate';
import { html, nothing, type TemplateResult } from 'lit-html';

/** Personal data in a text, pointed out to whoever has written it. */
export const renderPersonalData = (
  found: readonly { readonly kind: PersonalData['kind']; readonly words: string }[],
  t: Translate,
): TemplateResult | typeof nothing =>
  found.length === 0
    ? nothing
    : html`<div class="notice personal" tabindex="-1" role="group" aria-labelledby="personal">
        <p id="personal"><strong>${t('feedback.personal', { n: found.length })}</strong></p>
        <ul>
          ${found.map(({ kind, words }) => html`<li>${t(`feedback.personal-${kind}`)}: <bdi>${words}</bdi></li>`)}
        </ul>
        <p>${t('feedback.personal-help')}</p>
      </div>`;
