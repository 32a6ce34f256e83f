import type { Answers } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { ResponseRow, Schema } from '../database/schema.ts';

/** One stored answer as the counts and the exports read it. */
export interface StoredAnswer extends Pick<
  ResponseRow,
  'id' | 'form_version' | 'received_at' | 'completed_at' | 'flags' | 'attachments' | 'page'
> {
  readonly answers: Answers;
}

const pageSize = 500;

/**
 * All answers of a survey in key order, so in no order. Read page by page, with the event loop's other work between:
 * an answer that comes in meanwhile may or may not be among them.
 */
export async function* storedAnswers(db: Kysely<Schema>, slug: string): AsyncGenerator<StoredAnswer> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('responses')
      .select(['id', 'form_version', 'received_at', 'completed_at', 'flags', 'attachments', 'page', 'content'])
      .where('survey_slug', '=', slug)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    for (const { content, ...row } of rows) yield { ...row, answers: readAnswers(content) };
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.id;
    await new Promise(setImmediate);
  }
}

const readAnswers = (content: string): Answers => (JSON.parse(content) as { answers: Answers }).answers;
