import { isRecord } from '../rules/own.ts';
import type { Survey } from '../schemas/survey.ts';

/** Whether a value is an object with that member of its own. */
export const has = (value: unknown, key: string, check: (member: unknown) => boolean): boolean =>
  isRecord(value) && Object.hasOwn(value, key) && check(value[key]);

const isString = (value: unknown): boolean => typeof value === 'string';

const hasList = (value: unknown, key: string, check: (item: unknown) => boolean): boolean =>
  has(value, key, (list) => Array.isArray(list) && list.length > 0 && list.every(check));

/** Whether a value is a definition with a form in it. */
export const isDefinition = (value: unknown): boolean =>
  has(value, 'slug', isString) &&
  has(value, 'version', Number.isInteger) &&
  has(value, 'title', Boolean) &&
  has(value, 'privacy', isRecord) &&
  hasList(value, 'languages', isString) &&
  has(value, 'form', (form) =>
    hasList(
      form,
      'pages',
      (page) =>
        has(page, 'id', isString) &&
        hasList(page, 'fields', (field) => has(field, 'id', isString) && has(field, 'type', isString)),
    ),
  );

/**
 * Whether a value is a survey that our server published, and not something else that came in its place. What the
 * server checked before it published is not checked again: with a thousand questions that would be felt.
 */
export const isSurvey = (value: unknown): value is Survey => isDefinition(value);
