import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { hostField } from './field-host.ts';
import { clearPage, one, press, type, until } from './perceived.ts';

describe('fields that are one box', () => {
  afterEach(clearPage);

  it('give back what is typed, and nothing when it is deleted', async () => {
    const host = await hostField({ id: 'nome', type: 'text', label: 'Nome' });
    await type(one(host, 'input'), 'Agliè');
    expect(host.value).to.equal('Agliè');
    await press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
    expect(host.value).to.equal(undefined);
  });

  it('keep what is typed when they are rendered again', async () => {
    const host = await hostField({ id: 'nome', type: 'text', label: 'Nome' }, { value: 'Rorà' });
    one(host, 'input').focus();
    await press('End');
    await type(one(host, 'input'), '!');
    host.error = 'Rispondi a questa domanda';
    host.showNow();
    expect(one(host, 'input').value).to.equal('Rorà!');
  });

  it('bring the keyboard, and what the browser knows of the person, that fit', async () => {
    const expected: readonly (readonly [Field['type'], Record<string, string>])[] = [
      ['email', { type: 'email', inputmode: 'email', autocomplete: 'email', autocapitalize: 'none' }],
      ['phone', { type: 'tel', autocomplete: 'tel' }],
      ['url', { type: 'url', autocomplete: 'url' }],
      ['postal-code', { inputmode: 'numeric', autocomplete: 'postal-code' }],
      ['tax-code', { autocapitalize: 'characters', spellcheck: 'false', dir: 'ltr' }],
      ['iban', { autocapitalize: 'characters', spellcheck: 'false', dir: 'ltr' }],
    ];
    for (const [kind, attributes] of expected) {
      const host = await hostField({ id: 'x', type: kind, label: 'X' } as Field);
      for (const [name, value] of Object.entries(attributes)) {
        expect(one(host, 'input').getAttribute(name), `${kind} ${name}`).to.equal(value);
      }
      clearPage();
    }
  });

  it('cut nothing that is pasted: what is too long is kept, and shortened by the person', async () => {
    const host = await hostField({ id: 'nome', type: 'text', label: 'Nome', maxLength: 5 });
    expect(one(host, 'input').maxLength).to.equal(-1);
    clearPage();
  });

  it('take dates and times from the native pickers', async () => {
    const host = await hostField({ id: 'giorno', type: 'date', label: 'Data', min: '2026-01-01', max: '2026-12-31' });
    const input = one(host, 'input');
    expect([input.type, input.min, input.max]).to.deep.equal(['date', '2026-01-01', '2026-12-31']);
    // The order of day and month is the browser's own.
    input.value = '2026-11-20';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(host.value).to.equal('2026-11-20');
  });
});

describe('a number', () => {
  afterEach(clearPage);
  const spesa: Field = { id: 'spesa', type: 'number', label: 'Spesa', unit: 'euro' };

  it('is read as Italians write it', async () => {
    const host = await hostField(spesa);
    await type(one(host, 'input'), '1.234,5');
    expect(host.value).to.equal(1234.5);
  });

  it('is shown again with the comma', async () => {
    expect(one(await hostField(spesa, { value: 1234.5 }), 'input').value).to.equal('1234,5');
  });

  it('is kept as typed where it is none, so that it can be named as wrong', async () => {
    const host = await hostField(spesa);
    await type(one(host, 'input'), 'circa 3');
    expect(host.value).to.equal('circa 3');
  });

  it('is described by its unit', async () => {
    const host = await hostField(spesa);
    expect(one(host, 'input').getAttribute('aria-describedby')).to.equal('f-spesa-unit');
    expect(one(host, '#f-spesa-unit').textContent).to.equal('euro');
  });
});

describe('a long text', () => {
  afterEach(clearPage);
  const idee: Field = { id: 'idee', type: 'long-text', label: 'Idee', maxLength: 20 };

  it('shows how much room is left, and lets too much be typed', async () => {
    const host = await hostField(idee);
    await type(one(host, 'textarea'), 'Più treni');
    expect(one(host, '.count').textContent).to.equal('Restano 11 caratteri');
    await type(one(host, 'textarea'), ' e più autobus');
    expect(one(host, '.count').textContent).to.equal('3 caratteri di troppo');
    expect(host.value).to.equal('Più treni e più autobus');
  });

  it('says so only near the end, and once the person pauses', async () => {
    const host = await hostField(idee);
    await type(one(host, 'textarea'), 'Più treni');
    await type(one(host, 'textarea'), ' la sera');
    expect(host.announcements).to.deep.equal([]);
    await type(one(host, 'textarea'), ' e');
    await until(() => host.announcements.length > 0);
    expect(host.announcements).to.deep.equal(['Resta un carattere']);
  });

  it('is restored', async () => {
    expect(one<HTMLTextAreaElement>(await hostField(idee, { value: 'Prima\nseconda' }), 'textarea').value).to.equal(
      'Prima\nseconda',
    );
  });
});
