import { define } from '@cmto/core/define';
import { CmtoReceipt } from './receipt-element.ts';
import { CmtoRequestStatus } from './request-status-element.ts';

define('cmto-receipt', CmtoReceipt);
define('cmto-request-status', CmtoRequestStatus);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-receipt': CmtoReceipt;
    'cmto-request-status': CmtoRequestStatus;
  }
}
