import type { Consultation } from '@cmto/contract';
import { aConsultation } from '../builders/index.ts';

const { document: _, ...rest } = aConsultation();

/** What the suite asks about besides `suiteVersions` and `suiteServices`: each is published once. */
export const suiteConsultations: readonly Consultation[] = [
  aConsultation({ slug: 'verifica-osservazioni' }),
  aConsultation({ slug: 'verifica-osservazioni-registrate', register: true }),
  aConsultation({ slug: 'verifica-osservazioni-chiuse', closesAt: '2020-01-01T00:00:00Z' }),
  { ...rest, slug: 'verifica-idee', kind: 'ideas', moderation: { ...rest.moderation, when: 'after' } },
];
