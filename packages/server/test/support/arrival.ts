import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { databaseFile } from '@cmto/server';
import { aSubmission } from '@cmto/testing/builders';
import type { TestServer } from './test-server.ts';

/** Longer than a page has room for, and not to be compressed: it is laid down in a place of its own. */
const longText = (at: number): string => `${randomBytes(3000).toString('base64')} fine-${String(at).padStart(5, '0')}`;

/** What tells one long text from the others, at its end. */
export const endOf = (text: string): string => /fine-\d+/.exec(text)![0];

/** Sends long answers to `prova`, twenty at a time; gives the ends of their texts in the order of their arrival. */
export async function answerMany(server: TestServer, count: number): Promise<string[]> {
  const texts = Array.from({ length: count }, (_, at) => longText(at));
  for (let from = 0; from < count; from += 20) {
    await Promise.all(texts.slice(from, from + 20).map((text) => server.post(aSubmission({ 'long-text': text }))));
  }
  return texts.map(endOf);
}

/**
 * Spearman's rank correlation: 1 in the same order, -1 in the reverse, about 0 when one says nothing of the other; of
 * 1,000 in a random order it is within ±0.12 in 9,998 of 10,000 cases.
 */
export function rankCorrelation(orderA: readonly string[], orderB: readonly string[]): number {
  const rank = new Map(orderB.map((id, at) => [id, at]));
  const squares = orderA.reduce((sum, id, at) => sum + (at - rank.get(id)!) ** 2, 0);
  const n = orderA.length;
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/** Texts in the order in which they lie in the SQLite file of a folder. */
export function orderInFile(dataDir: string, texts: readonly string[]): string[] {
  const bytes = readFileSync(databaseFile(dataDir), 'latin1');
  const places = new Map(texts.map((text) => [text, bytes.indexOf(text)]));
  return [...texts].sort((a, b) => places.get(a)! - places.get(b)!);
}
