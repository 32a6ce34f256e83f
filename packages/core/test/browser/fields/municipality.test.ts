import type { Field, Municipality } from '@cmto/contract';
import { expect } from 'chai';
import { fetchMunicipalities, type FieldHost, type FieldSetup, hostField } from './field-host.ts';
import { all, button, clearPage, focused, narrowTo, node, one, press, type, until } from './perceived.ts';
import { violations } from './violations.ts';

const comune: Field = { id: 'comune', type: 'municipality', label: 'Comune' };
let list: Municipality[];
let requests = 0;

const host = async (setup: FieldSetup = {}): Promise<FieldHost> => {
  const municipalities = async (): Promise<Municipality[]> => {
    requests += 1;
    return list;
  };
  const hosted = await hostField(comune, { services: { municipalities }, ...setup });
  await Promise.resolve();
  return hosted;
};
const names = (hosted: FieldHost): string[] => all(hosted, '[role=option] span').map(({ textContent }) => textContent);
const active = (hosted: FieldHost): string | undefined =>
  all(hosted, '[role=option][aria-selected=true] span').map(({ textContent }) => textContent)[0];

describe('a municipality', () => {
  before(async () => {
    list = await fetchMunicipalities();
  });
  beforeEach(() => {
    requests = 0;
  });
  afterEach(clearPage);
  after(() => narrowTo(800));

  it('is searched without accents or capitals, names that start so first, with one request in all', async () => {
    const hosted = await host();
    await type(one(hosted, 'input'), 'AGLIE');
    expect(names(hosted)).to.deep.equal(['Agliè']);
    expect(hosted.value).to.equal('001001');
    one(hosted, 'input').value = '';
    await type(one(hosted, 'input'), 'torin');
    expect(names(hosted)[0]).to.equal('Torino');
    expect(names(hosted)).to.include('Rivalta di Torino');
    expect(requests).to.equal(1);
  });

  it('is chosen with the keyboard alone', async () => {
    const hosted = await host();
    await type(one(hosted, 'input'), 'rivar');
    expect(names(hosted)).to.deep.equal(['Rivara', 'Rivarolo Canavese', 'Rivarossa']);
    expect((await node('combobox', 'Comune'))?.expanded).to.equal(true);
    const { contentVisibility } = getComputedStyle(one(hosted, '.field'));
    expect(contentVisibility, 'the list may hang over what follows').to.equal('visible');
    await press('ArrowDown', 'ArrowDown');
    expect(active(hosted)).to.equal('Rivarolo Canavese');
    await press('End');
    expect(active(hosted)).to.equal('Rivarossa');
    await press('ArrowDown');
    expect(active(hosted)).to.equal('Rivara');
    await press('Home', 'ArrowUp');
    expect(active(hosted)).to.equal('Rivarossa');
    expect(one(hosted, 'input').getAttribute('aria-activedescendant')).to.equal(one(hosted, '[aria-selected=true]').id);
    await press('Enter');
    expect(hosted.value).to.equal(list.find(({ name }) => name === 'Rivarossa')!.code);
    expect(one(hosted, 'input').value).to.equal('Rivarossa');
    expect((await node('combobox', 'Comune'))?.expanded).to.equal(false);
    expect((await node('combobox', 'Comune'))?.description).to.contain('Zona omogenea 7');
    expect(hosted.announcements).to.deep.equal(['Hai scelto Rivarossa, zona omogenea 7']);
  });

  it('closes with Escape, then empties', async () => {
    const hosted = await host({ value: '001272' });
    one(hosted, 'input').focus();
    await press('ArrowDown', 'Escape');
    expect(names(hosted)).to.deep.equal([]);
    expect(hosted.value).to.equal('001272');
    await press('Escape');
    expect(one(hosted, 'input').value).to.equal('');
    expect(hosted.value).to.equal(undefined);
  });

  it('offers the whole list from the answer on', async () => {
    const hosted = await host({ value: '001272' });
    one(hosted, 'input').focus();
    await press('ArrowDown');
    expect(names(hosted)).to.have.length(312);
    expect(active(hosted)).to.equal('Torino');
    expect(await violations()).to.deep.equal([]);
  });

  it('is chosen by pressing, while the focus stays in the box', async () => {
    const hosted = await host();
    await type(one(hosted, 'input'), 'ivrea');
    const option = one(hosted, '[role=option]');
    expect(option.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))).to.equal(false);
    option.click();
    expect(one(hosted, 'input').value).to.equal('Ivrea');
    expect(focused(hosted)).to.equal(one(hosted, 'input'));
    expect(option.isConnected).to.equal(false);
  });

  it('says how many were found once the person pauses, and helps when there is none', async () => {
    const hosted = await host();
    await type(one(hosted, 'input'), 'rivar');
    await until(() => hosted.announcements.length > 0);
    expect(hosted.announcements).to.deep.equal(['3 comuni trovati']);
    await type(one(hosted, 'input'), 'xyz');
    expect(one(hosted, '.combo-none').textContent).to.contain('Nessun comune');
  });

  it('keeps half a name as typed, to be named as wrong rather than lost', async () => {
    const hosted = await host();
    await type(one(hosted, 'input'), 'riv');
    one(hosted, 'input').blur();
    expect(hosted.value).to.equal('riv');
    expect(names(hosted)).to.deep.equal([]);
  });

  it('is restored by name', async () => {
    expect(one(await host({ value: '001001' }), 'input').value).to.equal('Agliè');
    clearPage();
    expect(one(await host({ value: 'riv' }), 'input').value).to.equal('riv');
  });

  it('offers what was typed for before the list had come', async () => {
    let arrive = (_: readonly Municipality[]): void => undefined;
    const municipalities = (): Promise<readonly Municipality[]> => new Promise((resolve) => (arrive = resolve));
    const hosted = await hostField(comune, { services: { municipalities } });
    await type(one(hosted, 'input'), 'rivar');
    expect(names(hosted)).to.deep.equal([]);
    arrive(list);
    await until(() => names(hosted).length > 0);
  });

  it('says when the list cannot be had, and tries again', async () => {
    let fails = true;
    const municipalities = async (): Promise<Municipality[]> => {
      if (fails) throw new Error('no network');
      return list;
    };
    const hosted = await hostField(comune, { services: { municipalities }, value: '001001' });
    await until(() => all(hosted, '.combo-failed').length > 0);
    expect(one(hosted, '.combo-failed').textContent).to.contain('non si è caricato');
    expect(await violations()).to.deep.equal([]);
    fails = false;
    button(hosted, 'Riprova').click();
    await until(() => all(hosted, '.combo-failed').length === 0);
    expect(one(hosted, 'input').value).to.equal('Agliè');
    expect(focused(hosted)).to.equal(one(hosted, 'input'));
  });

  it('shows its list over what follows, uncut, at 320 px', async () => {
    await narrowTo(320);
    const hosted = await host();
    await type(one(hosted, 'input'), 'ri');
    const listbox = one(hosted, '[role=listbox]');
    const field = one(hosted, '.field');
    expect(listbox.getBoundingClientRect().bottom).to.be.above(field.getBoundingClientRect().bottom);
    expect(getComputedStyle(field).contentVisibility).to.equal('visible');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });
});
