import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { all, clearPage, one, press, type } from './perceived.ts';

const many = Array.from({ length: 312 }, (_, index) => ({ value: `c${index}`, label: `Comune ${index}` }));
const zona: Field = { id: 'zona', type: 'dropdown', label: 'Zona', options: many, other: true };
const select = (host: Parameters<typeof one>[0]) => one<HTMLSelectElement>(host, 'select');

describe('a dropdown', () => {
  afterEach(clearPage);

  it('is a native list that answers to typed letters', async () => {
    const host = await hostField({
      ...zona,
      options: [
        { value: 't', label: 'Torino' },
        { value: 'p', label: 'Pinerolo' },
      ],
    } as Field);
    select(host).focus();
    await press('P');
    expect(host.value).to.equal('p');
  });

  it('has nothing chosen at first, and can go back to that', async () => {
    const host = await hostField(zona, { value: 'c7' });
    select(host).value = '';
    select(host).dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    expect(host.value).to.equal(undefined);
    clearPage();
    expect(select(await hostField(zona)).selectedOptions[0]!.label).to.equal('Scegli…');
  });

  it('restores its answer', async () => {
    expect(select(await hostField(zona, { value: 'c200' })).value).to.equal('c200');
  });

  it('copies a list that it has shown before', async () => {
    const first = await hostField(zona, { value: 'c1' });
    const second = await hostField({ ...zona, id: 'altra' } as Field, { value: 'c2' });
    expect(all(first, 'option')).to.have.length(314);
    expect(all(second, 'option')).to.have.length(314);
    expect([select(first).value, select(second).value]).to.deep.equal(['c1', 'c2']);
  });

  it('keeps what is chosen when rendered again, and when the list changes', async () => {
    const host = await hostField(zona);
    select(host).value = 'c9';
    select(host).dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    host.error = 'Rispondi';
    host.showNow();
    expect(select(host).value).to.equal('c9');
    host.options = many.slice(5, 40);
    host.showNow();
    expect(select(host).value).to.equal('c9');
  });

  it('takes "other", even when an option has any value at all', async () => {
    const host = await hostField({ ...zona, options: [{ value: 'Altro', label: 'Altro comune' }] } as Field);
    expect(one(host, '.other').checkVisibility()).to.equal(false);
    select(host).selectedIndex = 2;
    select(host).dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    expect(one(host, '.other').checkVisibility()).to.equal(true);
    await type(one(host, '.other input'), 'Aosta');
    expect(host.value).to.deep.equal({ other: 'Aosta' });
  });
});
