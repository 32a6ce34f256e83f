import { isRecord } from '../rules/own.ts';
import type { Consultation } from '../schemas/consultation.ts';
import { has, isDefinition } from './survey.ts';

/** Whether a value is a consultation that our server published: nothing else has rules by which contributions are published. */
export const isConsultation = (value: unknown): value is Consultation =>
  isDefinition(value) &&
  has(value, 'contribution', (roles) => has(roles, 'text', (id) => typeof id === 'string')) &&
  has(value, 'moderation', isRecord);
