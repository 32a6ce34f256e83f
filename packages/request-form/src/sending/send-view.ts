import type { RequestStatus } from '@cmto/contract';
import { formatMoment, formatTime } from '@cmto/core/i18n/dates';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ConfirmController } from '../confirm/confirm-controller.ts';
import { renderConfirm } from '../confirm/confirm-view.ts';
import { maySend } from '../model/may-send.ts';
import type { AdditionDraft, AdditionNews } from './addition-draft.ts';
import type { AdditionForm } from './addition-form.ts';
import { closeDetails, renderAsk, type AskPanel } from './ask-view.ts';
import { isWaiting, type WaitingPanel } from './waiting-view.ts';

/** What a person can send to the request that is open. */
export interface SendPanel extends AskPanel, WaitingPanel {
  /** Undefined until the code of its fields is here. */
  readonly addition: AdditionForm | undefined;
  /** One is being sent: another press is not another one. */
  readonly isAdding: boolean;
  /** It is being handed over as it stands: what is typed now would be in nothing that is sent. */
  readonly isHandingOver: boolean;
  readonly filesMissing: boolean;
  readonly draftNews: AdditionNews | undefined;
  /** The code of an e-mail: it goes out at once or not at all, so it never waits here. */
  readonly confirm: ConfirmController | undefined;
  add(): Promise<void>;
  deleteDraft(): Promise<void>;
}

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
      <div ?inert=${panel.isHandingOver}>${addition.session.container(addition.page, addition.page.fields.length)}</div>
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

/** The same, for what nobody has asked for: out of the way until it is wanted, or something is written there. */
export const renderMore = (panel: SendPanel): TemplateResult =>
  html`<details ?open=${panel.addition?.draft.isBlank === false}>
    <summary>${panel.t('request.add')}</summary>
    ${renderAddition(panel)}
  </details>`;

/** The box for the code that came by e-mail, until it was right. */
export const renderConfirmHere = ({ confirm, t, level }: SendPanel, { state }: RequestStatus): unknown =>
  confirm && maySend('confirm', state) && !confirm.isDone ? renderConfirm(confirm, t, level + 2) : nothing;

/** Withdrawing, and asking for erasure: set apart, for they cannot be taken back. */
export const renderLeaving = (panel: SendPanel, { state }: RequestStatus): TemplateResult => html`
  ${
    maySend('withdrawal', state) && !isWaiting(panel, 'withdrawal')
      ? renderAsk(panel, { kind: 'withdrawal', words: 'request.withdraw', why: 'request.withdraw-why' })
      : nothing
  }
  ${
    isWaiting(panel, 'erasure')
      ? nothing
      : renderAsk(panel, { kind: 'erasure', words: 'request.erase', why: 'request.withdraw-why' })
  }
`;
