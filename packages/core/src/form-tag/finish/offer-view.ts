import { html, nothing, type TemplateResult } from 'lit-html';
import { answersAsText } from './answers-as-text.ts';
import type { Finish } from './finish.ts';
import { receiptAddress } from './receipt-link.ts';

const renderContent = (finish: Finish): unknown => {
  const { offer, survey } = finish;
  if (offer!.what === 'copy')
    return html`<textarea readonly rows="8" aria-labelledby="offer" .value=${answersAsText(finish)}></textarea>`;
  const { phase } = survey;
  return phase.name === 'submitted'
    ? html`<p><code>${receiptAddress(phase.receipt, survey.language.code)}</code></p>`
    : nothing;
};

/** What a frame may not be allowed to save, print or open, to be selected and copied. */
export const renderOffer = (finish: Finish): TemplateResult | typeof nothing => {
  const { offer, survey } = finish;
  if (!offer || offer.phase !== survey.phase) return nothing;
  return html`<div class="notice" part="notice">
    <p id="offer">${survey.language.t(`form.${offer.what}-here`)}</p>
    ${renderContent(finish)}
  </div>`;
};
