import type { Service } from '@cmto/contract';
import { aField, aService } from '../builders/index.ts';

const base = aService();
const [privacy, applicant, wanted] = base.form.pages;

/** What the suite asks about besides `suiteVersions`: each is published once. */
export const suiteServices: readonly Service[] = [
  aService({ slug: 'verifica-richieste' }),
  aService({ slug: 'verifica-altre-richieste' }),
  aService({ slug: 'verifica-indirizzo', identity: 'email' }),
  aService({ slug: 'verifica-identita', identity: 'eid' }),
  aService({ slug: 'verifica-chiuse', closesAt: '2020-01-01T00:00:00Z' }),
  aService({
    slug: 'verifica-rami',
    form: {
      pages: [
        privacy!,
        applicant!,
        {
          ...wanted!,
          fields: [
            ...wanted!.fields,
            aField('text', {
              id: 'motivo',
              visibleIf: { field: 'chi', op: 'equals', value: 'municipality' },
              required: true,
            }),
          ],
        },
      ],
    },
  }),
];
