import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { all, button, clearPage, one, type, until } from './perceived.ts';

const fondi: Field = {
  id: 'fondi',
  type: 'allocation',
  label: 'Fondi',
  total: 100,
  unit: 'punti',
  options: [
    { value: 'a', label: 'Aria' },
    { value: 't', label: 'Treni' },
  ],
};

describe('an allocation', () => {
  afterEach(clearPage);

  it('shows what is left at every change, and says it after a pause', async () => {
    const host = await hostField(fondi);
    const total = one(host, '#f-fondi-total');
    expect(total.textContent).to.equal('Restano 100 di 100 punti');
    await type(all(host, 'input')[0]!, '80');
    expect(host.value).to.deep.equal({ a: 80 });
    expect(total.textContent).to.equal('Restano 20 di 100 punti');
    await type(all(host, 'input')[1]!, '20');
    expect(total.textContent).to.equal('Hai distribuito tutto: 100 punti');
    expect(host.announcements).to.deep.equal([]);
    await until(() => host.announcements.length > 0);
    expect(host.announcements).to.deep.equal(['Hai distribuito tutto: 100 punti']);
  });

  it('tells what is too much', async () => {
    const host = await hostField(fondi, { value: { a: 80, t: 40 } });
    expect(one(host, '#f-fondi-total').textContent).to.equal('Hai assegnato 20 di troppo su 100 punti');
  });

  it('adds decimals exactly', async () => {
    const host = await hostField({ ...fondi, total: 0.3 } as Field);
    await type(all(host, 'input')[0]!, '0,1');
    await type(all(host, 'input')[1]!, '0,2');
    expect(one(host, '#f-fondi-total').textContent).to.equal('Hai distribuito tutto: 0,3 punti');
  });

  it('has buttons that give and take, within what there is', async () => {
    const host = await hostField(fondi, { value: { a: 97 } });
    button(host, 'Aumenta: Treni').click();
    button(host, 'Aumenta: Treni').click();
    expect(host.value).to.deep.equal({ a: 97, t: 3 });
    expect(all(host, 'input')[1]!.value).to.equal('3');
    button(host, 'Diminuisci: Treni').click();
    expect(host.value).to.deep.equal({ a: 97, t: 0 });
    for (const { width, height } of all(host, 'button').map((each) => each.getBoundingClientRect())) {
      expect(Math.min(width, height)).to.be.at.least(40);
    }
  });

  it('keeps what is no number, for the rules to name', async () => {
    const host = await hostField(fondi);
    await type(all(host, 'input')[0]!, 'tanti');
    expect(host.value).to.deep.equal({ a: 'tanti' });
  });

  it('is restored', async () => {
    expect(all(await hostField(fondi, { value: { a: 12.5 } }), 'input').map(({ value }) => value)).to.deep.equal([
      '12,5',
      '',
    ]);
  });
});
