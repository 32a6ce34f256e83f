import { z } from 'zod';
import { requestMessageSchema } from './message.ts';
import { officialNumberSchema, registrationSchema } from './registration.ts';
import { procedureSchema } from './service.ts';
import { attachmentSchema, submissionIdSchema } from './submission.ts';
import { instantSchema } from './text.ts';

/** `unconfirmed`: the code sent by e-mail has not come back; `waiting`: for the applicant, with the clock suspended. */
export const requestStates = [
  'unconfirmed',
  'received',
  'registered',
  'in-charge',
  'waiting',
  'closed',
  'withdrawn',
] as const;
export type RequestState = (typeof requestStates)[number];

export const outcomeKinds = ['accepted', 'partly', 'refused', 'archived'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const requestEvents = [
  'received',
  'confirmed',
  'registered',
  'official-number',
  'taken',
  'asked',
  'added',
  'message',
  'closed',
  'withdrawn',
  'escalated',
  'annulled',
] as const;
export type RequestEvent = (typeof requestEvents)[number];

/** Who is told, in this order, of a deadline that has passed. */
export const escalationLevels = ['department', 'steering', 'directorate'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

export const timelineEntrySchema = z.strictObject({
  at: instantSchema,
  event: z.enum(requestEvents),
  /** What was written; of `escalated`, the level that was told: none where nobody has named its mailbox. */
  note: z.string().max(10_000).optional(),
  register: registrationSchema.optional(),
  official: officialNumberSchema.optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const { title, unit, officer, contacts, days, silence, steps } = procedureSchema.shape;

/** What the receipt of a request tells beyond every receipt. */
export const requestParts = {
  /** Italian, its quotes filled in: as it is registered. */
  subject: z.string().max(500),
  /** Whether it is an *istanza* (CAD art. 65): only where the applicant signed in with an electronic identity. */
  isFormal: z.boolean(),
  /** Of the request itself, once the department's register has given it; what was added to it has its own. */
  official: officialNumberSchema.optional(),
  state: z.enum(requestStates),
  procedure: z.strictObject({
    title,
    unit,
    officer,
    contacts,
    days,
    silence,
    /** Exclusive: the midnight in Rome that ends the last day. While the clock is suspended, as it stood then. */
    deadline: instantSchema.optional(),
    suspendedAt: instantSchema.optional(),
    steps,
  }),
  outcome: z.strictObject({ kind: z.enum(outcomeKinds), reasons: z.string().max(10_000) }).optional(),
  /** What the office waits for. */
  asked: z
    .strictObject({ messageId: submissionIdSchema, text: z.string().max(10_000), dueAt: instantSchema.optional() })
    .optional(),
  timeline: z.array(timelineEntrySchema).max(1000),
  messages: z.array(requestMessageSchema).max(1000),
  attachments: z.array(attachmentSchema).max(200),
};
