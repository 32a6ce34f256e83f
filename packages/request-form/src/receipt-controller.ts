import type { PageServices } from '@cmto/core/context/page-services';
import type { KitElement } from '@cmto/core/element/kit-element';
import { toKitError } from '@cmto/core/kit-error';
import { getReceipt } from '@cmto/core/api/receipts';
import { isReceiptAddress, readReceiptCode } from './model/receipt-code.ts';
import type { ReceiptPhase } from './model/receipt-phase.ts';
import { isNumberOf } from './model/request-number.ts';

/** Milliseconds before a receipt that could not be had is asked for again: at first, then twice as many, at most. */
const firstRetry = 5000;
const longestRetry = 300_000;

/** The tag's attributes, as its controller reads them. */
export type ReceiptHost = KitElement & { readonly api: string | undefined };

/** What the code of a receipt opens: asked for, shown, and asked for again when it may have changed. */
export class ReceiptController {
  readonly #host: ReceiptHost;
  phase: ReceiptPhase = { name: 'asking' };
  services: PageServices | undefined;
  /** What the person has given, as typed. */
  typed = '';
  /** The number beside it; undefined where none is asked for. */
  typedNumber: string | undefined;
  /** The number is still to be compared with the receipt's. */
  #isDue = false;
  /** The code last asked for: the secret, so never in an event or an address that is sent. */
  code: string | undefined;
  #loading: AbortController | undefined;
  #stopReachable: (() => void) | undefined;
  #stopRetry: (() => void) | undefined;
  #failures = 0;

  constructor(host: ReceiptHost) {
    this.#host = host;
  }

  /** Base of the API, if one is known. */
  get base(): string | undefined {
    return this.services?.base(this.#host.api);
  }

  disconnected(): void {
    this.#stopRetry?.();
    this.#loading?.abort();
    this.#stopReachable?.();
    this.#stopReachable = undefined;
  }

  /** The services of the page, or others; what is shown is asked for again over them. */
  start(services: PageServices): void {
    this.disconnected();
    this.services = services;
    if (!this.base) this.#enter({ name: 'no-api' });
    else if (this.code) void this.refresh();
    else this.#enter({ name: 'asking' });
    void services
      .delivery()
      .then(({ device }) => {
        if (this.services === services && this.#host.isConnected && !this.#stopReachable)
          this.#stopReachable = device.onReachable(() => void this.refresh());
      })
      // Without that code the person can still ask again.
      .catch(() => undefined);
  }

  /** Opens what was typed, or says why it opens nothing. */
  async open(typed: string, number?: string): Promise<void> {
    this.typed = typed;
    this.typedNumber = number;
    this.#isDue = number !== undefined && !isReceiptAddress(typed);
    this.code = readReceiptCode(typed);
    if (!this.code) return this.#enter({ name: 'asking', fault: typed.trim() ? 'malformed' : 'empty' });
    if (!this.base) return;
    this.#enter({ name: 'loading' });
    await this.refresh();
  }

  /** Asks for another code; what was shown is gone from the page. */
  close(): void {
    this.#stopRetry?.();
    this.#loading?.abort();
    this.code = undefined;
    this.typed = '';
    this.typedNumber = undefined;
    this.#enter({ name: 'asking' });
  }

  /** Asks again for what is shown. Never rejects. */
  async refresh(): Promise<void> {
    const { code, services, base } = this;
    if (!code || !services || !base) return;
    this.#stopRetry?.();
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const { client } = await services.delivery();
      const status = await getReceipt(client(base), code, loading.signal);
      if (loading.signal.aborted) return;
      this.#failures = 0;
      if (this.#isDue && !isNumberOf(this.typedNumber!, status)) return this.#enter({ name: 'asking', fault: 'pair' });
      this.#isDue = false;
      this.#enter({ name: 'shown', status, isOld: false });
    } catch (error) {
      if (loading.signal.aborted) return;
      if (toKitError(error).code === 'receipt.not-found')
        return this.#enter({ name: 'asking', fault: this.#isDue ? 'pair' : 'unknown' });
      // A network that says it is back may not be yet, and a service that is down says nothing when it is up again.
      const wait = Math.min(firstRetry * 2 ** this.#failures, longestRetry);
      this.#failures += 1;
      this.#stopRetry = services.platform.setTimer(() => void this.refresh(), wait);
      const { phase } = this;
      this.#enter(phase.name === 'shown' ? { ...phase, isOld: true } : { name: 'unavailable' });
    }
  }

  #enter(phase: ReceiptPhase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }
}
