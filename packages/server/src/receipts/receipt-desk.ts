import type { ReceiptStatus } from '@cmto/contract';
import type { ResponseStore } from '../intake/response-store.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { hashReceiptCode, readReceiptCode } from './receipt-code.ts';
import { toReceipt } from './receipt.ts';

export interface ReceiptDeskOptions {
  readonly catalogue: Catalogue;
  readonly responses: ResponseStore;
  readonly publicUrl: () => string;
}

/** Tells what became of a submission to whoever holds its code. */
export class ReceiptDesk {
  readonly #options: ReceiptDeskOptions;

  constructor(options: ReceiptDeskOptions) {
    this.#options = options;
  }

  async open(typed: string): Promise<ReceiptStatus | undefined> {
    const { responses, catalogue, publicUrl } = this.#options;
    const code = readReceiptCode(typed);
    const row = code && (await responses.findByReceipt(hashReceiptCode(code)));
    const survey = row && (await catalogue.survey(row.survey_slug));
    if (!survey) return undefined;
    const { definition } = survey.versions.get(row.form_version) ?? survey.current;
    return {
      ...toReceipt(row, code, publicUrl()),
      kind: 'survey',
      slug: survey.slug,
      title: definition.title,
      // An anonymous answer does not keep its language.
      language: row.language ?? definition.languages[0]!,
      state: 'received',
    };
  }
}
