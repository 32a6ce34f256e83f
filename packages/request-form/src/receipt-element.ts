import type { ReceiptStatus } from '@cmto/contract';
import { kitVersion } from '@cmto/core/kit-version';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { fieldStyles } from '@cmto/core/styles/fields.styles';
import { laterStyles } from '@cmto/core/styles/later.styles';
import { renderReceipt } from './receipt/receipt-view.ts';
import { receiptCatalog } from './receipt/receipt-words.ts';
import { ReceiptTag } from './receipt-tag.ts';
import { requestStyles } from './request.styles.ts';

/**
 * The receipt of any submission, for whoever has its code: typed, or after `#` in the page's address.
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

  constructor() {
    super();
    this.catalogs.push(receiptCatalog);
  }

  renderStatus(status: ReceiptStatus): unknown {
    return renderReceipt(this, status);
  }
}
