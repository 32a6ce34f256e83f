import { contributionIdSchema, sectionIdSchema } from '@cmto/contract/schemas';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.ts';
import { addIntake, type TakesIn } from '../intake/intake-routes.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { license } from './model/license.ts';
import type { PublicList } from './public-list.ts';

const askedSchema = z.object({
  section: sectionIdSchema.optional(),
  // No control characters: PostgreSQL takes one of them for no text.
  topic: z
    .string()
    .max(200)
    .regex(/^\P{Cc}+$/u)
    .optional(),
  zone: z
    .string()
    .regex(/^([1-9]|1[01])$/)
    .transform(Number)
    .optional(),
  cursor: contributionIdSchema.optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(200))
    .default(100),
  format: z.enum(['json', 'csv', 'atom']).default('json'),
});

function readAsked(query: unknown): z.output<typeof askedSchema> {
  const parsed = askedSchema.safeParse(query);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  throw new ProblemError('request.invalid', { detail: `${names.join(', ')}: not of the shape that is expected` });
}

/** `GET` and `POST /consultations/{slug}/contributions` */
export function addContributions(
  app: FastifyInstance,
  catalogue: Pick<Catalogue, 'consultation'>,
  { intake, list }: { readonly intake: TakesIn; readonly list: PublicList },
): void {
  addIntake(app, '/consultations/:slug/contributions', intake, async (request, reply) => {
    const { slug } = request.params as { slug: string };
    const { format, cursor, limit, ...chosen } = readAsked(request.query);
    const consultation = await catalogue.consultation(slug);
    if (!consultation) throw new ProblemError('consultation.not-found');
    const representation = await (format === 'json'
      ? list.json(consultation, { ...chosen, cursor, limit })
      : list[format](consultation, chosen));
    reply.header('Link', `<${license.url}>; rel="license"`);
    return representation.send(request, reply, 'public, max-age=0, must-revalidate');
  });
}
