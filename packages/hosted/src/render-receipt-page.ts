import type { ReceiptStatus } from '@cmto/contract';
import { render, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { contentSecurityPolicy, type FooterLinks, renderDocument } from './document.ts';
import { pickLanguage, wordsOf, type PageLanguage } from './language.ts';
import type { Key } from './locales/it.ts';
import { renderContribution } from './receipt/contribution-view.ts';
import { renderMissing, renderReceipt } from './receipt/receipt-view.ts';
import { renderRequest } from './receipt/request-view.ts';
import type { SentDocument } from './receipt/sent-document.ts';

export interface ReceiptPageRequest {
  /** Undefined where no receipt has the code. */
  readonly receipt: ReceiptStatus | undefined;
  /** What was sent with a request; undefined for surveys, whose receipts never show the answers. */
  readonly document?: SentDocument | undefined;
  /** Languages the reader asked for, best first. */
  readonly languages: readonly string[];
  readonly footer?: FooterLinks | undefined;
}

/** The page `/r/{receiptCode}` as HTML, complete without a script, and the policy it is to be served under. */
export async function renderReceiptPage({
  receipt,
  document,
  languages,
  footer,
}: ReceiptPageRequest): Promise<{ html: string; contentSecurityPolicy: string }> {
  const language = pickLanguage(languages);
  const words = wordsOf(language);
  const page = renderDocument({
    language,
    title: `${words[titleOf(receipt)]} – ${words['site.institution']}`,
    main: renderMain(receipt, document, language),
    footer,
  });
  return { html: await collectResult(render(page)), contentSecurityPolicy };
}

function titleOf(receipt: ReceiptStatus | undefined): Key {
  if (!receipt) return 'missing.page-title';
  return receipt.kind === 'request' ? 'request.page-title' : 'receipt.page-title';
}

function renderMain(
  receipt: ReceiptStatus | undefined,
  document: SentDocument | undefined,
  language: PageLanguage,
): ServerRenderedTemplate {
  if (!receipt) return renderMissing(language);
  switch (receipt.kind) {
    case 'request':
      return renderRequest(receipt, document, language);
    case 'contribution':
      return renderContribution(receipt, language);
    default:
      return renderReceipt(receipt, language);
  }
}
