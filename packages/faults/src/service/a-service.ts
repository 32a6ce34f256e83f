import type { Service } from '@cmto/contract';
import type { Random } from '../random.ts';
import type { Asked } from './asked.ts';
import { remark } from './survey.ts';

/** The service everybody applies to here: every request is registered at once. */
const service: Service = {
  slug: 'prova-delle-richieste',
  version: 1,
  department: 'sviluppo-economico',
  title: 'Prova delle richieste',
  languages: ['it'],
  access: 'open',
  identity: 'none',
  attribution: 'confidential',
  privacy: { notice: 'Richieste inventate.', retentionDays: 30 },
  procedure: {
    title: 'Assistenza ai Comuni',
    days: 30,
    silence: 'none',
    unit: 'Unità Pianificazione',
    contacts: { email: 'ufficio@example.it' },
  },
  applicant: { name: ['nome'], email: 'email' },
  subject: 'Assistenza: {{nome}}',
  form: {
    pages: [
      {
        id: 'informativa',
        title: 'Informativa',
        fields: [{ id: 'privacy', type: 'consent', label: 'Ho letto l’informativa', required: true }],
      },
      {
        id: 'richiesta',
        title: 'Richiesta',
        fields: [
          { id: 'nome', type: 'text', label: 'Nome', required: true },
          { id: 'email', type: 'email', label: 'E-mail' },
          { id: 'testo', type: 'long-text', label: 'Richiesta', maxLength: 5000 },
          { id: 'allegati', type: 'file', label: 'Allegati', maxFiles: 3, maxBytes: 10_485_760, accept: ['.pdf'] },
        ],
      },
    ],
  },
};

export const theService: Asked = {
  kind: 'request',
  definition: service,
  path: `/services/${service.slug}/requests`,
  answersOf: (name: string, random: Random) => ({
    privacy: true,
    nome: name,
    email: `${random.uuid()}@example.it`,
    testo: remark(random),
  }),
};
