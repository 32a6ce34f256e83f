import type { ReceiptStatus } from '@cmto/contract';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { contentSecurityPolicy, renderDocument } from './document.ts';
import { pickLanguage, wordsOf } from './language.ts';
import { renderMissing, renderReceipt } from './receipt/receipt-view.ts';

export interface ReceiptPageRequest {
  /** Undefined where no receipt has the code. */
  readonly receipt: ReceiptStatus | undefined;
  /** Languages the reader asked for, best first. */
  readonly languages: readonly string[];
}

/** The page `/r/{receiptCode}` as HTML, complete without a script, and the policy it is to be served under. */
export async function renderReceiptPage({
  receipt,
  languages,
}: ReceiptPageRequest): Promise<{ html: string; contentSecurityPolicy: string }> {
  const language = pickLanguage(languages);
  const words = wordsOf(language);
  const page = renderDocument({
    language,
    title: `${words[receipt ? 'receipt.page-title' : 'missing.page-title']} – ${words['site.institution']}`,
    main: receipt ? renderReceipt(receipt, language) : renderMissing(language),
  });
  return { html: await collectResult(render(page)), contentSecurityPolicy };
}
