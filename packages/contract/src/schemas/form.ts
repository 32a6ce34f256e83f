import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { fieldSchema } from './field.ts';
import { idSchema, localizedTextSchema } from './text.ts';

export const pageSchema = z.strictObject({
  id: idSchema,
  title: localizedTextSchema.optional(),
  intro: localizedTextSchema.optional(),
  visibleIf: conditionSchema.optional(),
  fields: z.array(fieldSchema).min(1).max(1000),
});
export type Page = z.infer<typeof pageSchema>;

export const formSchema = z.strictObject({ pages: z.array(pageSchema).min(1).max(100) });
export type Form = z.infer<typeof formSchema>;
