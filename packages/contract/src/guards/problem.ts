import { isRecord } from '../rules/own.ts';
import type { Problem } from '../schemas/problem.ts';

const hasString = (value: unknown, key: string): boolean =>
  isRecord(value) && Object.hasOwn(value, key) && typeof value[key] === 'string';

const isError = (value: unknown): boolean =>
  hasString(value, 'pointer') && hasString(value, 'code') && hasString(value, 'message');

/** Whether a value is a problem of the contract, so one with a code. */
export const isProblem = (value: unknown): value is Problem =>
  isRecord(value) &&
  hasString(value, 'type') &&
  hasString(value, 'title') &&
  hasString(value, 'code') &&
  Object.hasOwn(value, 'status') &&
  typeof value['status'] === 'number' &&
  (!Object.hasOwn(value, 'detail') || hasString(value, 'detail')) &&
  (!Object.hasOwn(value, 'errors') || (Array.isArray(value['errors']) && value['errors'].every(isError)));
