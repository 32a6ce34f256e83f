import type { ReceiptStatus } from '@cmto/contract';
import type { ResponseStore } from '../intake/response-store.ts';
import { publishedRatings } from '../ratings/published-ratings.ts';
import type { ContributionDesk } from '../contributions/contribution-desk.ts';
import type { RequestDesk } from '../requests/request-desk.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { isConsultation, isService, isSurvey } from '../surveys/published-survey.ts';
import { hashReceiptCode, readReceiptCode } from './receipt-code.ts';
import { toReceipt } from './receipt.ts';

export interface ReceiptDeskOptions {
  readonly catalogue: Catalogue;
  readonly responses: ResponseStore;
  readonly requests: RequestDesk;
  readonly contributions: ContributionDesk;
  readonly publicUrl: () => string;
}

/** Tells what became of a submission to whoever holds its code. */
export class ReceiptDesk {
  readonly #options: ReceiptDeskOptions;

  constructor(options: ReceiptDeskOptions) {
    this.#options = options;
  }

  async open(typed: string): Promise<ReceiptStatus | undefined> {
    const { responses, catalogue, requests, contributions, publicUrl } = this.#options;
    const code = readReceiptCode(typed);
    const row = code === undefined ? undefined : await responses.findByReceipt(hashReceiptCode(code));
    if (code === undefined || !row) return undefined;
    const isRating = row.survey_slug === publishedRatings.slug;
    const published = isRating ? publishedRatings : await catalogue.published(row.survey_slug);
    if (isService(published)) return requests.status(row, code);
    if (isConsultation(published)) return contributions.status(row, code, published);
    if (!isSurvey(published)) return undefined;
    const { definition } = published.versions.get(row.form_version) ?? published.current;
    return {
      ...toReceipt(row, code, publicUrl()),
      kind: isRating ? 'rating' : 'survey',
      slug: published.slug,
      title: definition.title,
      // An anonymous answer does not keep its language.
      language: row.language ?? definition.languages[0]!,
      state: 'received',
    };
  }
}
