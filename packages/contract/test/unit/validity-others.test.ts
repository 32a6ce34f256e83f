import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answers, checkAnswers, checkAttachments, checkField, checkPage } from '@cmto/contract';
import { aField, aForm } from '@cmto/contract/testing/builders';
import { codesOf } from './codes-of.ts';

const hash = (digit: string): string => digit.repeat(64);

describe('number', () => {
  const field = aField('number', { min: 0, max: 10, step: 0.1 });
  it('keeps to bounds and steps, in decimals', () => {
    for (const value of [0, 0.1, 0.3, 0.7, 2.9, 10, -0]) assert.deepEqual(codesOf(field, value), [], String(value));
    assert.deepEqual(codesOf(field, 0.15), ['answer.step']);
    assert.deepEqual(codesOf(field, -0.1), ['answer.min']);
    assert.deepEqual(codesOf(field, 10.1), ['answer.max']);
  });
  it('counts steps from the least value', () => {
    const odd = aField('number', { min: 1, step: 2 });
    assert.deepEqual(codesOf(odd, 7), []);
    assert.deepEqual(codesOf(odd, 8), ['answer.step']);
    assert.deepEqual(codesOf(aField('number', { step: 5 }), -10), []);
  });
  it('takes any decimal without a step', () => {
    for (const value of [1e21, 1e-9, -3.75, Number.MAX_VALUE]) assert.deepEqual(codesOf(aField('number'), value), []);
    assert.deepEqual(codesOf(aField('number', { step: 1 }), Number.MAX_VALUE), []);
    assert.deepEqual(codesOf(aField('number', { step: 1 }), Number.MIN_VALUE), ['answer.step']);
  });
  it('wants a number, not words about one', () => {
    for (const value of ['12', true, null, [1], {}])
      assert.deepEqual(codesOf(aField('number'), value), ['answer.number'], JSON.stringify(value));
    assert.deepEqual(codesOf(aField('number'), JSON.parse('1e999')), ['answer.number']);
  });
});

describe('scale', () => {
  it('takes whole numbers from end to end', () => {
    assert.deepEqual(codesOf(aField('scale'), 1), []);
    assert.deepEqual(codesOf(aField('scale'), 5), []);
    for (const value of [0, 6, 2.5]) assert.deepEqual(codesOf(aField('scale'), value), ['answer.scale']);
    assert.deepEqual(codesOf(aField('scale'), '3'), ['answer.shape']);
    assert.deepEqual(checkField(aField('scale'), 9, () => undefined)[0]?.params, { min: 1, max: 5 });
  });
});

describe('yes-no and consent', () => {
  it('take no for an answer', () => {
    assert.deepEqual(codesOf(aField('yes-no', { required: true }), false), []);
    assert.deepEqual(codesOf(aField('yes-no', { required: true }), undefined), ['answer.required']);
    assert.deepEqual(codesOf(aField('consent'), false), []);
  });
  it('a required consent must be given', () => {
    assert.deepEqual(codesOf(aField('consent', { required: true }), true), []);
    assert.deepEqual(codesOf(aField('consent', { required: true }), false), ['answer.consent']);
    assert.deepEqual(codesOf(aField('consent', { required: true }), undefined), ['answer.consent']);
  });
  it('refuse other shapes', () => {
    for (const value of ['true', 1, null]) assert.deepEqual(codesOf(aField('yes-no'), value), ['answer.shape']);
  });
});

describe('matrix', () => {
  const all = { r1: 'o1', r2: 'o1', r3: 'o3' };
  it('takes a column for each row, some rows where it is optional', () => {
    assert.deepEqual(codesOf(aField('matrix'), all), []);
    assert.deepEqual(codesOf(aField('matrix'), { r1: 'o1' }), []);
  });
  it('wants every row where it is required', () => {
    const required = aField('matrix', { required: true });
    assert.deepEqual(codesOf(required, all), []);
    assert.deepEqual(codesOf(required, { r1: 'o1', r3: 'o2' }), ['/r2 answer.matrix-rows']);
    assert.deepEqual(codesOf(required, { ...all, r2: '' }), ['/r2 answer.matrix-rows']);
    assert.deepEqual(codesOf(required, {}), ['answer.required']);
    assert.deepEqual(checkField(required, { r1: 'o1' }, () => undefined)[0]?.params, { total: 3, remaining: 2 });
  });
  it('takes several columns where it says so', () => {
    const multiple = aField('matrix', { multiple: true, required: true });
    assert.deepEqual(codesOf(multiple, { r1: ['o1', 'o2'], r2: ['o1'], r3: ['o3'] }), []);
    assert.deepEqual(codesOf(multiple, { r1: ['o1', 'o1'], r2: [], r3: ['o9'] }), [
      '/r1/1 answer.duplicate',
      '/r3/0 answer.option',
      '/r2 answer.matrix-rows',
    ]);
    assert.deepEqual(codesOf(multiple, { r1: 'o1' }), ['/r1 answer.shape', '/r2 answer.matrix-rows']);
  });
  it('points at rows and columns it does not have', () => {
    assert.deepEqual(codesOf(aField('matrix'), { r9: 'o1' }), ['/r9 answer.unknown-key']);
    assert.deepEqual(codesOf(aField('matrix'), { r1: 'o9' }), ['/r1 answer.option']);
    assert.deepEqual(codesOf(aField('matrix'), { r1: ['o1'] }), ['/r1 answer.shape']);
    assert.deepEqual(codesOf(aField('matrix'), 'o1'), ['answer.shape']);
  });
});

describe('place', () => {
  it('takes a point, an address, or both', () => {
    for (const value of [{ lat: 45.07, lon: 7.69 }, { address: 'Via Roma 1' }, { lat: 0, lon: 0, address: 'x' }]) {
      assert.deepEqual(codesOf(aField('place'), value), []);
    }
  });
  it('wants both halves of a point, on this earth', () => {
    for (const value of [
      { lat: 45 },
      { lon: 7 },
      { lat: 91, lon: 7 },
      { lat: 45, lon: 181 },
      { lat: '45', lon: 7 },
      { lat: null, lon: 7 },
    ]) {
      assert.deepEqual(codesOf(aField('place'), value), ['answer.place'], JSON.stringify(value));
    }
  });
  it('refuses the rest', () => {
    assert.deepEqual(codesOf(aField('place'), { address: 3 }), ['/address answer.shape']);
    assert.deepEqual(codesOf(aField('place'), { address: 'x'.repeat(501) }), ['/address answer.too-long']);
    assert.deepEqual(codesOf(aField('place'), { address: 'x', zoom: 3 }), ['/zoom answer.unknown-key']);
    assert.deepEqual(codesOf(aField('place'), 'Via Roma'), ['answer.shape']);
    assert.deepEqual(codesOf(aField('place', { required: true }), { address: ' ' }), ['answer.required']);
  });
});

describe('file', () => {
  const field = aField('file', { maxFiles: 2, accept: ['.pdf', 'image/*'], maxBytes: 1000 });
  const attachment = { field: 'campo', sha256: hash('a'), name: 'Nota.PDF', type: 'application/pdf', size: 1000 };
  const check = (answer: string[], ...attachments: object[]): string[] =>
    checkAttachments(aForm(field), { campo: answer }, attachments as never).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  it('takes hashes, so many at most', () => {
    assert.deepEqual(codesOf(field, [hash('a'), hash('b')]), []);
    assert.deepEqual(codesOf(field, [hash('a'), hash('b'), hash('c')]), ['answer.max-files']);
    assert.deepEqual(codesOf(field, [hash('a'), hash('a')]), ['/1 answer.duplicate']);
    assert.deepEqual(codesOf(field, ['nota.pdf']), ['/0 answer.shape']);
    assert.deepEqual(codesOf(field, hash('a')), ['answer.shape']);
  });
  it('wants its attachments to be the same files', () => {
    assert.deepEqual(check([hash('a')], attachment), []);
    assert.deepEqual(check([hash('a')]), ['/campo/0 answer.file-missing']);
    assert.deepEqual(check([], attachment), ['/campo answer.file-missing']);
    assert.deepEqual(check([hash('a')], { ...attachment, field: 'altro' }), [
      '/campo/0 answer.file-missing',
      '/altro answer.file-missing',
    ]);
  });
  it('takes anything in the place of a hash without an exception', () => {
    const strange = JSON.parse('{"campo":[{"toString":1,"valueOf":1},null,[[]]]}') as Answers;
    assert.equal(checkAttachments(aForm(field), strange, []).length, 3);
  });
  it('judges size and kind of each', () => {
    assert.deepEqual(check([hash('a')], { ...attachment, size: 1001 }), ['/campo/0 answer.file-size']);
    assert.deepEqual(check([hash('a')], { ...attachment, name: 'a.exe', type: 'application/x-msdownload' }), [
      '/campo/0 answer.file-type',
    ]);
    assert.deepEqual(check([hash('a')], { ...attachment, name: 'foto', type: 'IMAGE/PNG' }), []);
    assert.deepEqual(check([hash('a')], { ...attachment, name: 'foto.png', type: 'image' }), [
      '/campo/0 answer.file-type',
    ]);
  });
  it('wants name and type to go together, and all files together to be no more than one field may hold', () => {
    assert.deepEqual(check([hash('a')], { ...attachment, type: 'image/png' }), ['/campo/0 answer.file-type']);
    const large = aField('file', { maxFiles: 20 });
    const files = Array.from({ length: 21 }, (_, at) => at.toString(16).padStart(64, '0'));
    const attachments = files.map((sha256) => ({ ...attachment, sha256, size: 10_485_760 }));
    const judge = (count: number): string[] =>
      checkAttachments(aForm(large), { campo: files.slice(0, count) }, attachments.slice(0, count)).map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    assert.deepEqual(judge(20), []);
    assert.deepEqual(judge(21), ['/campo/20 answer.files-size']);
  });
  it('finds files in the rows of a group', () => {
    const form = aForm(aField('group', { id: 'righe', fields: [aField('file', { id: 'foto' })] }));
    const answers: Answers = { righe: [{}, { foto: [hash('a')] }] as Answers[] };
    assert.deepEqual(checkAttachments(form, answers, [{ ...attachment, field: 'foto' }]), []);
    assert.deepEqual(
      checkAttachments(form, answers, []).map(({ pointer, field: top }) => [pointer, top]),
      [['/righe/1/foto/0', 'righe']],
    );
  });
});

describe('group', () => {
  const group = aField('group', {
    id: 'righe',
    minRows: 2,
    maxRows: 3,
    fields: [
      aField('text', { id: 'nome', required: true }),
      aField('yes-no', { id: 'altro' }),
      aField('text', {
        id: 'quale',
        visibleIf: { field: 'altro', op: 'equals', value: true },
        requiredIf: { field: 'nome', op: 'answered' },
      }),
    ],
  });
  const row = { nome: 'Anna' };
  it('counts rows that hold something', () => {
    assert.deepEqual(codesOf(group, [row, row]), []);
    assert.deepEqual(codesOf(group, [row, {}, { nome: ' ' }]), ['answer.min-rows']);
    assert.deepEqual(codesOf(group, [row, row, {}, row, row]), ['answer.max-rows']);
    assert.deepEqual(codesOf(group, []), []);
    assert.deepEqual(codesOf({ ...group, required: true }, [{}]), ['answer.required']);
  });
  it('judges each row by itself and points at it', () => {
    assert.deepEqual(codesOf(group, [row, {}, { altro: true }]), ['/2/nome answer.required']);
    assert.deepEqual(codesOf(group, [row, { nome: 'Ugo', altro: true }]), ['/1/quale answer.required']);
    assert.deepEqual(codesOf(group, [row, { nome: 'Ugo', quale: 'x' }]), ['/1/quale answer.hidden']);
    assert.deepEqual(codesOf(group, [row, { nome: 'Ugo', cognome: 'x' }]), ['/1/cognome answer.unknown-field']);
    assert.deepEqual(codesOf(group, [row, 'Ugo']), ['/1 answer.shape']);
    assert.deepEqual(codesOf(group, row), ['answer.shape']);
  });
});

describe('a page', () => {
  const form = aForm(
    aField('choice', { id: 'ruolo', required: true }),
    aField('text', { id: 'comune', required: true, visibleIf: { field: 'ruolo', op: 'equals', value: 'o1' } }),
    aField('note', { id: 'nota' }),
  );
  const [page] = form.pages;
  it('tells what is missing among what is shown', () => {
    assert.deepEqual(
      checkPage(form, page!, {}).map(({ pointer, code }) => [pointer, code]),
      [['/ruolo', 'answer.required']],
    );
    assert.deepEqual(
      checkPage(form, page!, { ruolo: 'o1' }).map(({ field }) => field),
      ['comune'],
    );
  });
  it('does not mind what was typed before a question was hidden', () => {
    assert.deepEqual(checkPage(form, page!, { ruolo: 'o2', comune: 'Torino' }), []);
    assert.deepEqual(
      checkAnswers(form, { ruolo: 'o2', comune: 'Torino' }).map(({ code }) => code),
      ['answer.hidden'],
    );
  });
});
