import { z } from 'zod';
import { idSchema, instantSchema, localizedTextSchema, optionValueSchema, slugSchema } from './text.ts';

/**
 * Why a figure is not told: `threshold`, it would be of fewer people than the survey's threshold; `complement`, it
 * would give another one away by subtraction.
 */
export const suppressionReasons = ['threshold', 'complement'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

const figures = {
  /** People; null with a reason in `suppressed` when it is not told. */
  count: z.int().min(0).max(1_000_000_000).nullable(),
  suppressed: z.enum(suppressionReasons).optional(),
};

/** One bar: an option, yes or no (`true`, `false`), a value of a scale, a zone of the municipalities. */
export const resultOptionSchema = z.strictObject({
  value: optionValueSchema,
  label: localizedTextSchema.optional(),
  ...figures,
  /** Ranking: mean place, 1 is best. Allocation: mean share, absent ones as 0. Null when not told. */
  mean: z.number().nullable().optional(),
});
export type ResultOption = z.infer<typeof resultOptionSchema>;

const options = z.array(resultOptionSchema).max(1001);

/** Aggregates of one closed question; open questions and personal data have none. */
export const resultFieldSchema = z.strictObject({
  id: idSchema,
  type: z.enum([
    'choice',
    'choices',
    'dropdown',
    'yes-no',
    'scale',
    'number',
    'matrix',
    'ranking',
    'allocation',
    'municipality',
  ]),
  label: localizedTextSchema,
  /** Who answered this question. */
  answered: z.strictObject(figures),
  options: options.optional(),
  /** Other words than the options', where the question allows them: how many, never which. */
  other: z.strictObject(figures).optional(),
  /** Matrix: one list of columns per row. */
  rows: z
    .array(z.strictObject({ value: optionValueSchema, label: localizedTextSchema, options }))
    .max(100)
    .optional(),
  /** Scale and number: mean of the answers, null when not told. */
  mean: z.number().nullable().optional(),
});
export type ResultField = z.infer<typeof resultFieldSchema>;

/** What `GET /surveys/{slug}/results` serves. */
export const resultsSchema = z.strictObject({
  slug: slugSchema,
  title: localizedTextSchema,
  /** The version whose questions these are; answers to older ones count where the field is the same. */
  version: z.int().min(1).max(1_000_000),
  /** No figure of fewer people is told. */
  threshold: z.int().min(5).max(1_000_000),
  responses: z.strictObject(figures),
  /** Figures are renewed in batches, so that two readings cannot be subtracted. */
  updatedAt: instantSchema,
  fields: z.array(resultFieldSchema).max(1000),
});
export type Results = z.infer<typeof resultsSchema>;
