import type { Answers, Attachment, Submission, Survey } from '@cmto/contract';
import { canonicalAnswers } from '@cmto/contract/rules/canonical';
import type { Random } from '../random.ts';
import type { Asked } from './asked.ts';

/** The survey everybody answers here. */
export const survey: Survey = {
  slug: 'prova-dei-guasti',
  version: 1,
  department: 'sviluppo-economico',
  title: 'Prova dei guasti',
  languages: ['it'],
  access: 'open',
  identity: 'none',
  attribution: 'confidential',
  privacy: { notice: 'Risposte inventate.', retentionDays: 30 },
  form: {
    pages: [
      {
        id: 'unica',
        title: 'Unica pagina',
        fields: [
          { id: 'nome', type: 'text', label: 'Nome', required: true },
          { id: 'testo', type: 'long-text', label: 'Osservazione', maxLength: 5000 },
          {
            id: 'temi',
            type: 'choices',
            label: 'Temi',
            options: [
              { value: 'mobilita', label: 'Mobilità' },
              { value: 'acque', label: 'Acque' },
              { value: 'scuole', label: 'Scuole' },
            ],
          },
          { id: 'abitanti', type: 'number', label: 'Abitanti', min: 0, max: 1_000_000 },
          { id: 'giorno', type: 'date', label: 'Giorno' },
          { id: 'allegati', type: 'file', label: 'Allegati', maxFiles: 3, maxBytes: 10_485_760, accept: ['.pdf'] },
        ],
      },
    ],
  },
};

export const responsesPath = `/surveys/${survey.slug}/responses`;

const words = [
  'corse serali',
  'località',
  'perché',
  'naïve',
  'Forno Canavese',
  'più bus 🚌',
  '“virgolette”',
  'tab\te a capo\n',
];

/** Free text, never twice the same. */
export const remark = (random: Random): string =>
  Array.from({ length: random.between(1, 60) }, () => random.pick(words)).join(' ');

export const answersOf = (name: string, random: Random): Answers => ({
  nome: name,
  testo: remark(random),
  temi: ['mobilita', 'acque', 'scuole'].filter((_, at) => at === 0 || random.chance(0.5)),
  abitanti: random.between(0, 900_000),
  giorno: `2026-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
});

export const theSurvey: Asked = { kind: 'survey', definition: survey, path: responsesPath, answersOf };

/** The submission that the widget would freeze when the person presses "send". */
export const submissionOf = (
  answers: Answers,
  attachments: readonly Attachment[] = [],
  { definition: { version, form } }: Asked = theSurvey,
): Submission => ({
  formVersion: version,
  language: 'it',
  answers: canonicalAnswers(form, {
    ...answers,
    ...(attachments.length > 0 ? { allegati: attachments.map(({ sha256 }) => sha256) } : {}),
  }),
  ...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
  completedAt: '2026-11-20T09:29:00Z',
  check: { trap: '' },
});
