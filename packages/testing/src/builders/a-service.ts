import type { Answers, RequestSubmission, Service } from '@cmto/contract';
import { aField } from './a-field.ts';

/** A service that takes requests from persons, organisations and municipalities, unless said otherwise. */
export const aService = (parts: Partial<Service> = {}): Service => ({
  slug: 'assistenza',
  version: 1,
  department: 'sviluppo-economico',
  title: 'Assistenza tecnica',
  languages: ['it'],
  access: 'open',
  identity: 'none',
  attribution: 'confidential',
  privacy: { notice: 'Le richieste si conservano cinque anni.', retentionDays: 1826 },
  procedure: {
    title: 'Assistenza tecnica ai Comuni',
    days: 30,
    silence: 'none',
    unit: 'Unità Pianificazione',
    officer: 'Maria Bianchi',
    contacts: { email: 'ufficio@example.it' },
    steps: ['L’ufficio legge la richiesta.', 'L’ufficio risponde.'],
  },
  applicant: { kind: 'chi', name: ['nome', 'cognome'], organisation: ['ente'], taxCode: ['cf'], email: 'email' },
  subject: 'Assistenza su {{tema}}',
  form: {
    pages: [
      {
        id: 'informativa',
        fields: [aField('consent', { id: 'privacy', label: 'Ho letto l’informativa', required: true })],
      },
      {
        id: 'richiedente',
        fields: [
          aField('choice', {
            id: 'chi',
            label: 'Chi chiede?',
            required: true,
            options: [
              { value: 'person', label: 'Una persona' },
              { value: 'organisation', label: 'Un’organizzazione' },
              { value: 'municipality', label: 'Un Comune' },
            ],
          }),
          aField('text', { id: 'nome', label: 'Nome', required: true }),
          aField('text', { id: 'cognome', label: 'Cognome', required: true }),
          aField('text', { id: 'ente', label: 'Ente', visibleIf: { field: 'chi', op: 'not-equals', value: 'person' } }),
          aField('tax-code', { id: 'cf', label: 'Codice fiscale' }),
          aField('email', { id: 'email', label: 'E-mail', required: true }),
        ],
      },
      {
        id: 'richiesta',
        fields: [
          aField('text', { id: 'tema', label: 'Tema', required: true }),
          aField('file', { id: 'allegati', label: 'Allegati' }),
        ],
      },
    ],
  },
  ...parts,
});

/** What Ada Rossi sends to `aService`. */
export const aRequest = (answers: Answers = {}, parts: Partial<RequestSubmission> = {}): RequestSubmission => ({
  formVersion: 1,
  language: 'it',
  answers: {
    privacy: true,
    chi: 'person',
    nome: 'Ada',
    cognome: 'Rossi',
    email: 'ada.rossi@example.it',
    tema: 'varianti al piano regolatore',
    ...answers,
  },
  check: { trap: '' },
  ...parts,
});
