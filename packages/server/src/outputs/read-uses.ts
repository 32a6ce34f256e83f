import type { Output, OutputKind } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { OutputRow } from '../database/output-rows.ts';
import type { Schema } from '../database/schema.ts';

/** The outputs that used each of these contributions, by the contribution's key, the earliest first. */
export async function readUses(db: Kysely<Schema>, contributions: readonly string[]): Promise<Map<string, Output[]>> {
  const uses = new Map<string, Output[]>();
  if (contributions.length === 0) return uses;
  const rows = await db
    .selectFrom('output_inputs')
    .innerJoin('outputs', 'outputs.id', 'output_inputs.output')
    .selectAll('outputs')
    .select(['contribution', 'part'])
    .where('contribution', 'in', [...contributions])
    .orderBy('date')
    .orderBy('outputs.id')
    .execute();
  for (const { contribution, part, ...row } of rows) {
    const known = uses.get(contribution) ?? [];
    known.push({ ...toOutput(row), ...(part === null ? {} : { part }) });
    uses.set(contribution, known);
  }
  return uses;
}

/** An output as everybody sees it. */
export const toOutput = ({ id, title, url, date, kind }: OutputRow): Output => ({
  id,
  title,
  url,
  date,
  kind: kind as OutputKind,
});
