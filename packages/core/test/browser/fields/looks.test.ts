import { executeServerCommand } from '@web/test-runner-commands';
import type { Field } from '@cmto/contract';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { allFields } from './all-fields.ts';
import { type FieldHost, hostField } from './field-host.ts';
import { all, clearPage, one, press, type } from './perceived.ts';

const numbers: Field = { id: 'utile', type: 'scale', label: 'Utile?', min: 1, max: 3 };
const stars: Field = { ...numbers, display: 'stars' };

/** Pixels between the field's edge, where it is cut, and the control that is nearest to it. */
const roomAround = (host: FieldHost): number => {
  const box = one(host, '.field').getBoundingClientRect();
  const controls = all(host, 'input, select, textarea, button').filter((each) => each.checkVisibility());
  const rooms = controls.map((control) => {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    return Math.min(left - box.left, box.right - right, top - box.top, box.bottom - bottom);
  });
  return Math.min(...rooms);
};

describe('the looks of fields', () => {
  afterEach(clearPage);

  describe('in forced colours', () => {
    before(() => executeServerCommand('forced-colors', 'active'));
    after(() => executeServerCommand('forced-colors', 'none'));

    it('tell the chosen number from the others', async () => {
      const host = await hostField(numbers, { value: 2 });
      const [first, second] = all(host, '.numbers label > span').map((each) => getComputedStyle(each).backgroundColor);
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      expect(first).to.not.equal(second);
    });

    it('tell full stars from empty ones by their shape', async () => {
      const host = await hostField(stars, { value: 2 });
      const shapes = all(host, '.stars label').map((label) => getComputedStyle(label, '::before').content[1]);
      expect(shapes.join('')).to.equal('★★☆');
    });
  });

  it('show where the focus is, on controls that are drawn by their label', async () => {
    const host = await hostField(numbers);
    one(host, 'input').focus();
    await press('Space');
    expect(getComputedStyle(one(host, '.numbers label')).outlineStyle).to.equal('solid');
    clearPage();
    const file = await hostField({ id: 'allegati', type: 'file', label: 'Allegati' });
    await press('Tab');
    one(file, 'input').focus();
    expect(getComputedStyle(one(file, 'label.button')).outlineStyle).to.equal('solid');
  });

  it('never cut the focus ring', async () => {
    for (const [field, value] of allFields) {
      const host = await hostField(field, { value });
      // The ring is 3 px wide, 2 px away. A field's height is a guess until the browser has seen that it is on screen.
      await until(() => roomAround(host) >= 5, `room for the focus rings of ${field.type}`);
      clearPage();
    }
  });

  it('do not follow the size that a page gives to its root', async () => {
    document.documentElement.style.setProperty('font-size', '62.5%');
    const host = await hostField({ id: 'nome', type: 'text', label: 'Nome' });
    expect(Number.parseFloat(getComputedStyle(one(host, 'input')).fontSize)).to.be.at.least(16);
    document.documentElement.style.removeProperty('font-size');
  });

  it('take nothing else from the page around', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'body { letter-spacing: 5px; text-transform: uppercase; line-height: 3; text-align: center; visibility: visible } label { display: none } input { border: 9px solid lime !important }',
    );
    document.adoptedStyleSheets.push(sheet);
    const host = await hostField({ id: 'nome', type: 'text', label: 'Nome' });
    const { letterSpacing, textTransform, textAlign, display } = getComputedStyle(one(host, 'label'));
    expect([letterSpacing, textTransform, textAlign, display]).to.deep.equal(['normal', 'none', 'start', 'block']);
    expect(getComputedStyle(one(host, 'input')).borderTopWidth).to.equal('1px');
    document.adoptedStyleSheets.pop();
  });
});

describe('fields in other languages', () => {
  afterEach(clearPage);

  it('use the decimal sign of the language', async () => {
    const spesa: Field = { id: 'spesa', type: 'number', label: 'Cost' };
    const host = await hostField(spesa, { value: 1234.5, language: 'en' });
    expect(one(host, 'input').value).to.equal('1234.5');
    one(host, 'input').value = '';
    await type(one(host, 'input'), '2,345.5');
    expect(host.value).to.equal(2345.5);
  });

  it('speak English and French', async () => {
    const voto: Field = {
      id: 'temi',
      type: 'choices',
      label: 'Topics',
      options: [{ value: 'a', label: 'Air' }],
      maxSelected: 2,
    };
    expect(one(await hostField(voto, { language: 'en' }), '.help').textContent.trim()).to.equal(
      'Choose at most 2 answers',
    );
    clearPage();
    expect(one(await hostField(voto, { language: 'fr' }), '.help').textContent.trim()).to.equal(
      'Choisissez 2 réponses au maximum',
    );
  });
});
