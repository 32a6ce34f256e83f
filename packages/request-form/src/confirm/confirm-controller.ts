import type { Receipt } from '@cmto/contract';
import { postMessage } from '@cmto/core/api/messages';
import { getReceipt } from '@cmto/core/api/receipts';
import type { Finish } from '@cmto/core/form-tag/finish/finish';
import { toKitError } from '@cmto/core/kit-error';
import { confirmFaultOf, type ConfirmFault, pauseAfterCode } from '../model/confirm.ts';

/** What the person is brought to: the box for the code, or that it was right. */
export type ConfirmPlace = 'code' | 'done';

/**
 * The code that shows whose the address is, asked for where the receipt is: after a request was sent, and when the
 * person is back on the page. It is sent at once or not at all, for it soon is worth nothing.
 */
export class ConfirmController {
  readonly #finish: Finish;
  readonly #changed: (place?: ConfirmPlace) => void;
  fault: ConfirmFault | undefined;
  isDone = false;
  /** Another code may be asked for. */
  mayResend = false;
  #stopPause: (() => void) | undefined;
  #isBusy = false;
  /** What was typed last under which key: an answer that got lost is asked for again under the same. */
  #last: { readonly code: string; readonly id: string } | undefined;

  constructor(finish: Finish, changed: (place?: ConfirmPlace) => void) {
    this.#finish = finish;
    this.#changed = changed;
  }

  /** The receipt of a request that has no number yet; undefined where nothing is to be confirmed. */
  get open(): Receipt | undefined {
    const { phase } = this.#finish.survey;
    const receipt = phase.name === 'submitted' ? phase.receipt : this.#finish.drafts.delivered?.receipt;
    return receipt && !receipt.register ? receipt : undefined;
  }

  /** Asks how an earlier request stands: it may have been confirmed elsewhere. Never rejects. */
  async look(): Promise<void> {
    this.mayResend = true;
    if (this.open) await this.#bringNumber(this.open).catch(() => undefined);
  }

  /** A code has just gone out: another one only after a while. */
  pause(seconds: number = pauseAfterCode): void {
    if (this.#stopPause) return;
    this.mayResend = false;
    this.#stopPause = this.#finish.survey.services!.platform.setTimer(() => {
      this.#stopPause = undefined;
      this.mayResend = true;
      this.#changed();
    }, seconds * 1000);
  }

  /** Shows the service what was typed. Never rejects. */
  async confirm(typed: string): Promise<void> {
    const receipt = this.open;
    const code = typed.replace(/\s/g, '');
    if (!receipt || this.#isBusy) return;
    if (!/^\d{6}$/.test(code)) return this.#fail('malformed');
    const known = this.#last?.code === code ? this.#last : undefined;
    this.#last = known ?? { code, id: this.#finish.survey.services!.platform.uuid() };
    const { id } = this.#last;
    await this.#try(async () => {
      await this.#post(receipt, id, { kind: 'confirm', code });
      this.isDone = true;
      // Read out where the person is brought to.
      this.#finish.survey.announce('');
      this.#changed('done');
      // The number is on its page, too, if it cannot be had now.
      await this.#bringNumber(receipt).catch(() => undefined);
      this.#changed('done');
    });
  }

  /** Asks for another code. Never rejects. */
  async resend(): Promise<void> {
    const receipt = this.open;
    if (!receipt || this.#isBusy) return;
    await this.#try(async () => {
      await this.#post(receipt, this.#finish.survey.services!.platform.uuid(), { kind: 'resend-code' });
      this.fault = undefined;
      this.pause();
      this.#finish.survey.announce(this.#finish.survey.language.t('confirm.resent'));
      this.#changed('code');
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    this.#finish.survey.announce(this.#finish.survey.language.t('confirm.sending'));
    try {
      await work();
    } catch (error) {
      const { code, retryAfter } = toKitError(error);
      if (code === 'request.rate-limited') this.pause(retryAfter);
      // Confirmed in another tab, or on the page that follows requests.
      if (code === 'message.not-possible') await this.look();
      else this.#fail(confirmFaultOf(code));
    } finally {
      this.#isBusy = false;
    }
  }

  async #post(
    { receiptCode }: Receipt,
    id: string,
    message: { readonly kind: 'confirm' | 'resend-code'; readonly code?: string },
  ): Promise<void> {
    const { language } = this.#finish.survey;
    const client = await this.#finish.client();
    await postMessage(client, `/receipts/${receiptCode}/messages`, id, { ...message, language: language.code });
  }

  /** Puts the number beside the receipt, on the page and on the device, once there is one. */
  async #bringNumber(receipt: Receipt): Promise<void> {
    const { drafts, survey } = this.#finish;
    const signal = AbortSignal.timeout(20_000);
    const { register } = await getReceipt(await this.#finish.client(), receipt.receiptCode, signal);
    if (!register) return;
    const numbered = { ...receipt, register };
    const stored = await drafts.store?.update(receipt.id, (now) =>
      now?.receipt ? { ...now, receipt: numbered } : undefined,
    );
    if (drafts.delivered?.id === receipt.id) drafts.delivered = { ...drafts.delivered, ...stored, receipt: numbered };
    if (survey.phase.name === 'submitted') survey.enter({ name: 'submitted', receipt: numbered });
    else this.#changed();
  }

  #fail(fault: ConfirmFault): void {
    this.fault = fault;
    this.#finish.survey.announce('');
    this.#changed('code');
  }
}
