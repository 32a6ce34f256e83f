import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { answerOutcomes } from '@cmto/contract/schemas';
import { z } from 'zod';
import { Moderation } from '../contributions/moderation.ts';
import { ProblemError } from '../http/problem-error.ts';
import { createServices, type Services } from '../services.ts';
import { CommandError, type CommandContext } from './command.ts';
import { findConsultation } from './find-consultation.ts';

const inventedSchema = z.array(
  z.strictObject({
    key: z.uuidv4(),
    section: z.string().optional(),
    quote: z.string().optional(),
    answers: z.record(z.string(), z.unknown()),
    agreements: z.int().min(0).max(50).default(0),
    answer: z.strictObject({ outcome: z.enum(answerOutcomes), text: z.string() }).optional(),
  }),
);
type Invented = z.infer<typeof inventedSchema>[number];

const operator = 'dati dimostrativi';

/**
 * `contribution invent DIR`: the invented contributions of a trial, one file for each consultation, with the office's
 * answers. They come in and are answered as real ones are, but only where nobody has sent anything yet: invented
 * contributions never stand among real ones.
 */
export async function inventContributions(context: CommandContext, folder: string): Promise<void> {
  const { config, database, now, say } = context;
  if (await database.db.selectFrom('responses').select('id').executeTakeFirst())
    return say('Something has been sent already: nothing was invented');
  const services = createServices({ config, database, now });
  for (const path of globSync('*.json', { cwd: folder }).sort()) {
    const slug = basename(path, '.json');
    const read = inventedSchema.safeParse(JSON.parse(readFileSync(join(folder, path), 'utf8')));
    if (!read.success) throw new CommandError(`${path}: ${z.prettifyError(read.error)}`);
    try {
      for (const one of read.data) await invent(context, services, slug, one);
      say(`${slug}: ${read.data.length} contributions were invented`);
    } catch (error) {
      // By this machine's clock the consultation may be closed: a trial is shown all the same.
      if (!(error instanceof ProblemError)) throw error;
      context.warn(`${slug}: invented contributions are not taken (${error.message})`);
    }
  }
}

async function invent(
  { database: { db }, now }: CommandContext,
  { contributions }: Services,
  slug: string,
  { key, section, quote, answers, agreements, answer }: Invented,
): Promise<void> {
  const { definition, version } = (await findConsultation(db, slug)).current;
  const target = section === undefined ? undefined : { documentVersion: definition.document!.version, section, quote };
  await contributions.intake.submit(slug, key, { formVersion: version, language: 'it', answers, target });
  const { public_id: id, state } = await db
    .selectFrom('contributions')
    .select(['public_id', 'state'])
    .where('id', '=', key)
    .executeTakeFirstOrThrow();
  await new Moderation({ db, slug, rules: definition.moderation, now }).work({
    decisions: state === 'published' ? [] : [{ contribution: id, decision: 'publish' }],
    answers: answer ? [{ contributions: [id], ...answer }] : [],
    operator,
  });
  for (let one = 0; one < agreements; one += 1)
    await contributions.endorsements.add(id, randomUUID(), { device: randomUUID() });
}
