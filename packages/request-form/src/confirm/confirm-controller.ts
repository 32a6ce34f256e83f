import type { Receipt } from '@cmto/contract';
import type { ApiClient } from '@cmto/core/api/api-client';
import { postMessage } from '@cmto/core/api/messages';
import type { Translate } from '@cmto/core/i18n/translate';
import { toKitError } from '@cmto/core/kit-error';
import type { Platform } from '@cmto/core/platform/platform';
import { confirmFaultOf, type ConfirmFault, pauseAfterCode, readConfirmCode } from '../model/confirm.ts';

/** What the person is brought to: the box for the code, or that it was right. */
export type ConfirmPlace = 'code' | 'done';

/** What the controller needs of the tag that shows the receipt. */
export interface ConfirmHost {
  readonly platform: Pick<Platform, 'setTimer' | 'uuid'>;
  readonly t: Translate;
  readonly language: string;
  /** The receipt of a request that has no number yet; undefined where nothing is to be confirmed. */
  readonly open: Receipt | undefined;
  client(): Promise<ApiClient>;
  announce(words: string): void;
  changed(place?: ConfirmPlace): void;
  /** Shows the number once there is one. Rejects when it cannot be had now. */
  bringNumber(receipt: Receipt): Promise<void>;
}

/**
 * The code that shows whose the address is, asked for where the receipt is: after a request was sent, when the person is
 * back on the page, and where the request is followed. It is sent at once or not at all, for it soon is worth nothing.
 */
export class ConfirmController {
  readonly #host: ConfirmHost;
  fault: ConfirmFault | undefined;
  isDone = false;
  /** Another code may be asked for. */
  mayResend = false;
  #stopPause: (() => void) | undefined;
  #isBusy = false;
  /** What was typed last under which key: an answer that got lost is asked for again under the same. */
  #last: { readonly code: string; readonly id: string } | undefined;

  constructor(host: ConfirmHost) {
    this.#host = host;
  }

  /** Asks how an earlier request stands: it may have been confirmed elsewhere. Never rejects. */
  async look(): Promise<void> {
    this.mayResend = true;
    const { open } = this.#host;
    if (open) await this.#host.bringNumber(open).catch(() => undefined);
  }

  /** A code has just gone out: another one only after a while. */
  pause(seconds: number = pauseAfterCode): void {
    if (this.#stopPause) return;
    this.mayResend = false;
    this.#stopPause = this.#host.platform.setTimer(() => {
      this.#stopPause = undefined;
      this.mayResend = true;
      this.#host.changed();
    }, seconds * 1000);
  }

  /** Shows the service what was typed. Never rejects. */
  async confirm(typed: string): Promise<void> {
    const receipt = this.#host.open;
    if (!receipt || this.#isBusy) return;
    const code = readConfirmCode(typed);
    if (!code) return this.#fail('malformed');
    const known = this.#last?.code === code ? this.#last : undefined;
    this.#last = known ?? { code, id: this.#host.platform.uuid() };
    const { id } = this.#last;
    await this.#try(async () => {
      await this.#post(receipt, id, { kind: 'confirm', code });
      this.isDone = true;
      // Read out where the person is brought to.
      this.#host.announce('');
      this.#host.changed('done');
      // The number is on its page, too, if it cannot be had now.
      await this.#host.bringNumber(receipt).catch(() => undefined);
      this.#host.changed('done');
    });
  }

  /** Asks for another code. Never rejects. */
  async resend(): Promise<void> {
    const receipt = this.#host.open;
    if (!receipt || this.#isBusy) return;
    await this.#try(async () => {
      await this.#post(receipt, this.#host.platform.uuid(), { kind: 'resend-code' });
      this.fault = undefined;
      this.pause();
      this.#host.announce(this.#host.t('confirm.resent'));
      this.#host.changed('code');
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    this.#host.announce(this.#host.t('confirm.sending'));
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
    const client = await this.#host.client();
    await postMessage(client, `/receipts/${receiptCode}/messages`, id, { ...message, language: this.#host.language });
  }

  #fail(fault: ConfirmFault): void {
    this.fault = fault;
    this.#host.announce('');
    this.#host.changed('code');
  }
}
