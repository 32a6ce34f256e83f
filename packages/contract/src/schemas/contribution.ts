import { z } from 'zod';
import { requestMessageSchema } from './message.ts';
import { submissionIdSchema } from './submission.ts';
import { authorKinds, contributionTypes, sectionIdSchema } from './consultation.ts';
import { instantSchema, localizedTextSchema, slugSchema } from './text.ts';

/** By what name a contribution is known to everybody; its key stays with its author and the office. */
export const contributionIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{13}$/);

/** `received`: nobody but the author and the office sees it yet. */
export const contributionStates = ['received', 'published', 'refused', 'withdrawn'] as const;
export type ContributionState = (typeof contributionStates)[number];

/** What the office says of a contribution. */
export const answerOutcomes = ['accepted', 'partly', 'not-accepted', 'not-pertinent'] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

export const contributionEvents = [
  'published',
  'refused',
  'appealed',
  'restored',
  'confirmed',
  'answered',
  'withdrawn',
] as const;
export type ContributionEvent = (typeof contributionEvents)[number];

const text = z.string().min(1).max(10_000);

/** The office's answer, of which many contributions may have the same. */
export const officialAnswerSchema = z.strictObject({
  outcome: z.enum(answerOutcomes),
  /** Why. */
  text,
  /** The new text. */
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//)
    .optional(),
  at: instantSchema,
});
export type OfficialAnswer = z.infer<typeof officialAnswerSchema>;

/** What an output of the institution is. */
export const outputKinds = ['plan', 'act', 'agreement', 'report', 'other'] as const;
export type OutputKind = (typeof outputKinds)[number];

/** What the institution made of what was contributed: something public, with an address. */
export const outputSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1).max(500),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//),
  date: z.iso.date(),
  kind: z.enum(outputKinds).optional(),
  /** Of the output, as its readers find it: where this contribution was used. */
  part: z.string().min(1).max(200).optional(),
});
export type Output = z.infer<typeof outputSchema>;

/** What became, since a contribution was written, of the text it is about. */
export const positionStates = ['same', 'moved', 'changed', 'gone', 'unsure'] as const;
export type PositionState = (typeof positionStates)[number];

/** Where a contribution stands in a later version of its document. `gone` and `unsure` stand in no section. */
export const positionSchema = z.strictObject({
  /** `unsure`: a person of the office decides. */
  state: z.enum(positionStates),
  /** The version of the document that it stands so in. */
  documentVersion: z.int().min(1).max(1_000_000),
  /** The section that it was written about, by its name in the version it was written on. */
  writtenOn: sectionIdSchema,
  /** How sure that is; 1 where a person has said so. */
  certainty: z.number().min(0).max(1),
  /** Whether a person of the office has placed it. */
  byHand: z.boolean(),
  /** Of `changed`: its paragraph word by word, before and after; absent where it is too long. */
  diff: z
    .array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string().max(20_000) }))
    .max(10_000)
    .optional(),
});
export type Position = z.infer<typeof positionSchema>;

/** A contribution as everybody sees it. */
export const contributionSchema = z.strictObject({
  id: contributionIdSchema,
  /** The day it arrived, in Europe/Rome: nobody is told more. */
  day: z.iso.date(),
  /** Where it stands in the document that is published now. */
  section: sectionIdSchema.optional(),
  paragraph: sectionIdSchema.optional(),
  /** Where the document has changed since it was written. */
  position: positionSchema.optional(),
  /** The version it was written on. */
  documentVersion: z.int().min(1).max(1_000_000).optional(),
  /** The passage as it was quoted then. */
  quote: z.string().max(5000).optional(),
  type: z.enum(contributionTypes),
  author: z.enum(authorKinds),
  organisation: z.string().max(1000).optional(),
  title: z.string().max(1000).optional(),
  text: z.string().max(20_000),
  proposal: z.string().max(20_000).optional(),
  /** Value of the option; its words are in the form. */
  topic: z.string().max(200).optional(),
  /** Homogeneous zone, 1 to 11. */
  zone: z.int().min(1).max(11).optional(),
  /** ISTAT code. */
  municipality: z.string().max(60).optional(),
  place: z
    .strictObject({ lat: z.number().optional(), lon: z.number().optional(), address: z.string().max(1000).optional() })
    .optional(),
  /** Keys, not persons: without cookies nobody can count persons. */
  agreements: z.int().min(0).max(2_000_000_000),
  answer: officialAnswerSchema.optional(),
  usedIn: z.array(outputSchema).max(100),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** What the receipt of a contribution tells beyond every receipt. */
export const contributionParts = {
  contribution: contributionIdSchema,
  state: z.enum(contributionStates),
  section: sectionIdSchema.optional(),
  position: positionSchema.optional(),
  /** Why it is not published, as the published rules put it. */
  refusal: z.strictObject({ reason: z.string().max(63), label: localizedTextSchema, note: text.optional() }).optional(),
  /** Whether the author may ask for another look: once. */
  mayAppeal: z.boolean(),
  agreements: contributionSchema.shape.agreements,
  answer: officialAnswerSchema.optional(),
  usedIn: contributionSchema.shape.usedIn,
  timeline: z
    .array(z.strictObject({ at: instantSchema, event: z.enum(contributionEvents), note: text.optional() }))
    .max(1000),
  messages: z.array(requestMessageSchema).max(1000),
};

const count = z.int().min(0).max(2_000_000_000);

/** What became of the published contributions to one section, or to all of the document where `section` is absent. */
export const sectionCountSchema = z.strictObject({
  section: sectionIdSchema.optional(),
  contributions: count,
  agreements: count,
  /** "You said, we did": how many have each answer; the rest has none yet. */
  answers: z.strictObject({
    accepted: count.optional(),
    partly: count.optional(),
    'not-accepted': count.optional(),
    'not-pertinent': count.optional(),
  }),
});
export type SectionCount = z.infer<typeof sectionCountSchema>;

/** What `GET /consultations/{slug}/contributions` serves. */
export const contributionListSchema = z.strictObject({
  slug: slugSchema,
  license: z.strictObject({ name: z.string().max(200), url: z.string().max(2000) }),
  /** How many are published in all. */
  total: count,
  sections: z.array(sectionCountSchema).max(2001),
  /** How many no output has used yet and no answer has refused, and the day of the oldest. */
  unused: z.strictObject({ contributions: count, oldest: z.iso.date().optional() }).optional(),
  /** How many stand in no section of the document as it is now; absent where there are none. */
  unplaced: z.strictObject({ gone: count, unsure: count }).optional(),
  topics: z.array(z.strictObject({ topic: z.string().max(200), contributions: count })).max(1000),
  zones: z.array(z.strictObject({ zone: z.int().min(1).max(11), contributions: count })).max(11),
  /** By public name, which is in no order of arrival. */
  contributions: z.array(contributionSchema).max(200),
  /** `cursor` of what follows; absent at the end. */
  next: contributionIdSchema.optional(),
});
export type ContributionList = z.infer<typeof contributionListSchema>;

/** "I agree": the device's key is minted for this one contribution, so that nobody can tell what else it agrees with. */
export const endorsementSchema = z.strictObject({ device: submissionIdSchema });
export type Endorsement = z.infer<typeof endorsementSchema>;

export const endorsedSchema = z.strictObject({ contribution: contributionIdSchema, agreements: count });
export type Endorsed = z.infer<typeof endorsedSchema>;
