import type { Consultation } from '@cmto/contract';
import { isConsultation } from '@cmto/contract/guards/consultation';
import type { DefinitionKind } from './definition-kind.ts';

export const consultations: DefinitionKind<Consultation> = {
  path: '/consultations/',
  missing: 'consultation.not-found',
  is: isConsultation,
};
