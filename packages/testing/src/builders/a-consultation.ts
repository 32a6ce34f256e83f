import type { Answers, Consultation, Submission } from '@cmto/contract';
import { aField } from './a-field.ts';
import { aSubmission } from './a-submission.ts';

/** A consultation on a document of three sections, moderated before publication, unless said otherwise. */
export const aConsultation = (parts: Partial<Consultation> = {}): Consultation => ({
  slug: 'bozza-di-piano',
  version: 1,
  department: 'pianificazione-strategica',
  kind: 'document',
  title: 'Bozza di piano',
  languages: ['it'],
  access: 'open',
  identity: 'none',
  attribution: 'confidential',
  privacy: { notice: 'Le osservazioni si conservano cinque anni.', retentionDays: 1826 },
  document: {
    title: 'Bozza del piano',
    version: 1,
    sections: [
      {
        id: '1',
        title: '1 Premessa',
        level: 1,
        paragraphs: [{ id: 'p-1', kind: 'text', text: 'Il piano riguarda 312 Comuni.' }],
      },
      {
        id: '2',
        title: '2 Mobilità',
        level: 1,
        paragraphs: [{ id: 'p-2', kind: 'text', text: 'Più treni, ogni quarto d’ora.' }],
      },
      {
        id: '2.1',
        title: '2.1 Biciclette',
        level: 2,
        paragraphs: [{ id: 'p-3', kind: 'text', text: 'Una rete di piste continue.' }],
      },
    ],
  },
  moderation: {
    when: 'before',
    rules: 'Si pubblica ciò che riguarda il documento.',
    reasons: [
      { id: 'fuori-tema', label: 'Non riguarda il documento' },
      { id: 'offese', label: 'Contiene offese' },
    ],
  },
  contribution: {
    text: 'testo',
    type: 'tipo',
    proposal: 'proposta',
    author: 'chi',
    name: ['nome'],
    organisation: 'ente',
    municipality: 'comune',
  },
  form: {
    pages: [
      {
        id: 'osservazione',
        fields: [
          aField('choice', {
            id: 'tipo',
            label: 'Che cos’è?',
            options: [
              { value: 'question', label: 'Una domanda' },
              { value: 'observation', label: 'Un’osservazione' },
              { value: 'proposal', label: 'Una proposta di nuovo testo' },
            ],
          }),
          aField('long-text', { id: 'testo', label: 'Osservazione', required: true }),
          aField('long-text', {
            id: 'proposta',
            label: 'Nuovo testo',
            visibleIf: { field: 'tipo', op: 'equals', value: 'proposal' },
          }),
          aField('choice', {
            id: 'chi',
            label: 'Chi scrive?',
            options: [
              { value: 'citizen', label: 'Una persona' },
              { value: 'municipality', label: 'Un Comune' },
              { value: 'association', label: 'Un’associazione' },
            ],
          }),
          aField('text', { id: 'nome', label: 'Nome e cognome' }),
          aField('text', { id: 'ente', label: 'Ente' }),
          aField('municipality', { id: 'comune', label: 'Comune' }),
          aField('email', { id: 'email', label: 'E-mail' }),
          aField('file', { id: 'allegati', label: 'Allegati' }),
        ],
      },
    ],
  },
  ...parts,
});

/** An observation on section 2.1 of `aConsultation`. */
export const aContribution = (answers: Answers = {}, parts: Partial<Submission> = {}): Submission =>
  aSubmission(
    { testo: 'Servono piste anche nelle valli.', chi: 'citizen', nome: 'Ada Rossi', ...answers },
    { target: { documentVersion: 1, section: '2.1', quote: 'piste continue' }, ...parts },
  );

/** An idea, which is about no document. */
export const anIdea = (answers: Answers = {}, parts: Partial<Submission> = {}): Submission => {
  const { target: _, ...idea } = aContribution(answers, parts);
  return idea;
};
