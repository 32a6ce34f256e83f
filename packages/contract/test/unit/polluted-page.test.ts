import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers, canonicalJson, checkAnswers, type Form, visibilityOf } from '@cmto/contract';
import { aField, aForm } from '@cmto/contract/testing/builders';
import { pollutions, withPollution } from '@cmto/contract/testing/pollution';

/** A form whose fields say nothing but what they must, so that every setting they lack could come from elsewhere. */
const form = aForm(
  aField('text', { id: 'f0' }),
  aField('choice', { id: 'scelta' }),
  aField('dropdown', { id: 'tendina' }),
  aField('choices', { id: 'scelte' }),
  aField('ranking', { id: 'ordine' }),
  aField('allocation', { id: 'quote' }),
  aField('matrix', { id: 'matrice' }),
  aField('number', { id: 'numero' }),
  aField('date', { id: 'giorno' }),
  aField('tax-code', { id: 'codice' }),
  aField('place', { id: 'luogo' }),
  aField('file', { id: 'file' }),
  aField('consent', { id: 'consenso' }),
  aField('group', { id: 'righe', fields: [aField('text', { id: 'nome' }), aField('choice', { id: 'quale' })] }),
  aField('yes-no', { id: 'ultima', visibleIf: { field: 'mai', op: 'answered' } }),
);

const cases: Record<string, object> = {
  nothing: {},
  'right answers': {
    f0: 'a',
    scelta: 'o1',
    tendina: 'o2',
    scelte: ['o1', 'o2'],
    ordine: ['o1', 'o2', 'o3'],
    quote: { o1: 100 },
    matrice: { r1: 'o1' },
    numero: 9,
    giorno: '2026-11-20',
    codice: 'RSSMRA85T10A562S',
    luogo: { address: 'Via Roma 1' },
    file: ['a'.repeat(64), 'b'.repeat(64)],
    consenso: false,
    righe: [{ nome: 'Anna' }, { quale: 'o1' }],
  },
  'wrong answers': {
    scelta: { other: 'x' },
    tendina: {},
    scelte: ['o1', { other: 'x' }],
    ordine: ['o1'],
    quote: { o2: 99 },
    matrice: { r1: ['o1'], f0: 'o1' },
    luogo: { lat: 45 },
    righe: [{}, { quale: { other: 'x' } }],
    ultima: true,
    altro: 1,
  },
};

const decide = (source: string, typed: string): string => {
  const parsed = JSON.parse(source) as Form;
  const answers = JSON.parse(typed) as Answers;
  const shown = visibilityOf(parsed, answers);
  return canonicalJson([checkAnswers(parsed, answers), shown.answers, shown.pages.map(({ id }) => id)]);
};

for (const pollution of pollutions) {
  for (const [name, answers] of Object.entries(cases)) {
    test(`${pollution.name} on Object.prototype change nothing about ${name}`, () => {
      const [source, typed] = [JSON.stringify(form), JSON.stringify(answers)];
      const clean = decide(source, typed);
      for (const enumerable of [true, false]) {
        assert.equal(
          withPollution(pollution, enumerable, () => decide(source, typed)),
          clean,
        );
      }
      assert.equal(clean === '[[],{},["pagina"]]', name === 'nothing');
    });
  }
}
