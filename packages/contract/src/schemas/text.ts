import { z } from 'zod';
import { canonicalText } from '../rules/canonical-value.ts';
import { isReservedName } from '../rules/own.ts';

/** Whether `Intl` can read a tag: it throws at one that is no BCP 47, and would do so when a page is rendered. */
const isLanguageTag = (tag: string): boolean => {
  // Nearly every one is a language alone.
  if (tag.length === 2) return true;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/**
 * Well-formed BCP 47 tag. A definition names the languages it has; a submission may name any, since a kit can speak
 * more languages than a definition: whether a tag is registered is not judged.
 */
export const languageSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { abort: true })
  .refine(isLanguageTag, { error: 'no well-formed BCP 47 tag' });

/**
 * Text of a definition: a plain string, or a map from language to string.
 * A missing language falls back to the first of the definition's `languages`, string by string.
 */
export const localizedTextSchema = z.union([
  z.string().min(1).max(20_000),
  z
    .record(languageSchema, z.string().min(1).max(20_000))
    .refine((map) => Object.keys(map).length > 0 && Object.keys(map).length <= 30, {
      error: 'from 1 to 30 languages are needed',
    })
    .meta({ minProperties: 1, maxProperties: 30 }),
]);
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Field, option row and page ids. The three names that reach an object's prototype are no ids. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,62}$/, { abort: true })
  .refine((id) => !isReservedName(id), { error: 'reserved name' });

export const slugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/** RFC 3339 instant in UTC, ending in `Z`. */
export const instantSchema = z.iso.datetime().max(40);

/** Value of an option, row or column: in canonical form, since answers are compared with it in theirs. */
export const optionValueSchema = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => canonicalText(value) === value, { error: 'must have no spaces around it, and be in Unicode NFC' })
  .refine((value) => !isReservedName(value), { error: 'reserved name' });
