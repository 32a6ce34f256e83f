import type { ReceiptStatus } from '@cmto/contract';
import { isContributionStatus } from '@cmto/contract/guards/contributions';
import { kitVersion } from '@cmto/core/kit-version';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { fieldStyles } from '@cmto/core/styles/fields.styles';
import { laterStyles } from '@cmto/core/styles/later.styles';
import { renderReceipt } from './receipt/receipt-view.ts';
import { receiptCatalog } from './receipt/receipt-words.ts';
import { ReceiptTag } from './receipt-tag.ts';
import type { ContributionSending } from './contribution/contribution-sending.ts';
import type { ReceiptPhase } from './model/receipt-phase.ts';
import { requestStyles } from './request.styles.ts';

/**
 * The receipt of any submission, for whoever has its code: typed, or after `#` in the page's address. Of a contribution
 * it tells what became of it, too; an appeal, a withdrawal and asking for erasure are kept on the device until they arrive.
 *
 * @tagname cmto-receipt
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the title's heading, 1 to 5; 2 by default.
 * @attribute {boolean} hide-title - The page has the title already.
 * @attribute {boolean} shared-device - Shows nothing of what this device has sent.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart message - A message in place of the receipt.
 * @csspart actions - The row of buttons.
 * @csspart receipt - The receipt.
 * @csspart state - Where a contribution is.
 * @csspart refusal - Why a contribution is not published.
 * @csspart outcome - The office's answer.
 * @csspart timeline - The list of what has happened.
 * @csspart waiting - What has not left the device.
 * @cssproperty --cmto-accent - Colour of buttons, links and marks.
 * @cssproperty --cmto-font - Font; the page's own by default.
 * @cssstate asking
 * @cssstate loading
 * @cssstate shown
 * @cssstate failed
 */
export class CmtoReceipt extends ReceiptTag {
  static readonly kitVersion = kitVersion;
  static override styles = [baseStyles, fieldStyles, laterStyles, requestStyles];
  readonly titleKey = 'request.receipt-title';
  readonly asksNumber = false;

  #contribution: ContributionSending | undefined;
  /** What was shown when its code was last asked for. */
  #triedFor: ReceiptPhase | undefined;

  constructor() {
    super();
    this.catalogs.push(receiptCatalog);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#contribution?.leave();
  }

  override updated(): void {
    super.updated();
    const { phase, code, services, base } = this.receipt;
    if (phase.name === 'asking') this.#contribution?.leave();
    if (phase.name !== 'shown' || phase.status.kind !== 'contribution' || !services || !base || !code) return;
    if (this.#contribution) this.#contribution.follow(services, base, code);
    else if (phase !== this.#triedFor) void this.#bringContribution(phase);
  }

  renderStatus(status: ReceiptStatus): unknown {
    return this.#contribution && isContributionStatus(status)
      ? this.#contribution.render(status)
      : renderReceipt(this, status);
  }

  /** Once for each time that one is shown anew: a network that is back brings what it has not. */
  async #bringContribution(phase: ReceiptPhase): Promise<void> {
    this.#triedFor = phase;
    try {
      const { ContributionSending } = await import('./contribution/contribution-sending.ts');
      const contribution = await ContributionSending.begin(this);
      this.#contribution ??= contribution;
      this.requestUpdate();
    } catch {
      // The receipt can be read all the same, and its page tells the rest.
    }
  }
}
