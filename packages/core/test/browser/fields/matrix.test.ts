import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { all, clearPage, focused, narrowTo, nodes, one, press } from './perceived.ts';

const giudizi: Field = {
  id: 'giudizi',
  type: 'matrix',
  label: 'Come valuti?',
  rows: [
    { value: 'r1', label: 'Trasporti' },
    { value: '__proto__', label: 'Aria' },
  ],
  columns: [
    { value: 'c1', label: 'Scarsa' },
    { value: 'c2', label: 'Buona' },
  ],
};

describe('a matrix', () => {
  afterEach(clearPage);
  after(() => narrowTo(800));

  it('is a group of controls per row, each named by its column', async () => {
    await hostField(giudizi);
    const found = (await nodes()).filter(({ role }) => role === 'radiogroup' || role === 'radio');
    expect(found.map(({ role, name }) => `${role} ${name}`)).to.deep.equal([
      'radiogroup Trasporti',
      'radio Scarsa',
      'radio Buona',
      'radiogroup Aria',
      'radio Scarsa',
      'radio Buona',
    ]);
  });

  it('is announced alike at every width', async () => {
    await hostField(giudizi);
    const wide = (await nodes()).map(({ role, name }) => `${role} ${name}`).filter((line) => line.startsWith('radio'));
    await narrowTo(320);
    const narrow = (await nodes())
      .map(({ role, name }) => `${role} ${name}`)
      .filter((line) => line.startsWith('radio'));
    expect(narrow).to.deep.equal(wide);
  });

  it('looks like a table where there is room, like lists where there is not', async () => {
    await narrowTo(800);
    const host = await hostField(giudizi);
    const [first, second] = all(host, '.matrix-row:first-of-type .matrix-cell, [data-row="0"] .matrix-cell');
    expect(first!.getBoundingClientRect().top).to.equal(second!.getBoundingClientRect().top);
    expect(one(host, '.matrix-top').checkVisibility()).to.equal(true);
    await narrowTo(320);
    expect(first!.getBoundingClientRect().bottom).to.be.at.most(second!.getBoundingClientRect().top);
    expect(one(host, '.matrix-top').checkVisibility()).to.equal(false);
  });

  it('is filled in with Tab and the arrows, whatever its rows are called', async () => {
    const host = await hostField(giudizi);
    one(host, 'input').focus();
    await press('Space', 'ArrowRight', 'Tab', 'Space');
    expect(Object.entries(host.value as object)).to.deep.equal([
      ['r1', 'c2'],
      ['__proto__', 'c1'],
    ]);
    expect(focused(host)).to.equal(all(host, 'input')[2]);
  });

  it('takes several columns of a row', async () => {
    const host = await hostField({ ...giudizi, multiple: true } as Field);
    all(host, 'input')[0]!.click();
    all(host, 'input')[1]!.click();
    expect(host.value).to.deep.equal({ r1: ['c1', 'c2'] });
    all(host, 'input')[0]!.click();
    all(host, 'input')[1]!.click();
    expect(host.value).to.equal(undefined);
  });

  it('is restored', async () => {
    const host = await hostField(giudizi, { value: { r1: 'c2' } });
    expect(all(host, 'input').map(({ checked }) => checked)).to.deep.equal([false, true, false, false]);
    clearPage();
    const several = await hostField({ ...giudizi, multiple: true } as Field, { value: { r1: ['c1', 'c2'] } });
    expect(all(several, 'input').map(({ checked }) => checked)).to.deep.equal([true, true, false, false]);
  });

  it('points at the rows that miss an answer', async () => {
    const host = await hostField(giudizi, { value: { r1: 'c2' }, error: 'Rispondi a ogni riga' });
    expect(all(host, '.matrix-row').map((row) => row.getAttribute('aria-invalid'))).to.deep.equal([null, 'true']);
  });
});
