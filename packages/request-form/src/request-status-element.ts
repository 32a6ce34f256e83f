import type { ReceiptStatus } from '@cmto/contract';
import { kitVersion } from '@cmto/core/kit-version';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { fieldStyles } from '@cmto/core/styles/fields.styles';
import { laterStyles } from '@cmto/core/styles/later.styles';
import type { ReceiptPhase } from './model/receipt-phase.ts';
import { ReceiptTag } from './receipt-tag.ts';
import { requestStyles } from './request.styles.ts';
import type { renderReceipt } from './receipt/receipt-view.ts';
import type { Sending } from './sending/sending.ts';
import { renderDocuments } from './views/receipt-parts.ts';
import { renderRequestStatus, type StatusPanel } from './views/status-view.ts';

/**
 * What became of a request, for whoever has its code: where it is, what comes next and by when; adding what was asked
 * for, withdrawing, asking for erasure. What is sent is kept on the device until it has arrived.
 *
 * @tagname cmto-request-status
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the title's heading, 1 to 5; 2 by default.
 * @attribute {boolean} hide-title - The page has the title already.
 * @attribute {boolean} shared-device - Keeps nothing on the device, and shows nothing of what it has sent.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart message - A message in place of the request.
 * @csspart actions - The row of buttons.
 * @csspart state - Where the request is.
 * @csspart confirm - The box for the code that came by e-mail.
 * @csspart asked - What the office waits for.
 * @csspart waiting - What has not left the device.
 * @csspart outcome - The outcome.
 * @csspart timeline - The list of what has happened.
 * @csspart messages - The messages.
 * @csspart receipt - The receipt, where the code is that of an answer.
 * @cssproperty --cmto-accent - Colour of buttons, links and marks.
 * @cssproperty --cmto-font - Font; the page's own by default.
 * @cssstate asking
 * @cssstate loading
 * @cssstate shown
 * @cssstate failed
 */
export class CmtoRequestStatus extends ReceiptTag implements StatusPanel {
  static readonly kitVersion = kitVersion;
  static override styles = [baseStyles, fieldStyles, laterStyles, requestStyles];
  readonly titleKey = 'request.status-title';
  readonly asksNumber = true;
  sending: Sending | undefined;
  sendingMissing = false;
  #renderAnswer: typeof renderReceipt | undefined;
  /** What was shown when its code was last asked for. */
  #triedFor: ReceiptPhase | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sending?.leave();
  }

  override updated(): void {
    super.updated();
    const { phase, code, services, base } = this.receipt;
    if (phase.name === 'asking') this.sending?.forget();
    if (phase.name !== 'shown' || !services || !base || !code) return;
    if (phase.status.kind !== 'request') {
      if (!this.#renderAnswer && phase !== this.#triedFor) void this.#bringAnswer(phase);
    } else if (this.sending) this.sending.follow(services, base, code);
    else if (phase !== this.#triedFor) void this.#bringSending(phase);
  }

  renderStatus(status: ReceiptStatus): unknown {
    return status.kind === 'request'
      ? renderRequestStatus(this, status)
      : (this.#renderAnswer ?? renderDocuments)(this, status);
  }

  protected override translated(): void {
    super.translated();
    this.sending?.translated();
  }

  async #bringAnswer(phase: ReceiptPhase): Promise<void> {
    this.#triedFor = phase;
    try {
      this.#renderAnswer = await (await import('./receipt/receipt-on-status.ts')).bringReceipt(this);
      this.requestUpdate();
    } catch {
      // The address of the receipt is shown.
    }
  }

  /** Once for each time that a request is shown anew: a network that is back brings what it has not. */
  async #bringSending(phase: ReceiptPhase): Promise<void> {
    this.#triedFor = phase;
    try {
      const { Sending } = await import('./sending/sending.ts');
      const sending = await Sending.begin(this);
      this.sending ??= sending;
    } catch {
      // The request can be read all the same.
    }
    this.sendingMissing = !this.sending;
    this.requestUpdate();
  }
}
