import { outputKinds, outputSchema, slugSchema } from '@cmto/contract/schemas';
import { inputFigures } from '../outputs/input-figures.ts';
import { toOutput } from '../outputs/read-uses.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';

/** `output add ID …` */
export async function addOutput({ database: { db }, say }: CommandContext, id: string, given: Options): Promise<void> {
  const { title, link: url, date, kind, department } = given;
  const read = outputSchema.safeParse({ id, title, url, date, kind });
  if (!read.success) {
    const [issue] = read.error.issues;
    const option = { url: '--link', id: 'ID' }[String(issue!.path[0])] ?? `--${String(issue!.path[0])}`;
    throw usageError(`${option}: ${issue!.message}`);
  }
  if (read.data.kind === undefined) throw usageError(`--kind is one of ${outputKinds.join(', ')}`);
  const departments = (await db.selectFrom('departments').select('id').orderBy('id').execute()).map((row) => row.id);
  if (department === undefined || !departments.includes(department))
    throw usageError(`--department is one of ${departments.join(', ')}`);
  const { part: _, ...output } = read.data;
  const row = { ...output, kind: read.data.kind, department };
  await db
    .insertInto('outputs')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  say(`${id}: ${row.title}`);
}

/** `output list` */
export async function listOutputs({ database: { db }, say }: CommandContext): Promise<void> {
  const rows = await db
    .selectFrom('outputs')
    .leftJoin('output_inputs', 'output_inputs.output', 'outputs.id')
    .select(({ fn }) => ['outputs.id', 'date', 'kind', 'title', fn.count<number>('contribution').as('inputs')])
    .groupBy(['outputs.id', 'date', 'kind', 'title'])
    .orderBy('date')
    .orderBy('outputs.id')
    .execute();
  if (rows.length === 0) say('There are no outputs.');
  for (const { id, date, kind, title, inputs } of rows)
    say([id, date, kind, `${Number(inputs)} contributions used`, title].join('  '));
}

/** `output show ID [--json]` */
export async function showOutput(
  { database: { db }, say }: CommandContext,
  id: string,
  { json }: Options,
): Promise<void> {
  const output = slugSchema.safeParse(id).success
    ? await db.selectFrom('outputs').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!output) throw new CommandError(`There is no output "${id}"`);
  const inputs = await db
    .selectFrom('output_inputs')
    .innerJoin('contributions', 'contributions.id', 'contribution')
    .select(['slug as consultation', 'public_id as contribution', 'part'])
    .where('output', '=', id)
    .orderBy('slug')
    .orderBy('public_id')
    .execute();
  const told = { ...toOutput(output), inputs };
  if (json) return say(JSON.stringify(told, null, 2));
  say(`${id}  ${output.date}  ${output.kind}  ${output.title}  ${output.url}`);
  for (const { consultation, contribution, part } of inputs) say([consultation, contribution, part ?? ''].join('  '));
  if (inputs.length === 0) say('It has used no contributions.');
}

/** `output figures YEAR [--json]` */
export async function showFigures(
  { database: { db }, say }: CommandContext,
  typed: string,
  { json }: Options,
): Promise<void> {
  if (!/^20\d\d$/.test(typed)) throw usageError(`"${typed}" is no year`);
  const figures = await inputFigures(db, Number(typed));
  if (json) return say(JSON.stringify(figures, null, 2));
  const { year, inputs, acknowledged, used, acknowledgedOrUsed, share, outputs } = figures;
  say(`${year}: ${inputs} inputs, ${acknowledged} answered, ${used} used`);
  say(`acknowledged or used: ${acknowledgedOrUsed} (${share === null ? 'there were none' : `${share} %`})`);
  say(`outputs of ${year} that used inputs: ${outputs}`);
}
