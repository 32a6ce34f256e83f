import type { Translate } from '@cmto/core/i18n/translate';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { OutgoingKind, OutgoingMessage } from './message-entry.ts';

/** What asking needs of the panel around it. */
export interface AskPanel {
  readonly t: Translate;
  send(message: OutgoingMessage): Promise<void>;
}

/** What is asked before it is done. */
export interface Ask {
  readonly kind: Exclude<OutgoingKind, 'addition'>;
  /** Beginning of the keys of its words: what it is, `-ask`, `-yes`. */
  readonly words: string;
  /** Key of the question why, and of what is said where it must be answered and was not. */
  readonly why: string;
  readonly missing?: string;
}

/** Closes what a button is in. */
export const closeDetails = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof Element) currentTarget.closest('details')?.removeAttribute('open');
};

/** Asked in place before it is done: a dialog of the browser would be blocked inside a frame. */
export const renderAsk = ({ t, send }: AskPanel, { kind, words, why, missing }: Ask): TemplateResult => {
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const box = form.querySelector('textarea')!;
    const text = box.value.trim();
    const isMissing = missing !== undefined && text === '';
    box.setAttribute('aria-invalid', String(isMissing));
    form.querySelector('.error')?.toggleAttribute('hidden', !isMissing);
    if (isMissing) return box.focus();
    closeDetails(event);
    void send({ kind, text: text || undefined });
  };
  return html`<details>
    <summary>${t(words)}</summary>
    <form novalidate @submit=${submit}>
      <p>${t(`${words}-ask`)}</p>
      <label class="label" for=${kind}>${t(why)}</label>
      <textarea
        id=${kind}
        rows="3"
        maxlength="10000"
        ?required=${missing !== undefined}
        aria-describedby=${missing === undefined ? nothing : `${kind}-error`}
      ></textarea>
      ${missing === undefined ? nothing : html`<p class="error" id="${kind}-error" hidden>${t(missing)}</p>`}
      <div class="actions">
        <button type="submit" class="button outline">${t(`${words}-yes`)}</button>
        <button type="button" class="button plain" @click=${closeDetails}>${t('request.no')}</button>
      </div>
    </form>
  </details>`;
};
