import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { all, button, clearPage, focused, nodes, one, press, type } from './perceived.ts';

const referenti: Field = {
  id: 'referenti',
  type: 'group',
  label: 'Referenti',
  maxRows: 3,
  fields: [
    { id: 'nome', type: 'text', label: 'Nome' },
    {
      id: 'compito',
      type: 'choice',
      label: 'Compito',
      options: [
        { value: 'p', label: 'Politico' },
        { value: 't', label: 'Tecnico' },
      ],
    },
  ],
};
const names = (host: Parameters<typeof all>[0]): string[] =>
  all(host, '[type=text], input:not([type])').map(({ value }) => value);
const chosen = (host: Parameters<typeof all>[0]): string[] =>
  all(host, ':checked').map(({ name, value }) => `${name} ${value}`);

describe('a group', () => {
  afterEach(clearPage);

  it('begins with a row to write in, and is no answer until something is written', async () => {
    const host = await hostField(referenti);
    expect(host.value).to.equal(undefined);
    await type(one(host, 'input'), 'Anna');
    expect(host.value).to.deep.equal([{ nome: 'Anna' }]);
  });

  it('adds a row and goes to its first control', async () => {
    const host = await hostField(referenti, { value: [{ nome: 'Anna', compito: 'p' }] });
    button(host, 'Aggiungi una riga').focus();
    await press('Enter');
    expect(focused(host)).to.equal(one(host, '[data-row="1"] input'));
    await type(focused(host)!, 'Luca');
    expect(host.value).to.deep.equal([{ nome: 'Anna', compito: 'p' }, { nome: 'Luca' }]);
    expect(
      (await nodes()).filter(({ name }) => /^Riga \d$/.test(name) && name !== '').map(({ name }) => name),
    ).to.include.members(['Riga 1', 'Riga 2']);
  });

  it('takes a row out of the middle: what follows moves up with all it holds', async () => {
    const host = await hostField(referenti, {
      value: [
        { nome: 'Anna', compito: 'p' },
        { nome: 'Luca', compito: 't' },
        { nome: 'Pia', compito: 'p' },
      ],
    });
    await type(all(host, '[data-row="2"] input')[0]!, '!');
    button(host, 'Togli la riga 2').click();
    expect(names(host)).to.deep.equal(['Anna', '!Pia']);
    expect(chosen(host)).to.deep.equal(['f-referenti-0-compito p', 'f-referenti-1-compito p']);
    expect(host.value).to.deep.equal([
      { nome: 'Anna', compito: 'p' },
      { nome: '!Pia', compito: 'p' },
    ]);
    expect(host.announcements).to.deep.equal(['Riga 2 tolta']);
    expect(focused(host)).to.equal(button(host, 'Togli la riga 2'));
    await type(one(host, '[data-row="0"] input'), 'x');
    expect((host.value as { nome: string }[])[0]!.nome).to.equal('xAnna');
  });

  it('keeps to its least and most rows', async () => {
    const host = await hostField({ ...referenti, minRows: 2 } as Field);
    expect(all(host, '.row')).to.have.length(2);
    expect(all(host, '.row-remove')).to.have.length(0);
    button(host, 'Aggiungi una riga').click();
    expect(all(host, '.row-add')).to.have.length(0);
    expect(one(host, '.rows').textContent).to.contain('Hai raggiunto il massimo di 3 righe');
    button(host, 'Togli la riga 3').click();
    expect(all(host, '.row')).to.have.length(2);
  });
});
