import type { Writable } from 'node:stream';
import { localize, type LocalizedText, type Municipality } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { storedAnswers, type StoredAnswer } from '../intake/stored-answers.ts';
import { toInstant } from '../surveys/definition.ts';
import type { Published } from '../surveys/published-survey.ts';
import type { CellValue } from './column.ts';
import { write, writeCsv } from './csv.ts';
import { formColumns, type FormColumn } from './form-columns.ts';

/** What an export is made from. */
export interface ExportSource {
  readonly db: Kysely<Schema>;
  readonly survey: Published;
  readonly municipalities: readonly Municipality[];
}

/** Columns of the submission itself. Upper case: no field's id has any, so none can share a name. */
const envelope = ['submissionId', 'formVersion', 'receivedAt', 'completedAt', 'submissionFlags'] as const;

/** All answers as one JSON array, in key order. */
export async function exportJson({ db, survey }: ExportSource, out: Writable): Promise<void> {
  let separator = '[\n';
  for await (const { id, form_version: formVersion, received_at: receivedAt, answers } of storedAnswers(
    db,
    survey.slug,
  )) {
    await write(out, `${separator}${JSON.stringify({ id, formVersion, receivedAt: toInstant(receivedAt), answers })}`);
    separator = ',\n';
  }
  await write(out, separator === '[\n' ? '[]\n' : '\n]\n');
}

/** All answers as CSV, in key order, one column per question and option. */
export async function exportCsv(source: ExportSource, out: Writable): Promise<void> {
  const columns = await readColumns(source);
  await writeCsv(out, [...envelope, ...columns.map(({ name }) => name)], toRows(source, columns));
}

/** What each column of the CSV export means, itself as CSV. */
export async function exportCodebook(source: ExportSource, out: Writable): Promise<void> {
  const { languages } = source.survey.current.definition;
  const words = (text: LocalizedText | undefined): string =>
    text === undefined ? '' : localize(text, languages[0]!, languages).text;
  const columns = await readColumns(source);
  await writeCsv(
    out,
    ['column', 'question', 'type', 'option', 'label', 'holds', 'versions'],
    [
      ...envelope.map((name) => [name, '', 'submission', '', '', envelopeWords[name], '']),
      ...columns.map(({ name, question, type, option, label, holds, versions }) => [
        name,
        words(question),
        type,
        option,
        words(label),
        holds,
        versions.join(' '),
      ]),
    ],
  );
}

const envelopeWords: Record<(typeof envelope)[number], string> = {
  submissionId: 'random key of the submission',
  formVersion: 'version of the form that was answered',
  receivedAt: 'instant, UTC; of anonymous answers midnight in Rome of the day',
  completedAt: 'of late answers: when they were completed',
  submissionFlags: 'late, check',
};

async function* toRows({ db, survey }: ExportSource, columns: readonly FormColumn[]): AsyncGenerator<CellValue[]> {
  for await (const stored of storedAnswers(db, survey.slug)) {
    yield [
      ...envelopeOf(stored),
      ...columns.map(({ field, read }) =>
        read(Object.hasOwn(stored.answers, field) ? stored.answers[field] : undefined),
      ),
    ];
  }
}

const envelopeOf = (stored: StoredAnswer): CellValue[] => [
  stored.id,
  stored.form_version,
  toInstant(stored.received_at),
  stored.completed_at === null ? undefined : toInstant(stored.completed_at),
  (JSON.parse(stored.flags) as string[]).join(' '),
];

async function readColumns({ db, survey, municipalities }: ExportSource): Promise<FormColumn[]> {
  const versions = [...survey.versions.values()];
  const groups = versions.flatMap(({ form }) =>
    form.pages.flatMap(({ fields }) => fields.filter(({ type }) => type === 'group').map(({ id }) => id)),
  );
  return formColumns(versions, { municipalities, rows: await countRows(db, survey.slug, new Set(groups)) });
}

/** Most rows of each group: only asked for where there are groups, since it takes a pass of its own. */
async function countRows(db: Kysely<Schema>, slug: string, groups: ReadonlySet<string>): Promise<Map<string, number>> {
  const most = new Map<string, number>();
  if (groups.size === 0) return most;
  for await (const { answers } of storedAnswers(db, slug)) {
    for (const id of groups) {
      const rows = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (Array.isArray(rows)) most.set(id, Math.max(most.get(id) ?? 0, rows.length));
    }
  }
  return most;
}
