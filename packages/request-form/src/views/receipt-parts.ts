import type { Receipt, ReceiptStatus } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { entry, type Panel } from './panel.ts';

/** The receipt's own page, or a part of it, in the language that the person reads now. */
export const addressOf = ({ url }: Receipt, part: string, language: string): string => {
  const address = new URL(url);
  if (part) address.pathname += `/${part}`;
  address.searchParams.set('lang', language);
  return address.href;
};

/** The number in the internal register, and that it is no official one. */
export const renderNumber = ({ t }: Panel, { register }: Receipt): unknown =>
  register
    ? html`${entry(
        t('request.number'),
        t('request.number-of', { ...register, year: String(register.year) }),
        t(register.status === 'annulled' ? 'request.annulled' : 'request.number-help'),
      )}`
    : nothing;

/** What may be taken away: a PDF of a request, and the page that prints well without a script. */
export const renderDocuments = ({ t, language }: Panel, status: ReceiptStatus): TemplateResult => html`
  <p class="actions">
    ${
      status.kind === 'request' && status.register
        ? html`<a class="button outline" href=${addressOf(status, 'pdf', language)} rel="noreferrer"
            >${t('request.pdf')}</a
          >`
        : nothing
    }
    <a class="button plain" href=${addressOf(status, '', language)} rel="noreferrer">${t('request.page')}</a>
  </p>
`;
