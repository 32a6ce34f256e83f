import { z } from 'zod';
import { attachmentSchema, submissionIdSchema } from './submission.ts';
import { instantSchema, languageSchema } from './text.ts';
import { officialNumberSchema, registrationSchema } from './registration.ts';

/** What whoever holds a request’s receipt may send to it. A contribution’s takes `appeal`, `withdrawal` and `erasure`. */
export const sentMessageKinds = ['addition', 'withdrawal', 'confirm', 'resend-code', 'erasure'] as const;
/** What the office sends: a question that suspends the clock, a message, the outcome. */
export const officeMessageKinds = ['asked', 'message', 'closed'] as const;
export type SentMessageKind = (typeof sentMessageKinds)[number];

/** A file of a message; it belongs to no field. */
export const messageAttachmentSchema = attachmentSchema.omit({ field: true });
export type MessageAttachment = z.infer<typeof messageAttachmentSchema>;

/** Body of `POST /receipts/{receiptCode}/messages`. */
export const sentMessageSchema = z
  .strictObject({
    kind: z.enum([...sentMessageKinds, 'appeal']),
    text: z.string().min(1).max(10_000).optional(),
    /** The six digits of a `confirm`. */
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    attachments: z.array(messageAttachmentSchema).max(20).optional(),
    language: languageSchema,
  })
  .refine(({ kind, code }) => (kind === 'confirm') === (code !== undefined), {
    error: 'a code belongs to a confirmation, and to nothing else',
    path: ['code'],
  })
  .refine(({ kind, attachments = [] }) => kind === 'addition' || attachments.length === 0, {
    error: 'only an addition has attachments',
    path: ['attachments'],
  })
  .refine(({ kind, text, attachments = [] }) => kind !== 'addition' || text !== undefined || attachments.length > 0, {
    error: 'an addition has a text or attachments',
    path: ['text'],
  })
  .refine(({ kind, text }) => kind !== 'appeal' || text !== undefined, {
    error: 'an appeal says why',
    path: ['text'],
  });
export type SentMessage = z.infer<typeof sentMessageSchema>;

/** A message as the receipt shows it. */
export const requestMessageSchema = z.strictObject({
  id: submissionIdSchema,
  at: instantSchema,
  from: z.enum(['office', 'applicant']),
  kind: z.enum([...sentMessageKinds, 'appeal', ...officeMessageKinds]),
  text: z.string().max(20_000).optional(),
  attachments: z.array(messageAttachmentSchema).max(200),
  register: registrationSchema.optional(),
  /** Its own number in the official register, linked there to the request's. */
  official: officialNumberSchema.optional(),
});
export type RequestMessage = z.infer<typeof requestMessageSchema>;
