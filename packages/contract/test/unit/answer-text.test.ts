import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type AnswerValue, type AnswerWords, describeAnswer, type Field } from '@cmto/contract';
import { aField } from '@cmto/contract/testing/builders';

const words: AnswerWords = {
  text: (text) => (typeof text === 'string' ? text : (text['it'] ?? '')),
  yes: 'Sì',
  no: 'No',
  number: (value) => value.toLocaleString('it-IT'),
  date: (value) => value.split('-').reverse().join('/'),
  municipality: (code) => (code === '001272' ? 'Torino' : code),
  file: () => 'nota.pdf',
  list: (items) => new Intl.ListFormat('it').format(items),
  pair: (question, answer) => `${question}: ${answer}`,
  step: (value, max) => `${value} su ${max}`,
};
const options = [
  { value: 'a', label: { it: 'Acque', en: 'Water' } },
  { value: 'b', label: 'Mobilità' },
];
const rows = [
  { value: 'r1', label: 'Trasporti' },
  { value: 'r2', label: 'Scuole' },
];

const cases: [Field, AnswerValue, string][] = [
  [aField('text'), 'Ciao', 'Ciao'],
  [aField('number', { unit: 'km' }), 1234.5, '1234,5 km'],
  [aField('scale', { max: 5 }), 4, '4 su 5'],
  [aField('date'), '2026-11-20', '20/11/2026'],
  [aField('time'), '09:30', '09:30'],
  [aField('yes-no'), false, 'No'],
  [aField('consent'), true, 'Sì'],
  [aField('choice', { options }), 'a', 'Acque'],
  [aField('choice', { options }), { other: 'Il parroco' }, 'Il parroco'],
  [aField('choices', { options }), ['a', 'b', { other: 'Aria' }], 'Acque, Mobilità e Aria'],
  [aField('choice', { options }), 'tolta', 'tolta'],
  [aField('ranking', { options }), ['b', 'a'], '1. Mobilità\n2. Acque'],
  [aField('allocation', { options, unit: '€' }), { b: 40, a: 60 }, 'Acque: 60 €\nMobilità: 40 €'],
  [aField('matrix', { rows, columns: options }), { r2: 'a', r1: 'b' }, 'Trasporti: Mobilità\nScuole: Acque'],
  [aField('matrix', { rows, columns: options, multiple: true }), { r1: ['a', 'b'] }, 'Trasporti: Acque e Mobilità'],
  [aField('municipality'), '001272', 'Torino'],
  [aField('place'), { address: 'Via Roma 1', lat: 45, lon: 7 }, 'Via Roma 1 · 45, 7'],
  [aField('file'), ['f'.repeat(64)], 'nota.pdf'],
  [
    aField('group', {
      fields: [aField('text', { id: 'nome', label: 'Nome' }), aField('yes-no', { id: 'capo', label: 'Capo' })],
    }),
    [{ nome: 'Anna', capo: true }, { nome: 'Ugo' }],
    'Nome: Anna; Capo: Sì\nNome: Ugo',
  ],
];

for (const [field, value, expected] of cases) {
  it(`an answer of ${field.type} reads “${expected.replace('\n', ' / ')}”`, () =>
    assert.equal(describeAnswer(field, value, words), expected));
}
