import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnswerValue, Field, LocalizedText, Option } from '@cmto/contract';
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type { FieldContext, FieldServices } from '../../../src/fields/field-context.ts';
import { kindOf, loadKinds } from '../../../src/fields/registry.ts';
import { createTranslate } from '../../../src/i18n/catalog.ts';
import { fieldCatalog } from '../../../src/locales/field-catalog.ts';
import { allFields } from '../../browser/fields/all-fields.ts';

const unreachable = (): never => {
  throw new Error('nothing outside the page is asked for while rendering');
};
const services: FieldServices = {
  municipalities: unreachable,
  storeFile: unreachable,
  hold: () => undefined,
  dropFile: () => undefined,
  upload: () => undefined,
  watchUploads: () => undefined,
  retryUploads: () => undefined,
  position: unreachable,
  attachment: () => undefined,
};

const aContext = (field: Field, value: AnswerValue | undefined): FieldContext => ({
  field,
  value,
  id: `f-${field.id}`,
  required: true,
  error: 'Rispondi a questa domanda',
  options: 'options' in field ? (field.options as Option[]) : [],
  words: (text: LocalizedText | undefined) => String(text ?? ''),
  text: (text: LocalizedText | undefined) => text,
  rich: (text: LocalizedText | undefined) => html`<p>${text}</p>`,
  t: createTranslate([fieldCatalog], 'it'),
  set: unreachable,
  requestUpdate: unreachable,
  state: (create) => create(),
  announce: unreachable,
  services,
  nested: (inner) => kindOf(inner.type).render(aContext(inner, undefined)),
});

const rendered = (field: Field, value: AnswerValue | undefined): string =>
  collectResultSync(render(kindOf(field.type).render(aContext(field, value))))
    .replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, ' ');

describe('fields on the server', async () => {
  await loadKinds(allFields.map(([field]) => field.type));

  for (const [field, value] of allFields) {
    it(`${field.type} is rendered with neither a page nor a style attribute`, () => {
      const markup = rendered(field, value);
      assert.ok(markup.includes('label' in field ? String(field.label) : 'prossime domande'));
      assert.ok(!markup.includes('style='));
    });
  }

  it('have their answers in the markup', () => {
    const markupOf = (type: Field['type']): string => {
      const [field, value] = allFields.find(([each]) => each.type === type)!;
      return rendered(field, value);
    };
    assert.match(markupOf('text'), /value="Comune di Agliè"/);
    assert.match(markupOf('number'), /value="1234,5"/);
    assert.match(markupOf('yes-no'), /value="false" checked/);
    assert.match(markupOf('choice'), /value="Rete di scuole"/);
    assert.match(markupOf('dropdown'), /<option value="v2" selected/);
    assert.match(markupOf('scale'), /value="7" checked/);
    assert.match(markupOf('matrix'), /value="v3" checked/);
  });
});
