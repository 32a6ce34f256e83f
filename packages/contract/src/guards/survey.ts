import { isRecord } from '../rules/own.ts';
import type { Service } from '../schemas/service.ts';
import type { Survey } from '../schemas/survey.ts';

const has = (value: unknown, key: string, check: (member: unknown) => boolean): boolean =>
  isRecord(value) && Object.hasOwn(value, key) && check(value[key]);

const isString = (value: unknown): boolean => typeof value === 'string';

const hasList = (value: unknown, key: string, check: (item: unknown) => boolean): boolean =>
  has(value, key, (list) => Array.isArray(list) && list.length > 0 && list.every(check));

const isDefinition = (value: unknown): boolean =>
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

/** The same of a service: a survey that came in its place has no procedure. */
export const isService = (value: unknown): value is Service =>
  isDefinition(value) &&
  has(value, 'applicant', isRecord) &&
  has(value, 'procedure', (procedure) => has(procedure, 'title', Boolean) && has(procedure, 'contacts', isRecord));
