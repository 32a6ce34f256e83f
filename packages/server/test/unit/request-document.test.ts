import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { describe, it } from 'node:test';
import { oneFieldOfEachType } from '@cmto/testing/builders';
import fc from 'fast-check';
import type { Answers, Form } from '@cmto/contract';
import { describeAnswers } from '../../src/documents/describe-answers.ts';
import { requestDocument, seal, type RequestDocumentOptions } from '../../src/documents/request-document.ts';

const form: Form = {
  pages: [
    {
      id: 'chi',
      title: { it: 'Chi fa la richiesta', en: 'Who applies' },
      fields: [
        { id: 'nome', type: 'text', label: { it: 'Nome', en: 'Name' } },
        { id: 'comune', type: 'municipality', label: 'Comune' },
        {
          id: 'tipo',
          type: 'choice',
          label: 'Tipo',
          options: [
            { value: 'variante', label: { it: 'Una variante', en: 'A variant' } },
            { value: 'nuovo', label: 'Un piano nuovo' },
          ],
        },
      ],
    },
    {
      id: 'che',
      title: 'La richiesta',
      fields: [
        { id: 'avviso', type: 'note', text: 'Leggere bene' },
        {
          id: 'quale',
          type: 'text',
          label: 'Quale parte di «{{tipo}}»?',
          visibleIf: { field: 'tipo', op: 'equals', value: 'variante' },
        },
        { id: 'quando', type: 'date', label: 'Entro quando?' },
        { id: 'quanto', type: 'number', label: 'Quanto?', unit: 'euro' },
        { id: 'privacy', type: 'consent', label: 'Ho letto' },
        { id: 'carte', type: 'file', label: 'Carte' },
      ],
    },
  ],
};

const file = { field: 'carte', sha256: 'c'.repeat(64), name: 'relazione.pdf', type: 'application/pdf', size: 12 };

const answers: Answers = {
  nome: 'Ada',
  comune: '001272',
  tipo: 'variante',
  quale: 'centro storico',
  quando: '2026-12-24',
  quanto: 12_345.5,
  privacy: true,
  carte: [file.sha256],
};

const options = (parts: Partial<RequestDocumentOptions> = {}): RequestDocumentOptions => ({
  id: '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d',
  department: 'sviluppo-economico',
  slug: 'assistenza',
  formVersion: 1,
  title: 'Assistenza',
  subject: 'Assistenza',
  language: 'en',
  identity: 'none',
  isFormal: false,
  receivedAt: '2026-11-20T11:00:00Z',
  contentHash: 'b'.repeat(64),
  form,
  answers,
  languages: ['it', 'en'],
  attachments: [file],
  municipalityName: (code) => (code === '001272' ? 'Torino' : code),
  ...parts,
});

const told = (given: Answers): [string, string][] =>
  requestDocument(options({ answers: given })).pages.flatMap((page) =>
    page.answers.map(({ label, words }): [string, string] => [label, words]),
  );

describe('the document of a request', () => {
  it('says in Italian words what was asked and answered, page by page', () => {
    assert.deepEqual(told(answers), [
      ['Nome', 'Ada'],
      ['Comune', 'Torino'],
      ['Tipo', 'Una variante'],
      ['Quale parte di «Una variante»?', 'centro storico'],
      ['Entro quando?', '24 dicembre 2026'],
      ['Quanto?', '12.345,5 euro'],
      ['Ho letto', 'Sì'],
      ['Carte', 'relazione.pdf'],
    ]);
  });

  it('keeps every value as it was sent, beside the words', () => {
    const { pages } = requestDocument(options());
    const values = Object.fromEntries(pages.flatMap((page) => page.answers).map(({ field, value }) => [field, value]));
    assert.deepEqual(values, answers);
  });

  it('leaves out what was not answered, what was hidden, and pages with nothing on them', () => {
    assert.deepEqual(told({ nome: 'Ada', tipo: 'nuovo', quale: 'centro' }), [
      ['Nome', 'Ada'],
      ['Tipo', 'Un piano nuovo'],
    ]);
    assert.deepEqual(told({ quando: '2026-12-24' }), [['Entro quando?', '24 dicembre 2026']]);
  });

  it('knows every kind of field', () => {
    const every: Form = { pages: [{ id: 'p', fields: oneFieldOfEachType() }] };
    assert.deepEqual(requestDocument(options({ form: every, answers: {} })).pages, []);
  });

  it('is the same bytes for the same request, whatever the order of its parts, and names its hash', () => {
    const shuffled = Object.fromEntries(Object.entries(answers).toReversed());
    const [one, other] = [options(), options({ answers: shuffled })].map((given) => seal(requestDocument(given)));
    assert.equal(one!.content, other!.content);
    assert.equal(one!.sha256, hash('sha256', Buffer.from(one!.content, 'utf8'), 'hex'));
    assert.notEqual(one!.sha256, seal(requestDocument(options({ subject: 'Altro' }))).sha256);
  });

  it('holds any text unharmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (nome) => {
        const { content } = seal(requestDocument(options({ answers: { nome } })));
        const parsed = JSON.parse(content) as { pages: { answers: { value: string }[] }[] };
        assert.equal(parsed.pages[0]!.answers[0]!.value, nome);
      }),
    );
  });
});

describe('describeAnswers', () => {
  it('speaks another language where the form does', () => {
    const described = describeAnswers({ ...options(), language: 'en', yes: 'Yes', no: 'No' });
    assert.deepEqual(
      described[0]!.answers.map(({ label, words }) => [label, words]),
      [
        ['Name', 'Ada'],
        ['Comune', 'Torino'],
        ['Tipo', 'A variant'],
      ],
    );
  });
});
