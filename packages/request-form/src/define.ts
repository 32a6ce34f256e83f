import { define } from '@cmto/core/define';
import { CmtoReceipt } from './receipt-element.ts';
import { CmtoRequestForm } from './request-form-element.ts';
import { CmtoRequestStatus } from './request-status-element.ts';

define('cmto-receipt', CmtoReceipt);
define('cmto-request-form', CmtoRequestForm);
define('cmto-request-status', CmtoRequestStatus);

declare global {
  interface HTMLElementTagNameMap {
    'cmto-receipt': CmtoReceipt;
    'cmto-request-form': CmtoRequestForm;
    'cmto-request-status': CmtoRequestStatus;
  }
}
