import type { AnswerOutcome } from '@cmto/contract';
import { answerOutcomes } from '@cmto/contract/schemas';
import { parse } from 'csv-parse/sync';
import type { CellValue } from '../exports/column.ts';
import { neutralise } from '../exports/neutralise.ts';
import { romeDate } from '../time/rome-date.ts';
import type { WholeContribution } from './contribution-table.ts';
import { decisions, type Decision } from './model/decisions.ts';
import type { AnswerTo, DecisionOn } from './moderation.ts';

/** What the office reads. */
const told = [
  'id',
  'day',
  'state',
  'section',
  'position',
  'type',
  'author',
  'organisation',
  'topic',
  'zone',
  'municipality',
  'doubts',
  'appealed',
  'agreements',
  'register',
  'title',
  'quote',
  'text',
  'proposal',
] as const;
/** What the office writes, and gives back; `outcome`, `answer` and `link` hold what was answered before. */
const written = ['decision', 'reason', 'note', 'outcome', 'answer', 'link'] as const;

export const spreadsheetColumns: readonly string[] = [...told, ...written];

/** One line of the spreadsheet. */
export function toLine({ row, parts, target, answer }: WholeContribution): CellValue[] {
  const register = row.register === null ? undefined : (JSON.parse(row.register) as { year: number; number: string });
  const cells: Record<string, CellValue> = {
    id: row.public_id,
    day: romeDate(row.received_at),
    state: row.state,
    section: row.section ?? undefined,
    position: row.position ?? undefined,
    type: row.type,
    author: row.author,
    organisation: parts.organisation,
    topic: parts.topic,
    zone: row.zone ?? undefined,
    municipality: row.municipality ?? undefined,
    doubts: (JSON.parse(row.flags) as string[]).join(' '),
    appealed: row.appealed === 1 ? 'yes' : undefined,
    agreements: row.agreements,
    register: register && `${register.year}/${register.number}`,
    title: parts.title,
    quote: target.quote,
    text: parts.text,
    proposal: parts.proposal,
    outcome: answer?.outcome,
    answer: answer?.text,
    link: answer?.url ?? undefined,
  };
  return spreadsheetColumns.map((name) => cells[name]);
}

/** What came back in a spreadsheet, or everything wrong with it, by line. */
export type ReadSpreadsheet =
  | { readonly decisions: readonly DecisionOn[]; readonly answers: readonly AnswerTo[]; readonly errors?: undefined }
  | { readonly errors: readonly string[] };

type Line = Record<string, string>;

/**
 * Reads what the office has written. Spreadsheets save with commas or semicolons; other columns, their order, and lines
 * that were taken out do not matter. The same answer in several lines is one answer to many. `before` tells what was
 * answered, so that what comes back as it went out is no new answer.
 */
export function readSpreadsheet(bytes: Uint8Array, before: ReadonlyMap<string, WholeContribution>): ReadSpreadsheet {
  const lines = parseLines(bytes);
  if (typeof lines === 'string') return { errors: [lines] };
  const errors: string[] = [];
  const decided: DecisionOn[] = [];
  const answers = new Map<string, AnswerTo & { readonly contributions: string[] }>();
  const seen = new Set<string>();
  for (const { record, at } of lines) {
    const say = (message: string): void => void errors.push(`line ${at}: ${message}`);
    const id = cell(record, 'id');
    if (id === '' && written.every((name) => cell(record, name) === '')) continue;
    const known = before.get(id);
    if (!known) say(`there is no contribution “${id.slice(0, 40)}”`);
    else if (seen.size === seen.add(id).size) say(`${id} is there twice`);
    else {
      const decision = readDecision(record, id, say);
      if (decision) decided.push(decision);
      readAnswer(record, known, answers, say);
    }
  }
  return errors.length > 0 ? { errors } : { decisions: decided, answers: [...answers.values()] };
}

const cell = (record: Line, name: string): string => (record[name] ?? '').trim();

function readDecision(record: Line, contribution: string, say: (message: string) => void): DecisionOn | undefined {
  const [word, reason, note] = (['decision', 'reason', 'note'] as const).map((name) => cell(record, name)) as [
    string,
    string,
    string,
  ];
  if (word === '') {
    if (reason !== '' || note !== '') say('a reason or a note belongs to a decision, and there is none');
    return undefined;
  }
  const decision = decisions.find((one) => one === word);
  if (!decision) {
    say(`decision: ${decisions.join(', ')} or nothing is expected, not “${word.slice(0, 40)}”`);
    return undefined;
  }
  return {
    contribution,
    decision: decision satisfies Decision,
    ...(reason === '' ? {} : { reason }),
    ...(note === '' ? {} : { note }),
  };
}

function readAnswer(
  record: Line,
  { row, answer }: WholeContribution,
  answers: Map<string, AnswerTo & { readonly contributions: string[] }>,
  say: (message: string) => void,
): void {
  const [word, text, link] = (['outcome', 'answer', 'link'] as const).map((name) => cell(record, name)) as [
    string,
    string,
    string,
  ];
  if (word === '' && text === '' && link === '') {
    if (answer) say('what was answered before cannot be taken back: another answer may follow it');
    return;
  }
  if (answer && word === answer.outcome && isAs(text, answer.text) && isAs(link, answer.url ?? '')) return;
  const outcome = answerOutcomes.find((one) => one === word);
  if (!outcome) return say(`outcome: one of ${answerOutcomes.join(', ')} is expected, not “${word.slice(0, 40)}”`);
  const fault = faultOf(text, link);
  if (fault !== undefined) return say(fault);
  const key = JSON.stringify([outcome, text, link]);
  const same = answers.get(key);
  if (same) same.contributions.push(row.public_id);
  else answers.set(key, toAnswer(outcome, text, link, row.public_id));
}

const toAnswer = (outcome: AnswerOutcome, text: string, link: string, id: string) => ({
  outcome,
  text,
  ...(link === '' ? {} : { url: link }),
  contributions: [id],
});

/** What is wrong with an answer; undefined: nothing. */
export function faultOf(text: string, link: string): string | undefined {
  if (text === '' || text.length > 10_000) return 'an answer has reasons, of at most 10,000 characters';
  const isLink = link === '' || (link.length <= 2000 && /^https?:\/\//.test(link) && URL.canParse(link));
  return isLink ? undefined : 'the link to the new text begins with http:// or https://';
}

/** As it went out: neutralised, and with other line ends perhaps. */
const isAs = (text: string, given: string): boolean => {
  const plain = (words: string): string => words.replace(/\r\n?/g, '\n').trim();
  return plain(text) === plain(given) || plain(text) === plain(neutralise(given));
};

function parseLines(bytes: Uint8Array): readonly { readonly record: Line; readonly at: number }[] | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'the file is not in UTF-8: save it as “CSV UTF-8”';
  }
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = (first.match(/;/g)?.length ?? 0) > (first.match(/,/g)?.length ?? 0) ? ';' : ',';
  try {
    const rows = parse(text, {
      columns: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as {
      record: Line;
      info: { lines: number };
    }[];
    if (rows.length > 0 && !Object.hasOwn(rows[0]!.record, 'id')) return 'the first line names no column “id”';
    return rows.map(({ record, info }) => ({ record, at: info.lines }));
  } catch (error) {
    return `it cannot be read as CSV: ${(error as Error).message}`;
  }
}
