import { html, nothing } from 'lit-html';
import { stepBefore } from '../model/progress.ts';
import type { Finish } from './finish.ts';

/** The way back, on every step but the first. */
export const renderBack = (finish: Finish): unknown => {
  const { language, phase, session } = finish.survey;
  return phase.name === 'ready' && stepBefore(session!.state.pages, phase.step)
    ? html`<button type="button" class="button outline" @click=${() => finish.back()}>
        ${language.t('form.back')}
      </button>`
    : nothing;
};
