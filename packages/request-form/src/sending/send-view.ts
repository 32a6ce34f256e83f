import type { RequestStatus, SentMessageKind } from '@cmto/contract';
import { renderHeading } from '@cmto/core/element/heading';
import { formatMoment, formatTime } from '@cmto/core/i18n/dates';
import type { Entry } from '@cmto/core/storage/entry';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ConfirmController } from '../confirm/confirm-controller.ts';
import { renderConfirm } from '../confirm/confirm-view.ts';
import { maySend } from '../model/may-send.ts';
import type { Panel } from '../views/panel.ts';
import type { AdditionDraft, AdditionNews } from './addition-draft.ts';
import type { AdditionForm } from './addition-form.ts';
import type { OutgoingMessage } from './messages-controller.ts';

/** What a person can send to the request that is open. */
export interface SendPanel extends Panel {
  readonly waiting: readonly Entry[];
  readonly isDurable: boolean;
  /** Undefined until the code of its fields is here. */
  readonly addition: AdditionForm | undefined;
  /** One is being sent: another press is not another one. */
  readonly isAdding: boolean;
  readonly filesMissing: boolean;
  readonly draftNews: AdditionNews | undefined;
  /** The code of an e-mail: it goes out at once or not at all, so it never waits here. */
  readonly confirm: ConfirmController | undefined;
  add(): Promise<void>;
  deleteDraft(): Promise<void>;
  send(message: OutgoingMessage): Promise<void>;
  again(): Promise<void>;
  discard(entry: Entry): Promise<void>;
}

const closeDetails = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof Element) currentTarget.closest('details')?.removeAttribute('open');
};

/** Whether a message of this kind is on its way: another press is not another one. */
const isWaiting = ({ waiting }: SendPanel, kind: SentMessageKind): boolean =>
  waiting.some(({ message, state }) => state === 'queued' && message?.kind === kind);

/** Where it is now, in words that are true. Not a live region: saving happens at every letter. */
const renderDraftLine = ({ t, language, draftNews }: SendPanel, draft: AdditionDraft): unknown => {
  const { saveState, resumedFrom, isKept } = draft;
  const news = draftNews ? html`<p class="warning">${t(`request.draft-${draftNews}`)}</p>` : nothing;
  if (saveState?.status === 'failed')
    return html`${news}
      <p class="warning">${t('request.draft-unsaved')}</p>`;
  if (!isKept)
    return html`${news}
      <p class="warning">${t('request.draft-nowhere')}</p>`;
  if (saveState?.status === 'saved')
    return html`${news}
      <p class="saved">${t('request.draft-saved', { time: formatTime(saveState.at, language) })}</p>`;
  if (resumedFrom === undefined) return news;
  return html`${news}
    <p class="saved">${t('request.draft-resumed', { when: formatMoment(resumedFrom, language) })}</p>`;
};

/** Asked once more, in place. */
const renderDeleteDraft = ({ t, deleteDraft }: SendPanel): TemplateResult => html`
  <details class="delete">
    <summary>${t('request.draft-delete')}</summary>
    <p>${t('request.draft-delete-ask')}</p>
    <p class="actions">
      <button type="button" class="button outline" @click=${() => void deleteDraft()}>
        ${t('request.draft-delete-yes')}
      </button>
      <button type="button" class="button plain" @click=${closeDetails}>${t('request.draft-delete-no')}</button>
    </p>
  </details>
`;

/** Text and files, for what was asked for or for what came to mind later. */
export const renderAddition = (panel: SendPanel): TemplateResult | typeof nothing => {
  const { t, addition } = panel;
  if (!addition) return html`<p class="loading">${t('request.loading')}</p>`;
  const hear = (event: Event): void => addition.session.readFrom(event);
  const submit = (event: Event): void => {
    event.preventDefault();
    void panel.add();
  };
  return html`<form novalidate @input=${hear} @change=${hear} @submit=${submit}>
      ${addition.session.container(addition.page, addition.page.fields.length)}
      ${panel.filesMissing ? html`<p class="warning">${t('request.no-files')}</p>` : nothing}
      ${renderDraftLine(panel, addition.draft)}
      <div class="actions">
        <button type="submit" class="button" aria-disabled=${String(panel.isAdding)}>
          ${t(panel.isAdding ? 'request.sending' : 'request.add-send')}
        </button>
      </div>
    </form>
    ${addition.draft.isBlank ? nothing : renderDeleteDraft(panel)}`;
};

/** The same, for what nobody has asked for: out of the way until it is wanted. */
export const renderMore = (panel: SendPanel): TemplateResult =>
  html`<details ?open=${panel.addition?.draft.resumedFrom !== undefined}>
    <summary>${panel.t('request.add')}</summary>
    ${renderAddition(panel)}
  </details>`;

/** The box for the code that came by e-mail, until it was right. */
export const renderConfirmHere = ({ confirm, t, level }: SendPanel, { state }: RequestStatus): unknown =>
  confirm && maySend('confirm', state) && !confirm.isDone ? renderConfirm(confirm, t, level + 2) : nothing;

/** Asked in place before it is done: a dialog of the browser would be blocked inside a frame. */
const renderAsk = (panel: SendPanel, kind: 'withdrawal' | 'erasure', words: string): TemplateResult => {
  const { t } = panel;
  const submit = (event: Event): void => {
    event.preventDefault();
    closeDetails(event);
    const text = (event.currentTarget as HTMLFormElement).querySelector('textarea')!.value.trim();
    void panel.send({ kind, text: text || undefined });
  };
  return html`<details>
    <summary>${t(`request.${words}`)}</summary>
    <form novalidate @submit=${submit}>
      <p>${t(`request.${words}-ask`)}</p>
      <label class="label" for=${words}>${t('request.withdraw-why')}</label>
      <textarea id=${words} rows="3" maxlength="10000"></textarea>
      <div class="actions">
        <button type="submit" class="button outline">${t(`request.${words}-yes`)}</button>
        <button type="button" class="button plain" @click=${closeDetails}>${t('request.no')}</button>
      </div>
    </form>
  </details>`;
};

/** Withdrawing, and asking for erasure: set apart, for they cannot be taken back. */
export const renderLeaving = (panel: SendPanel, { state }: RequestStatus): TemplateResult => html`
  ${
    maySend('withdrawal', state) && !isWaiting(panel, 'withdrawal')
      ? renderAsk(panel, 'withdrawal', 'withdraw')
      : nothing
  }
  ${isWaiting(panel, 'erasure') ? nothing : renderAsk(panel, 'erasure', 'erase')}
`;

const renderWaitingEntry = (panel: SendPanel, entry: Entry): TemplateResult => {
  const { t } = panel;
  const { message, problem, attachments } = entry;
  const isRefused = entry.state === 'attention';
  return html`<li>
    <p><strong>${t(`request.kind-${message!.kind}`)}</strong></p>
    ${isRefused ? html`<p class="error">${t(`problem.${problem?.code ?? ''}`)}</p>` : nothing}
    ${isRefused && message!.text ? html`<p>${t('request.refused')}</p>` : nothing}
    ${message!.text ? html`<p class="lines" dir="auto">${message!.text}</p>` : nothing}
    ${attachments.map(({ name }) => html`<p><bdi>${name}</bdi></p>`)}
    <button type="button" class="button plain" @click=${() => void panel.discard(entry)}>
      ${t('request.waiting-discard')}
    </button>
  </li>`;
};

/** What has not left the device, in words that are true, and what can be done about it. */
export const renderWaiting = (panel: SendPanel): unknown => {
  const { t, waiting } = panel;
  if (waiting.length === 0) return nothing;
  return html`<div class="box queued" part="waiting">
    ${renderHeading(panel.level + 2, t('request.waiting'))}
    <p>${t(panel.isDurable ? 'request.waiting-kept' : 'request.waiting-memory')}</p>
    <ul class="here">
      ${waiting.map((entry) => renderWaitingEntry(panel, entry))}
    </ul>
    <p class="actions">
      <button type="button" class="button" @click=${() => void panel.again()}>${t('request.waiting-now')}</button>
    </p>
  </div>`;
};
