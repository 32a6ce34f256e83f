import { z } from 'zod';
import { formSchema } from './form.ts';
import { instantSchema, languageSchema, localizedTextSchema, slugSchema } from './text.ts';

export const accessModes = ['open', 'invitation'] as const;
export const identityModes = ['none', 'email', 'eid', 'municipality'] as const;
export const attributionModes = ['anonymous', 'confidential', 'institutional'] as const;

/** What every definition that people fill in says of itself. */
export const definitionTexts = {
  title: localizedTextSchema,
  intro: localizedTextSchema.optional(),
  /** Shown on the receipt, after "sent". */
  thanks: localizedTextSchema.optional(),
  /** Minutes it takes, as told to the citizen. */
  minutes: z.int().min(1).max(600).optional(),
  languages: z.array(languageSchema).min(1).max(30),
};

/** Who may fill it in, when, and what becomes of it. */
export const definitionTerms = {
  opensAt: instantSchema.optional(),
  /** Exclusive: an answer at this very instant is late. */
  closesAt: instantSchema.optional(),
  /** Minutes after `closesAt` within which an answer completed in time is still accepted, flagged `late`. */
  graceMinutes: z.int().min(0).max(525_600).optional(),
  access: z.enum(accessModes),
  attribution: z.enum(attributionModes),
  privacy: z.strictObject({
    notice: localizedTextSchema,
    /** Full notice, an http(s) address. */
    url: z
      .string()
      .max(2000)
      .regex(/^https?:\/\//)
      .optional(),
    retentionDays: z.int().min(1).max(36_500),
  }),
};

const results = z
  .strictObject({
    /** No cell under this count is ever published. Default 10, floor 5. */
    threshold: z.int().min(5).max(1_000_000).optional(),
    publish: z.enum(['never', 'after-close', 'always']).optional(),
  })
  .optional();

/** What `GET /surveys/{slug}` serves. */
export const surveySchema = z.strictObject({
  slug: slugSchema,
  version: z.int().min(1).max(1_000_000),
  department: slugSchema,
  ...definitionTexts,
  ...definitionTerms,
  results,
  identity: z.enum(identityModes),
  form: formSchema,
});
export type Survey = z.infer<typeof surveySchema>;

/**
 * What an editor imports. `version` is informative (the server numbers versions); `identity: "anonymous"` alone
 * is shorthand for open access, no identity, anonymous attribution.
 */
export const surveyFileSchema = z.strictObject({
  slug: slugSchema,
  version: z.int().min(1).max(1_000_000).optional(),
  department: slugSchema,
  ...definitionTexts,
  ...definitionTerms,
  results,
  access: z.enum(accessModes).optional(),
  attribution: z.enum(attributionModes).optional(),
  identity: z.enum([...identityModes, 'anonymous']).optional(),
  form: formSchema,
});
export type SurveyFile = z.infer<typeof surveyFileSchema>;
