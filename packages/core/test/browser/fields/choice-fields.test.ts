import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { all, clearPage, focused, node, nodes, one, press, type } from './perceived.ts';

const options = [
  { value: 'a', label: 'Sindaca' },
  { value: 'b', label: 'Tecnico' },
  { value: 'c', label: 'Associazione' },
];
const checked = (inputs: HTMLInputElement[]): string[] =>
  inputs.filter((input) => input.checked).map(({ value }) => value);

describe('a choice of one', () => {
  afterEach(clearPage);
  const ruolo: Field = { id: 'ruolo', type: 'choice', label: 'Ruolo', options, other: true };

  it('is made with the arrows', async () => {
    const host = await hostField(ruolo);
    one(host, 'input').focus();
    await press('Space');
    expect(host.value).to.equal('a');
    await press('ArrowDown');
    expect(host.value).to.equal('b');
    expect(focused(host)).to.equal(all(host, '[type=radio]')[1]);
  });

  it('shows a box for "other" only once it is chosen, and gives back what is written', async () => {
    const host = await hostField(ruolo);
    const box = one(host, '.other input');
    expect(box.checkVisibility()).to.equal(false);
    one(host, '[value=""]').click();
    expect(box.checkVisibility()).to.equal(true);
    expect(host.value).to.deep.equal({ other: '' });
    await type(box, 'Scuola');
    expect(host.value).to.deep.equal({ other: 'Scuola' });
    one(host, '[value="a"]').click();
    expect(host.value).to.equal('a');
    expect(box.checkVisibility()).to.equal(false);
  });

  it('is restored, "other" included', async () => {
    expect(checked(all(await hostField(ruolo, { value: 'b' }), '[type=radio]'))).to.deep.equal(['b']);
    clearPage();
    const host = await hostField(ruolo, { value: { other: 'Scuola' } });
    expect(checked(all(host, '[type=radio]'))).to.deep.equal(['']);
    expect(one(host, '.other input').value).to.equal('Scuola');
  });

  it('stays with its option when options before it disappear', async () => {
    const host = await hostField(ruolo);
    one(host, '[value="b"]').click();
    host.options = options.slice(1);
    host.showNow();
    expect(checked(all(host, '[type=radio]'))).to.deep.equal(['b']);
  });

  it('names each option, with its help as description', async () => {
    await hostField({ ...ruolo, options: [{ value: 'a', label: 'Sindaca', help: 'Anche vice' }] } as Field);
    expect((await node('radio', 'Sindaca'))?.description).to.equal('Anche vice');
  });
});

describe('yes or no', () => {
  afterEach(clearPage);
  const field: Field = { id: 'ok', type: 'yes-no', label: 'D’accordo?' };

  it('takes "no" for an answer', async () => {
    const host = await hostField(field);
    one(host, 'input').focus();
    await press('ArrowDown');
    expect(host.value).to.equal(false);
    await press('ArrowUp');
    expect(host.value).to.equal(true);
  });

  it('is restored', async () => {
    expect(checked(all(await hostField(field, { value: false }), 'input'))).to.deep.equal(['false']);
  });
});

describe('a choice of several', () => {
  afterEach(clearPage);
  const temi: Field = {
    id: 'temi',
    type: 'choices',
    label: 'Temi',
    options: [...options, { value: 'z', label: 'Nessuno', exclusive: true }],
    other: true,
    minSelected: 1,
    maxSelected: 3,
  };

  it('is made with the space bar', async () => {
    const host = await hostField(temi);
    one(host, 'input').focus();
    await press('Space', 'Tab', 'Tab', 'Space');
    expect(host.value).to.deep.equal(['a', 'c']);
    await press('Space');
    expect(host.value).to.deep.equal(['a']);
  });

  it('says beforehand how many', async () => {
    const host = await hostField(temi);
    expect(one(host, '.help').textContent.trim()).to.equal('Scegli da 1 a 3 risposte');
  });

  it('keeps an exclusive option apart, and says what it took away', async () => {
    const host = await hostField(temi, { value: ['a', 'c', { other: 'Neve' }] });
    one(host, '[value="z"]').click();
    expect(host.value).to.deep.equal(['z']);
    expect(checked(all(host, '[type=checkbox]'))).to.deep.equal(['z']);
    expect(host.announcements[0]).to.equal('Le scelte non compatibili sono state tolte');
    one(host, '[value="b"]').click();
    expect(host.value).to.deep.equal(['b']);
  });

  it('lists "other" before the options that exclude it', async () => {
    const host = await hostField(temi);
    expect(all(host, '[type=checkbox]').map(({ value }) => value)).to.deep.equal(['a', 'b', 'c', '', 'z']);
  });

  it('gives back "other" among the rest', async () => {
    const host = await hostField(temi, { value: ['a'] });
    one(host, '[value=""]').click();
    await type(one(host, '.other input'), 'Neve');
    expect(host.value).to.deep.equal(['a', { other: 'Neve' }]);
  });
});

describe('a consent', () => {
  afterEach(clearPage);

  it('is given with the space bar; taken back, it is no answer', async () => {
    const host = await hostField({ id: 'privacy', type: 'consent', label: 'Accetto', required: true });
    one(host, 'input').focus();
    await press('Space');
    expect(host.value).to.equal(true);
    await press('Space');
    expect(host.value).to.equal(undefined);
  });
});

describe('a scale', () => {
  afterEach(clearPage);
  const utile: Field = {
    id: 'utile',
    type: 'scale',
    label: 'Utile?',
    min: 0,
    max: 4,
    minLabel: 'Per niente',
    maxLabel: 'Molto',
  };

  it('gives back a number, zero included', async () => {
    const host = await hostField(utile);
    one(host, 'input').focus();
    await press('Space');
    expect(host.value).to.equal(0);
    await press('ArrowRight', 'ArrowRight');
    expect(host.value).to.equal(2);
  });

  it('names its ends', async () => {
    await hostField(utile);
    const names = (await nodes()).filter(({ role }) => role === 'radio').map(({ name }) => name);
    expect(names).to.deep.equal(['0 Per niente', '1', '2', '3', '4 Molto']);
  });

  it('of stars fills up to the chosen one by shape, not by colour alone, and names each star', async () => {
    const host = await hostField(
      { id: 'voto', type: 'scale', label: 'Voto', min: 1, max: 5, display: 'stars' },
      { value: 3 },
    );
    const shape = (label: Element): string => getComputedStyle(label, '::before').content[1]!;
    const labels = all(host, '.stars label');
    expect(labels.map(shape).join('')).to.equal('★★★☆☆');
    all(host, 'input')[4]!.click();
    expect(host.value).to.equal(5);
    expect(labels.map(shape).join('')).to.equal('★★★★★');
    expect((await nodes()).filter(({ role }) => role === 'radio')[2]!.name).to.equal('3 su 5');
  });

  it('has targets a finger can hit', async () => {
    const host = await hostField(utile);
    for (const label of all(host, '.numbers label')) {
      const { width, height } = label.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(40);
    }
  });
});
