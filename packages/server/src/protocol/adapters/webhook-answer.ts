import { z } from 'zod';
import type { AnnulmentOutcome, Found, Outcome } from '../adapter.ts';
import { toNumberText } from '../official-number.ts';
import type { Answer } from '../pinned-request.ts';

/** A number as a register answers it. */
const numberSchema = z
  .object({
    registerCode: z.string().min(1).max(16),
    year: z.int(),
    number: z.string().min(1).max(20),
    date: z.iso.date(),
    externalId: z.string().max(200).optional(),
    /** In the answer to `lookup`. */
    annulled: z.boolean().optional(),
  })
  .refine(({ year, date }) => date.startsWith(`${year}-`));

const lookupSchema = z.union([z.object({ found: z.literal(false) }), numberSchema]);

/** The same document would be refused again: everything else is mended on one of the two sides, and goes then. */
const refusals = new Set([400, 413, 415, 422]);

export function toOutcome({ status, body }: Answer): Outcome {
  if (refusals.has(status)) return { kind: 'refused', problem: `http-${status}` };
  // 202: it will have one, and is asked again.
  if (status !== 200 && status !== 201) return { kind: 'unknown', problem: `http-${status}` };
  const read = numberSchema.safeParse(parse(body));
  return read.success ? numberOf(read.data) : { kind: 'unknown', problem: 'answer' };
}

/** What became of an annulment. 202: it will be carried out, and is asked about; 404, 405, 501: the register cannot. */
export function toAnnulmentOutcome({ status }: Answer): AnnulmentOutcome {
  if (status === 200) return { kind: 'annulled' };
  const problem = `http-${status}`;
  return refusals.has(status) || [404, 405, 409, 501].includes(status)
    ? { kind: 'office', problem }
    : { kind: 'unknown', problem };
}

/** That there is no number is believed only when it is said in so many words: a 404 may be anybody's. */
export function toFound({ status, body }: Answer): Found {
  if (status !== 200) return { kind: 'unknown', problem: `lookup-http-${status}` };
  const read = lookupSchema.safeParse(parse(body));
  if (!read.success) return { kind: 'unknown', problem: 'lookup-answer' };
  if ('found' in read.data) return { kind: 'none' };
  return { ...numberOf(read.data), annulled: read.data.annulled };
}

const numberOf = ({ registerCode, number, date, externalId }: z.infer<typeof numberSchema>) =>
  ({ kind: 'number', official: { register: registerCode, number: toNumberText(number), date }, externalId }) as const;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
