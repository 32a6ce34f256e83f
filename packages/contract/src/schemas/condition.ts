import { z } from 'zod';
import { idSchema } from './text.ts';

export const comparisonOperators = [
  'equals',
  'not-equals',
  'includes',
  'not-includes',
  'greater',
  'less',
  'answered',
  'not-answered',
] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

export const comparisonSchema = z.strictObject({
  field: idSchema,
  op: z.enum(comparisonOperators),
  value: z.union([z.string().max(2000), z.number(), z.boolean()]).optional(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Conditions are data, never code; they name only fields that come earlier in the form. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z.strictObject({ all: z.array(conditionSchema).max(50) }),
    z.strictObject({ any: z.array(conditionSchema).max(50) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
