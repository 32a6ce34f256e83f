import type { Field } from '@cmto/contract';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { type FieldHost, hostField } from './field-host.ts';
import { all, button, clearPage, focused, node, one, press } from './perceived.ts';

const ordine: Field = {
  id: 'ordine',
  type: 'ranking',
  label: 'Ordina',
  options: [
    { value: 'a', label: 'Aria' },
    { value: 't', label: 'Treni' },
    { value: 's', label: 'Scuola' },
  ],
};
const nameOf = (element: Element | null): string | null | undefined => element?.getAttribute('aria-label');

/** Where a line of the order is, or the part of it that is said. */
const placeOf = (host: FieldHost, words: string, part = '.rank-words'): [number, number] => {
  const line = all(host, 'ol > li').find(({ textContent }) => textContent.includes(words))!;
  const { left, top, width, height } = line.querySelector(part)!.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
/** Drags from one place by so many lines; answers how to let go. */
const drag = async (host: FieldHost, words: string, by: number, part?: string): Promise<() => Promise<void>> => {
  const [x, y] = placeOf(host, words, part);
  const height = placeOf(host, 'Treni')[1] - placeOf(host, 'Aria')[1];
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x, y + Math.round(Math.abs(height) * by)] });
  return () => sendMouse({ type: 'up' });
};

describe('a ranking', () => {
  afterEach(clearPage);
  afterEach(() => resetMouse());

  it('is put in order by dragging, too: a line moves when it is let go, and the move is said', async () => {
    const host = await hostField(ordine, { value: ['a', 't', 's'] });
    const drop = await drag(host, 'Aria', 2.2);
    expect(host.value).to.deep.equal(['a', 't', 's']);
    await drop();
    expect(host.value).to.deep.equal(['t', 's', 'a']);
    expect(host.announcements).to.deep.equal(['Aria: posizione 3 di 3']);
    expect(all(host, '[data-drop], [data-dragged], [style*=translate]')).to.have.length(0);
    await (
      await drag(host, 'Scuola', -1.2)
    )();
    expect(host.value).to.deep.equal(['s', 't', 'a']);
  });

  it('stays as it was when a line is let go where it was, or with Escape', async () => {
    const host = await hostField(ordine, { value: ['a', 't', 's'] });
    await (
      await drag(host, 'Treni', 0.3)
    )();
    const drop = await drag(host, 'Aria', 1.2);
    await press('Escape');
    await drop();
    expect(host.value).to.deep.equal(['a', 't', 's']);
    expect(host.announcements).to.deep.equal([]);
  });

  it('is not dragged by its buttons', async () => {
    const host = await hostField(ordine, { value: ['a', 't', 's'] });
    await (
      await drag(host, 'Aria', 2.2, '[data-act=remove]')
    )();
    expect(host.value).to.deep.equal(['a', 't', 's']);
  });

  it('is made with the keyboard: the focus goes to what can be added next', async () => {
    const host = await hostField(ordine);
    one(host, 'button').focus();
    expect(nameOf(focused(host))).to.equal('Aggiungi: Aria');
    await press('Enter');
    expect(nameOf(focused(host))).to.equal('Aggiungi: Treni');
    await press('Space');
    await press('Enter');
    expect(host.value).to.deep.equal(['a', 't', 's']);
    expect(nameOf(focused(host))).to.equal('Sposta su: Scuola');
    expect(host.announcements).to.deep.equal([
      'Aria: posizione 1 di 1',
      'Treni: posizione 2 di 2',
      'Scuola: posizione 3 di 3',
    ]);
  });

  it('moves an item while the focus stays on its button', async () => {
    const host = await hostField(ordine, { value: ['a', 't', 's'] });
    button(host, 'Sposta su: Scuola').focus();
    await press('Enter', 'Enter');
    expect(host.value).to.deep.equal(['s', 'a', 't']);
    expect(nameOf(focused(host))).to.equal('Sposta su: Scuola');
    expect(host.announcements.at(-1)).to.equal('Scuola: posizione 1 di 3');
    await press('Enter');
    expect(host.value).to.deep.equal(['s', 'a', 't']);
    expect((await node('button', 'Sposta su: Scuola'))?.disabled).to.equal(true);
    expect(nameOf(focused(host))).to.equal('Sposta su: Scuola');
  });

  it('takes an item out, and shows it to be added again', async () => {
    const host = await hostField(ordine, { value: ['a', 't'] });
    button(host, 'Togli: Aria').focus();
    await press('Enter');
    expect(host.value).to.deep.equal(['t']);
    expect(nameOf(focused(host))).to.equal('Togli: Treni');
    await press('Enter');
    expect(host.value).to.equal(undefined);
    expect(nameOf(focused(host))).to.equal('Aggiungi: Treni');
    expect(all(host, 'ol')).to.have.length(0);
  });

  it('takes no more than the maximum, and says why', async () => {
    const host = await hostField({ ...ordine, maxRanked: 1 } as Field, { value: ['a'] });
    button(host, 'Aggiungi: Treni').click();
    expect(host.value).to.deep.equal(['a']);
    expect(host.announcements).to.deep.equal(['Puoi scegliere una sola voce']);
  });

  it('is restored, without options that are hidden now', async () => {
    const host = await hostField(ordine, { value: ['s', 'a'] });
    expect(all(host, 'ol .rank-words').map(({ textContent }) => textContent)).to.deep.equal(['Scuola', 'Aria']);
    host.options = (ordine as { options: { value: string; label: string }[] }).options.slice(1);
    host.showNow();
    expect(all(host, 'ol .rank-words').map(({ textContent }) => textContent)).to.deep.equal(['Scuola']);
  });
});
