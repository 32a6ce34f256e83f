import { z } from 'zod';
import { issueCodes } from '../rules/issue.ts';
import { conditionSchema } from './condition.ts';
import { idSchema, localizedTextSchema, optionValueSchema } from './text.ts';

const base = {
  id: idSchema,
  label: localizedTextSchema,
  help: localizedTextSchema.optional(),
  required: z.boolean().optional(),
  requiredIf: conditionSchema.optional(),
  visibleIf: conditionSchema.optional(),
  /** Replaces the kit's own words for an issue code (`answer.required` …) of this field. */
  messages: z.partialRecord(z.enum(issueCodes), localizedTextSchema).optional(),
};

const count = z.int().min(0).max(100_000);

export const optionSchema = z.strictObject({
  value: optionValueSchema,
  label: localizedTextSchema,
  help: localizedTextSchema.optional(),
  exclusive: z.boolean().optional(),
  visibleIf: conditionSchema.optional(),
});
export type Option = z.infer<typeof optionSchema>;

const optionsBase = {
  options: z.array(optionSchema).min(1).max(1000),
  other: z.boolean().optional(),
  randomOrder: z.boolean().optional(),
};

const matrixLineSchema = z.strictObject({ value: optionValueSchema, label: localizedTextSchema });
export type MatrixLine = z.infer<typeof matrixLineSchema>;

const isoDate = z.iso.date();
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const textual = { minLength: count.optional(), maxLength: z.int().min(1).max(50_000).optional() };

const text = z.strictObject({ ...base, type: z.literal('text'), ...textual });
const longText = z.strictObject({ ...base, type: z.literal('long-text'), ...textual });
const email = z.strictObject({ ...base, type: z.literal('email') });
const phone = z.strictObject({ ...base, type: z.literal('phone') });
const url = z.strictObject({ ...base, type: z.literal('url') });
const postalCode = z.strictObject({ ...base, type: z.literal('postal-code') });
const iban = z.strictObject({ ...base, type: z.literal('iban') });
const taxCode = z.strictObject({
  ...base,
  type: z.literal('tax-code'),
  kind: z.enum(['person', 'company', 'any']).optional(),
});
const number = z.strictObject({
  ...base,
  type: z.literal('number'),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
  unit: localizedTextSchema.optional(),
});
const date = z.strictObject({ ...base, type: z.literal('date'), min: isoDate.optional(), max: isoDate.optional() });
const time = z.strictObject({ ...base, type: z.literal('time'), min: wallTime.optional(), max: wallTime.optional() });
const yesNo = z.strictObject({ ...base, type: z.literal('yes-no') });
const consent = z.strictObject({ ...base, type: z.literal('consent') });
const choice = z.strictObject({ ...base, type: z.literal('choice'), ...optionsBase });
const dropdown = z.strictObject({ ...base, type: z.literal('dropdown'), ...optionsBase });
const choices = z.strictObject({
  ...base,
  type: z.literal('choices'),
  ...optionsBase,
  minSelected: count.optional(),
  maxSelected: count.optional(),
});
const ranking = z.strictObject({
  ...base,
  type: z.literal('ranking'),
  ...optionsBase,
  minRanked: count.optional(),
  maxRanked: count.optional(),
});
const allocation = z.strictObject({
  ...base,
  type: z.literal('allocation'),
  ...optionsBase,
  total: z.number().positive().max(1e12),
  unit: localizedTextSchema.optional(),
});
const scale = z.strictObject({
  ...base,
  type: z.literal('scale'),
  min: z.int().min(-100).max(100),
  max: z.int().min(-100).max(100),
  minLabel: localizedTextSchema.optional(),
  maxLabel: localizedTextSchema.optional(),
  display: z.enum(['stars', 'numbers']).optional(),
});
const matrix = z.strictObject({
  ...base,
  type: z.literal('matrix'),
  rows: z.array(matrixLineSchema).min(1).max(100),
  columns: z.array(matrixLineSchema).min(1).max(30),
  multiple: z.boolean().optional(),
});
const municipality = z.strictObject({ ...base, type: z.literal('municipality') });
const place = z.strictObject({ ...base, type: z.literal('place') });
const file = z.strictObject({
  ...base,
  type: z.literal('file'),
  /** Media types or `.ext`, as in HTML's `accept`. */
  accept: z.array(z.string().max(100)).max(30).optional(),
  maxFiles: z.int().min(1).max(20).optional(),
  maxBytes: z.int().min(1).max(10_485_760).optional(),
});
/** `note` shows text and takes no answer. */
const note = z.strictObject({
  id: idSchema,
  type: z.literal('note'),
  text: localizedTextSchema,
  visibleIf: conditionSchema.optional(),
});

const simpleFields = [
  text,
  longText,
  email,
  phone,
  url,
  postalCode,
  iban,
  taxCode,
  number,
  date,
  time,
  yesNo,
  consent,
  choice,
  dropdown,
  choices,
  ranking,
  allocation,
  scale,
  matrix,
  municipality,
  place,
  file,
  note,
] as const;

/** A field that may stand in a group's row: every type but `group` itself. */
export const rowFieldSchema = z.discriminatedUnion('type', simpleFields);
export type RowField = z.infer<typeof rowFieldSchema>;

const group = z.strictObject({
  ...base,
  type: z.literal('group'),
  fields: z.array(rowFieldSchema).min(1).max(50),
  minRows: count.optional(),
  maxRows: z.int().min(1).max(200).optional(),
});

export const fieldSchema = z.discriminatedUnion('type', [...simpleFields, group]);
export type Field = z.infer<typeof fieldSchema>;
export type FieldType = Field['type'];
/** The field of one type: `FieldOf<'choice'>`. */
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
/** Every field that takes an answer, so all but `note`. */
export type AnswerableField = Exclude<Field, { type: 'note' }>;
export type GroupField = FieldOf<'group'>;
