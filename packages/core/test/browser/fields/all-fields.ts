import type { AnswerValue, Field } from '@cmto/contract';

const lines = (...words: string[]) => words.map((label, index) => ({ value: `v${index + 1}`, label }));

const themes = lines(
  'Trasporti pubblici',
  'Qualità dell’aria',
  'Servizi alle imprese',
  'Scuola e formazione',
  'Turismo e cultura',
);

/** One field of every type, with real words, and an answer to it. */
export const allFields: readonly (readonly [field: Field, answer: AnswerValue | undefined])[] = [
  [
    { id: 'nome', type: 'text', label: 'Nome dell’ente', help: 'Come compare nello statuto', maxLength: 120 },
    'Comune di Agliè',
  ],
  [{ id: 'idee', type: 'long-text', label: 'Che cosa manca nel piano?', maxLength: 600 }, 'Più treni la sera.'],
  [{ id: 'posta', type: 'email', label: 'Indirizzo e-mail' }, 'sindaca@comune.esempio.it'],
  [{ id: 'tel', type: 'phone', label: 'Telefono' }, '011 861 1111'],
  [{ id: 'sito', type: 'url', label: 'Sito web' }, 'https://www.esempio.it'],
  [{ id: 'cf', type: 'tax-code', label: 'Codice fiscale', kind: 'person' }, 'RSSMRA80A01L219M'],
  [{ id: 'conto', type: 'iban', label: 'IBAN' }, 'IT60 X054 2811 1010 0000 0123 456'],
  [{ id: 'cap', type: 'postal-code', label: 'CAP' }, '10138'],
  [{ id: 'spesa', type: 'number', label: 'Spesa annua', unit: 'euro', min: 0 }, 1234.5],
  [{ id: 'giorno', type: 'date', label: 'Data dell’assemblea', min: '2026-01-01' }, '2026-11-20'],
  [{ id: 'ora', type: 'time', label: 'Ora di inizio' }, '09:30'],
  [{ id: 'coopera', type: 'yes-no', label: 'Il comune coopera con altri?' }, false],
  [
    {
      id: 'ruolo',
      type: 'choice',
      label: 'In quale ruolo rispondi?',
      options: [
        ...lines('Sindaco o sindaca', 'Tecnico comunale'),
        { value: 'v3', label: 'Associazione', help: 'Anche non riconosciuta' },
      ],
      other: true,
    },
    { other: 'Rete di scuole' },
  ],
  [
    {
      id: 'temi',
      type: 'choices',
      label: 'Quali temi sono prioritari?',
      options: [...themes, { value: 'nessuno', label: 'Nessuno di questi', exclusive: true }],
      other: true,
      maxSelected: 3,
    },
    ['v1', 'v3'],
  ],
  [
    {
      id: 'zona',
      type: 'dropdown',
      label: 'Zona omogenea',
      options: lines('Torino', 'AMT Ovest', 'AMT Sud'),
      other: true,
    },
    'v2',
  ],
  [
    {
      id: 'utile',
      type: 'scale',
      label: 'Quanto è utile il piano?',
      min: 1,
      max: 10,
      minLabel: 'Per niente',
      maxLabel: 'Moltissimo',
    },
    7,
  ],
  [{ id: 'voto', type: 'scale', label: 'Valuta il servizio', min: 1, max: 5, display: 'stars' }, 4],
  [{ id: 'privacy', type: 'consent', label: 'Ho letto l’informativa sulla privacy' }, true],
  [{ id: 'nota', type: 'note', text: 'Le prossime domande riguardano il tuo comune.' }, undefined],
  [
    {
      id: 'giudizi',
      type: 'matrix',
      label: 'Come valuti la cooperazione su questi temi?',
      rows: themes.slice(0, 3),
      columns: lines('Scarsa', 'Sufficiente', 'Buona', 'Ottima'),
    },
    { v1: 'v3', v2: 'v1' },
  ],
  [{ id: 'ordine', type: 'ranking', label: 'Ordina i temi per importanza', options: themes }, ['v2', 'v1']],
  [
    { id: 'fondi', type: 'allocation', label: 'Come divideresti i fondi?', options: themes, total: 100, unit: 'punti' },
    { v1: 50, v2: 30 },
  ],
  [{ id: 'comune', type: 'municipality', label: 'Comune' }, '001001'],
  [
    { id: 'luogo', type: 'place', label: 'Dove si trova il problema?' },
    { address: 'Via Po 1, Torino', lat: 45.06871, lon: 7.68934 },
  ],
  [{ id: 'allegati', type: 'file', label: 'Allegati', accept: ['.pdf', 'image/*'], maxFiles: 3 }, ['a'.repeat(64)]],
  [
    {
      id: 'referenti',
      type: 'group',
      label: 'Referenti del comune',
      minRows: 1,
      maxRows: 3,
      fields: [
        { id: 'nome', type: 'text', label: 'Nome e cognome' },
        { id: 'compito', type: 'choice', label: 'Compito', options: lines('Politico', 'Tecnico') },
      ],
    },
    [{ nome: 'Anna Ferrero', compito: 'v1' }, { nome: 'Luca Boero' }],
  ],
];
