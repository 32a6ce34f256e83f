import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { all, button, clearPage, focused, one, type, until } from './perceived.ts';

const luogo: Field = { id: 'luogo', type: 'place', label: 'Dove?' };
const position = async () => ({ lat: 45.07031234, lon: 7.68691234 });

describe('a place', () => {
  afterEach(clearPage);

  it('is told in words', async () => {
    const host = await hostField(luogo);
    await type(one(host, '#f-luogo'), 'Via Po 1');
    expect(host.value).to.deep.equal({ address: 'Via Po 1' });
  });

  it('asks the device only when the button is pressed, and rounds to a metre', async () => {
    let asked = 0;
    const host = await hostField(luogo, { services: { position: () => ((asked += 1), position()) } });
    expect(asked).to.equal(0);
    button(host, 'Usa la mia posizione').click();
    await until(() => host.value !== undefined);
    expect(host.value).to.deep.equal({ lat: 45.07031, lon: 7.68691 });
    expect(one(host, '.place-point').textContent).to.contain('45,07031; 7,68691');
    expect(host.announcements).to.deep.equal(['Posizione trovata']);
  });

  it('says what to do when the position cannot be had', async () => {
    const host = await hostField(luogo, { services: { position: () => Promise.reject(new Error('denied')) } });
    button(host, 'Usa la mia posizione').click();
    await until(() => all(host, '.place-failed').length > 0);
    expect(one(host, '.place-failed').textContent).to.contain('Scrivi l’indirizzo');
    expect(host.value).to.equal(undefined);
  });

  it('takes coordinates with a comma, and keeps what is none', async () => {
    const host = await hostField(luogo);
    one(host, 'details').setAttribute('open', '');
    await type(one(host, '[data-part=lat]'), '45,07');
    await type(one(host, '[data-part=lon]'), 'est');
    expect(host.value).to.deep.equal({ lat: 45.07, lon: 'est' });
  });

  it('takes the point away and keeps the address', async () => {
    const host = await hostField(luogo, { value: { address: 'Via Po 1', lat: 45.07, lon: 7.68 } });
    expect(one(host, '[data-part=lat]').value).to.equal('45,07');
    button(host, 'Togli il punto').click();
    expect(host.value).to.deep.equal({ address: 'Via Po 1' });
    expect(all(host, '.place-point')).to.have.length(0);
    expect(focused(host)).to.equal(button(host, 'Usa la mia posizione'));
  });

  it('opens the coordinates when they may be what is wrong', async () => {
    const host = await hostField(luogo, { value: { lat: 95 }, error: 'Controlla le coordinate' });
    expect(one(host, '[data-part=lat]').checkVisibility()).to.equal(true);
  });
});
