import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Answers,
  isRequired,
  pageAfter,
  pageBefore,
  rowLookup,
  visibilityOf,
  visibleOptions,
  type Form,
} from '@cmto/contract';
import { aField, aForm } from '@cmto/contract/testing/builders';

const answered = (field: string) => ({ field, op: 'answered' }) as const;
const equals = (field: string, value: string) => ({ field, op: 'equals', value }) as const;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('visibility', () => {
  it('counts a hidden question as unanswered for those after it', () => {
    const form = aForm(
      aField('choice', { id: 'ruolo' }),
      aField('text', { id: 'comune', visibleIf: equals('ruolo', 'o1') }),
      aField('text', { id: 'ufficio', visibleIf: answered('comune') }),
    );
    const shown = visibilityOf(form, { ruolo: 'o2', comune: 'Torino', ufficio: 'Tributi' });
    assert.deepEqual(plain(shown.answers), { ruolo: 'o2' });
    assert.equal(shown.isVisible('ufficio'), false);
    assert.equal(shown.lookup('comune'), undefined);
  });

  it('hides every question of a hidden page', () => {
    const form: Form = {
      pages: [
        { id: 'uno', fields: [aField('choice', { id: 'ruolo' })] },
        { id: 'due', visibleIf: equals('ruolo', 'o1'), fields: [aField('text', { id: 'comune' })] },
      ],
    };
    const shown = visibilityOf(form, { ruolo: 'o2', comune: 'Torino' });
    assert.deepEqual(
      shown.pages.map(({ id }) => id),
      ['uno'],
    );
    assert.equal(shown.isVisible('comune'), false);
  });

  it('takes hidden options out of every kind of answer', () => {
    const options = [
      { value: 'o1', label: 'Uno' },
      { value: 'o2', label: 'Due', visibleIf: answered('prima') },
    ];
    const form = aForm(
      aField('text', { id: 'prima' }),
      aField('choice', { id: 'scelta', options }),
      aField('choices', { id: 'scelte', options }),
      aField('ranking', { id: 'ordine', options }),
      aField('allocation', { id: 'quote', options }),
    );
    const answers: Answers = { scelta: 'o2', scelte: ['o1', ' o2 '], ordine: ['o2', 'o1'], quote: { o1: 60, o2: 40 } };
    assert.deepEqual(plain(visibilityOf(form, answers).answers), { scelte: ['o1'], ordine: ['o1'], quote: { o1: 60 } });
    const all = visibilityOf(form, { prima: 'sì', ...answers }).answers;
    assert.deepEqual(plain(all), { prima: 'sì', ...answers });
  });

  it('sees answers as they will be sent: blank is unanswered, codes have no spaces', () => {
    const form = aForm(
      aField('text', { id: 'nome' }),
      aField('iban', { id: 'conto' }),
      aField('text', { id: 'dopo', visibleIf: answered('nome') }),
      aField('text', { id: 'poi', visibleIf: equals('conto', 'IT60X0542811101000000123456') }),
    );
    const shown = visibilityOf(form, { nome: '   ', conto: 'it60 x054 2811 1010 0000 0123 456' });
    assert.equal(shown.isVisible('dopo'), false);
    assert.equal(shown.isVisible('poi'), true);
  });

  it('looks at the same row of a group first, then outside', () => {
    const form = aForm(
      aField('choice', { id: 'ruolo' }),
      aField('group', {
        id: 'referenti',
        fields: [
          aField('yes-no', { id: 'presente' }),
          aField('text', { id: 'nome', visibleIf: equals('ruolo', 'o1') }),
          aField('text', { id: 'motivo', visibleIf: { field: 'presente', op: 'equals', value: false } }),
        ],
      }),
    );
    const rows = [
      { presente: true, nome: 'Anna', motivo: 'x' },
      { presente: false, nome: 'Ugo', motivo: 'y' },
    ];
    assert.deepEqual(plain(visibilityOf(form, { ruolo: 'o1', referenti: rows }).answers), {
      ruolo: 'o1',
      referenti: [
        { presente: true, nome: 'Anna' },
        { presente: false, nome: 'Ugo', motivo: 'y' },
      ],
    });
    assert.deepEqual(plain(visibilityOf(form, { ruolo: 'o2', referenti: rows }).answers), {
      ruolo: 'o2',
      referenti: [{ presente: true }, { presente: false, motivo: 'y' }],
    });
  });

  it('keeps to the row where a field outside has the same id', () => {
    const group = aField('group', { id: 'righe', fields: [aField('text', { id: 'nome' })] });
    const outer = (): string => 'fuori';
    assert.equal(rowLookup({ nome: 'dentro' }, outer, group)('nome'), 'dentro');
    assert.equal(rowLookup({}, outer, group)('nome'), undefined);
    assert.equal(rowLookup({}, outer, group)('altro'), 'fuori');
    assert.equal(rowLookup({}, outer)('nome'), 'fuori');
  });

  it('tells what is required on condition', () => {
    const field = aField('text', { requiredIf: answered('ruolo') });
    assert.equal(
      isRequired(field, () => undefined),
      false,
    );
    assert.equal(
      isRequired(field, () => 'sindaco'),
      true,
    );
    assert.equal(
      isRequired(aField('text', { required: true }), () => undefined),
      true,
    );
    assert.equal(
      isRequired(aField('note'), () => undefined),
      false,
    );
  });

  it('gives the options shown, in the order of the definition', () => {
    const field = aField('choice', {
      options: [
        { value: 'b', label: 'B', visibleIf: answered('x') },
        { value: 'a', label: 'A' },
      ],
    });
    assert.deepEqual(
      visibleOptions(field, () => undefined).map(({ value }) => value),
      ['a'],
    );
    assert.deepEqual(
      visibleOptions(field, () => 1).map(({ value }) => value),
      ['b', 'a'],
    );
    assert.deepEqual(
      visibleOptions(aField('text'), () => 1),
      [],
    );
  });
});

describe('page order', () => {
  const page = (id: string, field: string, value?: string) => ({
    id,
    fields: [aField('choice', { id: field })],
    ...(value === undefined ? {} : { visibleIf: equals('ruolo', value) }),
  });
  const form: Form = {
    pages: [page('inizio', 'ruolo'), page('sindaci', 'a', 'o1'), page('tecnici', 'b', 'o2'), page('fine', 'c')],
  };

  it('goes on to the next page this person sees, and back', () => {
    assert.equal(pageAfter(form, { ruolo: 'o2' }, 'inizio')?.id, 'tecnici');
    assert.equal(pageAfter(form, {}, 'inizio')?.id, 'fine');
    assert.equal(pageBefore(form, { ruolo: 'o1' }, 'fine')?.id, 'sindaci');
    assert.equal(pageBefore(form, {}, 'fine')?.id, 'inizio');
  });
  it('ends at the ends', () => {
    assert.equal(pageAfter(form, {}, 'fine'), undefined);
    assert.equal(pageBefore(form, {}, 'inizio'), undefined);
    assert.equal(pageAfter(form, {}, 'altrove'), undefined);
  });
  it('goes on from a page that has just been hidden', () => {
    assert.equal(pageAfter(form, { ruolo: 'o2' }, 'sindaci')?.id, 'tecnici');
  });
});
