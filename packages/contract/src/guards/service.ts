import { isRecord } from '../rules/own.ts';
import type { Service } from '../schemas/service.ts';
import { has, isDefinition } from './survey.ts';

/** Whether a value is a service that our server published: a survey that came in its place has no procedure. */
export const isService = (value: unknown): value is Service =>
  isDefinition(value) &&
  has(value, 'applicant', isRecord) &&
  has(value, 'procedure', (procedure) => has(procedure, 'title', Boolean) && has(procedure, 'contacts', isRecord));
