import type { Field } from '@cmto/contract';
import { expect } from 'chai';
import { allFields } from './all-fields.ts';
import { anAttachment, fetchMunicipalities, type FieldHost, type FieldSetup, hostField } from './field-host.ts';
import { all, clearPage, narrowTo, node, one } from './perceived.ts';
import { violations } from './violations.ts';

const services = { municipalities: fetchMunicipalities, attachment: () => anAttachment('osservazione.pdf') };
const host = (field: Field, setup: FieldSetup = {}): Promise<FieldHost> => hostField(field, { services, ...setup });

/** How each type is announced: the role of what carries the label. */
const roles: { readonly [type: string]: string } = {
  text: 'textbox',
  'long-text': 'textbox',
  email: 'textbox',
  phone: 'textbox',
  url: 'textbox',
  'tax-code': 'textbox',
  iban: 'textbox',
  'postal-code': 'textbox',
  number: 'textbox',
  date: 'Date',
  time: 'InputTime',
  'yes-no': 'radiogroup',
  choice: 'radiogroup',
  choices: 'group',
  dropdown: 'combobox',
  scale: 'radiogroup',
  consent: 'checkbox',
  matrix: 'group',
  ranking: 'group',
  allocation: 'group',
  municipality: 'combobox',
  place: 'group',
  file: 'button',
  group: 'group',
};

const labelOf = (field: Field): string => ('label' in field ? (field.label as string) : '');

for (const [field, answer] of allFields) {
  const name = `${field.type} «${labelOf(field) || field.id}»`;
  const role = roles[field.type];

  describe(`the field ${name}`, () => {
    afterEach(clearPage);
    after(() => narrowTo(800));

    it('has nothing that axe complains about, filled in, empty, or wrong', async () => {
      await host(field, answer === undefined ? {} : { value: answer });
      expect(await violations()).to.deep.equal([]);
      clearPage();
      await host(field, { required: true });
      expect(await violations()).to.deep.equal([]);
      clearPage();
      await host(field, {
        error: 'Rispondi a questa domanda',
        required: true,
        ...(answer === undefined ? {} : { value: answer }),
      });
      expect(await violations()).to.deep.equal([]);
    });

    it('fits a screen of 320 px, from left to right and from right to left', async () => {
      await narrowTo(320);
      for (const direction of ['ltr', 'rtl']) {
        document.documentElement.dir = direction;
        const { shadowRoot } = await host(field, {
          error: 'Rispondi a questa domanda',
          ...(answer === undefined ? {} : { value: answer }),
        });
        expect(document.documentElement.scrollWidth, direction).to.be.at.most(320);
        const form = shadowRoot!.querySelector('form')!;
        expect(form.scrollWidth, direction).to.be.at.most(form.clientWidth);
        document.body.replaceChildren();
      }
    });

    if (role === undefined) return;

    it('is announced by its label', async () => {
      await host(field);
      const named = await node(role);
      expect(named?.name).to.match(new RegExp(`^${labelOf(field).replace('?', '\\?')}`));
    });

    it('is described by its help and, when wrong, by its error', async () => {
      await host({ ...field, help: 'Bastano poche parole' } as Field, { error: 'Rispondi a questa domanda' });
      const { description } = (await node(role))!;
      expect(description).to.contain('Bastano poche parole');
      expect(description).to.contain('Errore: Rispondi a questa domanda');
    });

    it('is announced as required and as wrong', async () => {
      const hosted = await host(field, { required: true, error: 'Rispondi a questa domanda' });
      const words = one(hosted, '.label, .line').textContent;
      expect(all(hosted, '[required], [aria-required="true"]').length > 0 || words.includes('obbligatorio')).to.equal(
        true,
      );
      // A list of buttons cannot be wrong, and a group's own fields say which of them is.
      if (field.type !== 'ranking' && field.type !== 'group')
        expect(all(hosted, '[aria-invalid="true"]').length).to.be.above(0);
      expect(one(hosted, '.mark').getAttribute('aria-hidden')).to.equal('true');
      expect(one(hosted, '.error').textContent).to.equal('Errore: Rispondi a questa domanda');
    });

    it('puts its id on the control to go to', async () => {
      const hosted = await host(field, answer === undefined ? {} : { value: answer });
      if (field.type === 'group') return;
      const main = one(hosted, `#f-${field.id}`);
      main.focus();
      expect(hosted.shadowRoot!.activeElement).to.equal(main);
    });
  });
}
