import type { Contribution } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type AgreementPhase, mayAgree } from '../model/agreement-phase.ts';
import type { PublishedController } from '../published-controller.ts';
import { wordsOf } from './panel.ts';

const labelOf = (phase: AgreementPhase): string => {
  if (phase === 'sending') return 'published.agreeing';
  return phase === 'counted' || phase === 'waiting' ? 'published.agreed' : 'published.agree';
};

/** What has to be read beside the button, and not only heard once. */
const noteOf = (phase: AgreementPhase, isDurable: boolean): string | undefined => {
  if (phase === 'waiting') return isDurable ? 'published.agree-waiting' : 'published.agree-waiting-memory';
  return phase === 'gone' || phase === 'failed' ? `published.agree-${phase}` : undefined;
};

/** "I agree": it stays where it is when it is pressed, so that who presses it by keyboard stays there, too. */
export const renderAgree = (published: PublishedController, { id, agreements }: Contribution): TemplateResult => {
  const { t } = wordsOf(published);
  const phase = published.agreements.phaseOf(id);
  const note = noteOf(phase, published.agreements.isDurable);
  return html`<div class="agree">
    <button
      type="button"
      class="button outline"
      id="agree-${id}"
      aria-labelledby="agree-${id} title-${id}"
      aria-describedby="agreements-${id}"
      aria-disabled=${String(!mayAgree(phase))}
      @click=${() => void published.agree(id)}
    >
      ${t(labelOf(phase))}
    </button>
    <span id="agreements-${id}">${t('published.agreements', { n: agreements })}</span>
    ${note === undefined ? nothing : html`<p class="warning">${t(note)}</p>`}
  </div>`;
};

/** What is counted, and what of it this device keeps. */
export const renderAgreeNote = (published: PublishedController): TemplateResult => {
  const { t } = wordsOf(published);
  const { isKept, isDurable } = published.agreements;
  return html`<p class="help">${t('published.agree-help')}</p>
    ${
      isKept && isDurable
        ? html`<p class="help">${t('published.kept')}</p>
            <p>
              <button type="button" class="button plain" @click=${() => void published.forgetAgreements()}>
                ${t('published.forget')}
              </button>
            </p>`
        : nothing
    }`;
};
