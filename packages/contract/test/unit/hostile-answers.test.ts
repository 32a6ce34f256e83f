import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, issueCodes, issueMessage } from '@cmto/contract';
import { aField, aForm } from '@cmto/contract/testing/builders';
import { cpuTime } from '@cmto/contract/testing/cpu-time';

const form = aForm(
  aField('text', { id: 'nome' }),
  aField('choice', { id: 'scelta', other: true }),
  aField('matrix', { id: 'matrice' }),
  aField('place', { id: 'luogo' }),
  aField('group', { id: 'righe', fields: [aField('place', { id: 'dove' })] }),
  aField('note', { id: 'nota' }),
);
const found = (json: string): string[] =>
  checkAnswers(form, JSON.parse(json)).map(({ pointer, code }) => `${pointer} ${code}`);

describe('answers sent by somebody who tries things', () => {
  it('have to be an object', () => {
    for (const json of ['null', '[]', '"x"', '3', 'true']) assert.deepEqual(found(json), [' answer.shape']);
  });
  it('name only fields of the form, and no notes', () => {
    assert.deepEqual(found('{"cognome":"x","a/b~c":1,"nota":"x"}'), [
      '/cognome answer.unknown-field',
      '/a~1b~0c answer.unknown-field',
      '/nota answer.unknown-field',
    ]);
  });
  it('carry no key that reaches a prototype, at any depth', () => {
    const name = ['__proto__', 'constructor', 'prototype'] as const;
    for (const key of name) {
      assert.deepEqual(found(`{"${key}":{"nome":"x"}}`), [`/${key} answer.forbidden-key`]);
      assert.deepEqual(found(`{"nome":{"${key}":1}}`), [`/nome/${key} answer.forbidden-key`]);
      assert.deepEqual(found(`{"scelta":{"other":"x","${key}":1}}`), [`/scelta/${key} answer.forbidden-key`]);
      assert.deepEqual(found(`{"matrice":{"r1":"o1","${key}":"o1"}}`), [`/matrice/${key} answer.forbidden-key`]);
      assert.deepEqual(found(`{"righe":[{},{"dove":{"address":"x","${key}":1}}]}`), [
        `/righe/1/dove/${key} answer.forbidden-key`,
      ]);
      assert.deepEqual(found(`{"righe":[{"${key}":1}]}`), [`/righe/0/${key} answer.forbidden-key`]);
    }
    assert.equal(({} as Record<string, unknown>)['nome'], undefined);
  });
  it('may be null nowhere: unanswered is absent', () => {
    assert.deepEqual(found('{"nome":null,"scelta":null}'), ['/nome answer.shape', '/scelta answer.shape']);
  });
  it('nested a hundred thousand deep, are refused without an exception', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const id of ['nome', 'matrice', 'righe', 'luogo']) {
      assert.deepEqual(found(`{"${id}":${deep}}`), [id === 'righe' ? '/righe/0 answer.shape' : `/${id} answer.shape`]);
    }
  });
  it('get a hundred complaints at most, and short ones', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x${at}${'y'.repeat(1000)}`, at]));
    const issues = checkAnswers(form, many);
    assert.equal(issues.length, 100);
    assert.ok(issues.every(({ pointer }) => pointer.length < 210));
  });
  it('are judged in little time, long as they may be', () => {
    const text = [
      'a'.repeat(1e6),
      '1'.repeat(1e6),
      ' '.repeat(1e6),
      '((('.repeat(3e5),
      'a@'.repeat(5e5),
      'http://a.'.repeat(1e5),
      '\r'.repeat(1e6),
      '\u0301'.repeat(2e5),
    ];
    const types = [
      'text',
      'email',
      'phone',
      'url',
      'iban',
      'tax-code',
      'postal-code',
      'date',
      'time',
      'municipality',
    ] as const;
    const all = aForm(...types.map((type) => aField(type, { id: `f-${type}` })));
    for (const value of text) {
      const answers = Object.fromEntries(types.map((type) => [`f-${type}`, value]));
      const spent = cpuTime(() => checkAnswers(all, answers));
      assert.ok(spent < 1500, `${value.slice(0, 5)}… took ${spent} ms for ten fields of 1 MB`);
    }
  });
});

describe('issue messages', () => {
  it('exist for every code and leave no brace', () => {
    for (const code of issueCodes) {
      const words = issueMessage({ code, params: { min: 1, max: 2 } });
      assert.ok(words.length > 5, code);
      assert.doesNotMatch(words, /[{}]/);
    }
    assert.equal(issueMessage({ code: 'answer.min', params: { min: 3 } }), 'The number must be at least 3');
  });
});
