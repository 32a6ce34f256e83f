import type { Service } from '@cmto/contract';
import { isService } from '@cmto/contract/guards/service';
import type { DefinitionKind } from './definition-kind.ts';

export const services: DefinitionKind<Service> = {
  path: '/services/',
  missing: 'service.not-found',
  is: isService,
};
