import type { Receipt } from '@cmto/contract';
import { html, type TemplateResult } from 'lit-html';
import type { FormLanguage } from '../form-language.ts';

/** The receipt's page in the language that the person reads now, not in that of the browser. */
export const receiptAddress = (receipt: Receipt, language: string): string => {
  const address = new URL(receipt.url);
  address.searchParams.set('lang', language);
  return address.href;
};

/** Leads to the receipt's page; out of a frame, for that page refuses to be in one, and the code here would be gone. */
export const renderReceiptLink = ({ t, code }: FormLanguage, receipt: Receipt, look = ''): TemplateResult =>
  html`<a class=${look} href=${receiptAddress(receipt, code)} target=${self === top ? '_self' : '_blank'} rel="noopener"
    >${t('form.open-receipt')}</a
  >`;
