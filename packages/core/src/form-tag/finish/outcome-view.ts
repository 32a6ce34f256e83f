import type { Attachment, Receipt } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FormPhase } from '../model/phase.ts';
import type { FormController } from '../form-controller.ts';
import { renderHeading } from '../../element/heading.ts';
import type { Outline } from '../views/tag-view.ts';
import { formatDay, formatTime } from '../../i18n/dates.ts';
import { formatInstant } from './when.ts';
import { downloadAnswers } from './download.ts';
import { renderDelete, renderTrouble } from './draft-view.ts';
import type { Finish } from './finish.ts';
import { offerHere } from './offer-here.ts';
import { correct, sendAgain, sendAsNew } from './outcome.ts';
import { printReceipt } from './print-receipt.ts';
import { renderReceiptLink } from './receipt-link.ts';

const copyCode = async (survey: FormController, code: string): Promise<void> => {
  try {
    await (await survey.services!.platform.device()).copy(code);
    survey.announce(survey.language.t('form.copied'));
  } catch {
    survey.announce(survey.language.t('form.copy-failed'));
  }
};

/** How far the file is that is on its way. */
const renderProgress = ({ submission: { sending } }: Finish, files: readonly Attachment[]): TemplateResult[] =>
  files
    .filter(({ sha256 }) => sha256 === sending.progress?.sha256)
    .map(
      ({ name, size }) =>
        html`<p>
          <label>${name} <progress max=${size || 1} value=${sending.progress?.offset || nothing}></progress></label>
        </p>`,
    );

/**
 * Files take their time, and so do others before this: the person is told how many there are, and whether the page may
 * be closed meanwhile.
 */
const renderSending = (finish: Finish): TemplateResult => {
  const { survey, drafts, submission: sent } = finish;
  const { t } = survey.language;
  const { id = '', state, submission, uploaded = [] } = drafts.entry ?? {};
  const { outbox } = sent.sending;
  const isInLine = outbox?.isInLine(id);
  const files = submission?.attachments?.filter(({ sha256 }) => !uploaded.includes(sha256)) ?? [];
  return html`
    <p class="loading">${t(isInLine ? 'form.in-line' : 'form.sending')}</p>
    ${
      state === 'queued' && files.length > 0
        ? html`<p>${t('form.sending-files', { n: files.length })}</p>
            ${renderProgress(finish, files)}`
        : nothing
    }
    ${
      state === 'queued' && (isInLine || files.length > 0)
        ? html`<p>${t(outbox?.isDurable ? 'form.sending-leave' : 'form.sending-stay')}</p>`
        : nothing
    }
  `;
};

const renderQueued = (finish: Finish, durable: boolean, outline: Outline): TemplateResult => {
  const { t } = finish.survey.language;
  const key = durable ? 'form.queued' : 'form.queued-memory';
  // Not tried yet, nobody has failed to answer: this device may be slow to say what there is to send.
  const inVain = finish.drafts.entry?.attempts ? t('form.no-answer') : '';
  return html`
    <div class="outcome queued">
      ${renderHeading(outline.level + 1, t(key), { target: true })}
      ${finish.submission.sending.progress ? renderSending(finish) : html`<p>${inVain} ${t(`${key}-help`)}</p>`}
      ${
        finish.submission.sending.triedAt
          ? html`<p role="status">
              ${t('form.still-queued', { time: formatTime(finish.submission.sending.triedAt, finish.survey.language.code) })}
            </p>`
          : nothing
      }
      <div class="actions">
        <button type="button" class="button" @click=${() => void sendAgain(finish)}>${t('form.send-now')}</button>
        <button type="button" class="button outline" @click=${() => downloadAnswers(finish)}>
          ${t('form.save-copy')}
        </button>
      </div>
    </div>
  `;
};

/** As the receipt's own page groups it: whoever compares the two reads the same. */
const codeGroups = (code: string): string[] => code.match(/.{5}(?=.{5})|.+/g) ?? [];

const renderReceived = (survey: FormController, receipt: Receipt): TemplateResult => {
  const { t, code } = survey.language;
  return html`
    <p>
      ${
        survey.survey?.attribution === 'anonymous'
          ? t('form.received-on', { day: formatDay(Date.parse(receipt.receivedAt), code) })
          : t('form.received-at', { when: formatInstant(receipt.receivedAt, code, t) })
      }
      ${receipt.flags?.includes('late') ? t('form.late') : nothing}
    </p>
  `;
};

const renderSubmitted = (finish: Finish, receipt: Receipt, outline: Outline): TemplateResult => {
  const { survey } = finish;
  const { t } = survey.language;
  const definition = survey.survey!;
  const text = survey.language.text(definition, survey.session?.state);
  return html`
    <div class="outcome receipt" part="receipt">
      ${renderHeading(outline.level + 1, t('form.submitted'), { target: true })}
      ${definition.thanks ? text.rich(definition.thanks) : nothing} ${renderReceived(survey, receipt)}
      <dl class="code">
        <dt>${t('form.code')}</dt>
        <dd><code>${codeGroups(receipt.receiptCode).map((group) => html`<span>${group}</span>`)}</code></dd>
      </dl>
      <p class="help">${t('form.code-help')}</p>
      ${finish.late.renderReceipt?.(finish, receipt, outline)}
      <div class="actions">
        <button
          type="button"
          class="button ${finish.late.asks?.(receipt) ? 'outline' : ''}"
          @click=${() => void copyCode(survey, receipt.receiptCode)}
        >
          ${t('form.copy')}
        </button>
        ${
          survey.session
            ? html`<button type="button" class="button outline" @click=${() => downloadAnswers(finish)}>
                ${t('form.download')}
              </button>`
            : nothing
        }
        <button type="button" class="button outline" @click=${() => printReceipt(finish, receipt)}>
          ${t('form.print')}
        </button>
        <span @click=${() => offerHere(finish, 'receipt', 'allow-popups')}
          >${renderReceiptLink(survey.language, receipt, 'button plain')}</span
        >
        <button type="button" class="button plain" @click=${() => void finish.startAnew()}>
          ${t('form.answer-again')}
        </button>
      </div>
    </div>
  `;
};

/** Refusals after which the same answer can be sent under a new key, and those after which nothing can be sent. */
const spent = new Set(['idempotency.mismatch', 'submission.erased']);
const over = /^(survey|consultation)\.(closed|not-open)$/;

const renderAttention = (
  finish: Finish,
  { code, durable }: { readonly code: string; readonly durable: boolean },
  outline: Outline,
): TemplateResult => {
  const { t } = finish.survey.language;
  const [words, act] = spent.has(code)
    ? (['form.send-as-new', sendAsNew] as const)
    : (['form.correct', correct] as const);
  return html`
    <div class="outcome attention">
      ${renderHeading(outline.level + 1, t('form.attention'), { target: true })}
      <p>${t(`problem.${code}`)}</p>
      <p>${t(durable ? 'form.attention-kept' : 'form.attention-memory')}</p>
      <div class="actions">
        ${
          over.test(code)
            ? nothing
            : html`<button type="button" class="button" @click=${() => void act(finish)}>${t(words)}</button>`
        }
        <button type="button" class="button outline" @click=${() => downloadAnswers(finish)}>
          ${t('form.save-copy')}
        </button>
      </div>
      ${renderTrouble(finish)} ${renderDelete(finish)}
    </div>
  `;
};

/** Where the answer is after "send", in words that are true; undefined in the phases before. */
export const renderOutcome = (finish: Finish, phase: FormPhase, outline: Outline): TemplateResult | undefined => {
  switch (phase.name) {
    case 'submitting':
      return renderSending(finish);
    case 'queued':
      return renderQueued(finish, phase.durable, outline);
    case 'attention':
      return renderAttention(finish, phase, outline);
    case 'submitted':
      return renderSubmitted(finish, phase.receipt, outline);
    default:
      return undefined;
  }
};
