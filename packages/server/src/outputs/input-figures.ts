import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { startOfRomeDate } from '../time/rome-date.ts';

/**
 * KPI 5 of Action 1 in the Action Plan (version 2, January 2026): the share of participatory inputs formally
 * acknowledged or used, and the institutional outputs of the year with traceable use of inputs.
 */
export interface InputFigures {
  readonly kpi: 'a1-k5';
  readonly year: number;
  /** Contributions received in the year, Europe/Rome, but for those withdrawn or refused. */
  readonly inputs: number;
  /** Of those, which have an official answer. */
  readonly acknowledged: number;
  /** Of those, which an output used. */
  readonly used: number;
  /** Of those, which have one or the other. */
  readonly acknowledgedOrUsed: number;
  /** Percent, with one decimal; null: there were no inputs. */
  readonly share: number | null;
  /** Outputs dated in the year that used at least one input, of any year. */
  readonly outputs: number;
}

/** Counts what is stored: nobody types these figures. */
export async function inputFigures(db: Kysely<Schema>, year: number): Promise<InputFigures> {
  const [from, until] = [startOfRomeDate(`${year}-01-01`), startOfRomeDate(`${year + 1}-01-01`)];
  const rows = await db
    .selectFrom('contributions')
    .select(({ exists, selectFrom, eb }) => [
      eb('answer', 'is not', null).as('acknowledged'),
      exists(
        selectFrom('output_inputs').select('output').whereRef('output_inputs.contribution', '=', 'contributions.id'),
      ).as('used'),
    ])
    .where('received_at', '>=', from)
    .where('received_at', '<', until)
    .where('state', 'not in', ['withdrawn', 'refused'])
    .execute();
  const count = (holds: (row: (typeof rows)[number]) => unknown): number => rows.filter(holds).length;
  const acknowledgedOrUsed = count(({ acknowledged, used }) => acknowledged || used);
  const outputs = await db
    .selectFrom('outputs')
    .innerJoin('output_inputs', 'output_inputs.output', 'outputs.id')
    .select('outputs.id')
    .distinct()
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .execute();
  return {
    kpi: 'a1-k5',
    year,
    inputs: rows.length,
    acknowledged: count(({ acknowledged }) => acknowledged),
    used: count(({ used }) => used),
    acknowledgedOrUsed,
    share: rows.length === 0 ? null : Math.round((1000 * acknowledgedOrUsed) / rows.length) / 10,
    outputs: outputs.length,
  };
}
