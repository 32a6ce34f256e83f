import { z } from 'zod';
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
  register: z
    .strictObject({
      code: z.string().max(40),
      year: z.int().min(1900).max(9999),
      number: z.string().regex(/^\d{7,20}$/),
      status: z.enum(['provisional', 'registered', 'annulled']),
    })
    .optional(),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What `GET /receipts/{receiptCode}` tells the person who holds the code. */
export const receiptStatusSchema = receiptSchema.extend({
  kind: z.enum(['survey']),
  slug: slugSchema,
  title: localizedTextSchema,
  language: languageSchema,
  state: z.enum(['received']),
});
export type ReceiptStatus = z.infer<typeof receiptStatusSchema>;
