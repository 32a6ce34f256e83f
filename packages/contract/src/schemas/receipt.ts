import { z } from 'zod';
import { contributionParts } from './contribution.ts';
import { registrationSchema } from './registration.ts';
import { requestParts } from './request-status.ts';
import { sha256Schema, submissionIdSchema } from './submission.ts';
import { instantSchema, languageSchema, localizedTextSchema, slugSchema } from './text.ts';

/** 130 bits in Crockford base32: the secret that opens a receipt. */
export const receiptCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

export const receiptSchema = z.strictObject({
  id: submissionIdSchema,
  receiptCode: receiptCodeSchema,
  /** An anonymous answer tells only the day: midnight, Europe/Rome, of the day it arrived. */
  receivedAt: instantSchema,
  contentHash: sha256Schema,
  flags: z
    .array(z.enum(['late', 'check']))
    .max(10)
    .optional(),
  completedAt: instantSchema.optional(),
  register: registrationSchema.optional(),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//),
});
export type Receipt = z.infer<typeof receiptSchema>;

const about = { slug: slugSchema, title: localizedTextSchema, language: languageSchema };

/** What the receipt of an answer tells, be it to a survey or a rating. */
export const surveyStatusSchema = receiptSchema.extend({
  kind: z.enum(['survey', 'rating']),
  ...about,
  state: z.enum(['received']),
});
export type SurveyStatus = z.infer<typeof surveyStatusSchema>;

/** What the receipt of a request tells: the whole of it, since its code is the applicant's only way in. */
export const requestStatusSchema = receiptSchema.extend({ kind: z.literal('request'), ...about, ...requestParts });
export type RequestStatus = z.infer<typeof requestStatusSchema>;

/** What the receipt of a contribution tells: whether it is published, and what the office says of it. */
export const contributionStatusSchema = receiptSchema.extend({
  kind: z.literal('contribution'),
  ...about,
  ...contributionParts,
});
export type ContributionStatus = z.infer<typeof contributionStatusSchema>;

/** What `GET /receipts/{receiptCode}` tells the person who holds the code. */
export const receiptStatusSchema = z.discriminatedUnion('kind', [
  surveyStatusSchema,
  requestStatusSchema,
  contributionStatusSchema,
]);
export type ReceiptStatus = z.infer<typeof receiptStatusSchema>;
