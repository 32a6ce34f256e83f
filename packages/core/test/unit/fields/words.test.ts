import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Messages } from '../../../src/i18n/translate.ts';
import { issueCatalog, issueParameters } from '../../../src/locales/issue-catalog.ts';
import { fieldCatalog } from '../../../src/locales/field-catalog.ts';
import lazyKinds from '../../../src/locales/lazy-kinds.it.ts';
import { problemCatalog } from '../../../src/locales/problem-catalog.ts';
import { createTranslate } from '../../../src/i18n/catalog.ts';

const forms = (words: Messages[string]): string[] => (typeof words === 'string' ? [words] : Object.values(words));
const placeholders = (words: Messages[string]): string[] =>
  [...new Set(forms(words).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

describe('words of the fields', async () => {
  const catalogs = {
    field: { ...fieldCatalog, it: { ...fieldCatalog.it, ...lazyKinds } },
    issue: issueCatalog,
    problem: problemCatalog,
  };
  for (const [name, catalog] of Object.entries(catalogs)) {
    for (const [language, load] of Object.entries(catalog.load)) {
      it(`${name}: ${language} says all that Italian says, with the same parameters`, async () => {
        const messages = await load();
        assert.deepEqual(Object.keys(messages).sort(), Object.keys(catalog.it).sort());
        for (const [key, italian] of Object.entries(catalog.it)) {
          // A singular may spell its number out.
          const [mine, theirs] = [placeholders(messages[key]!), placeholders(italian)];
          assert.deepEqual(
            mine.filter((each) => each !== '{n}'),
            theirs.filter((each) => each !== '{n}'),
            key,
          );
        }
      });
    }
  }

  it('count nothing in French as French does', async () => {
    const { fr } = fieldCatalog.load;
    const french = await fr!();
    for (const key of ['field.left', 'field.municipality-found']) {
      assert.match((french[key] as { one: string }).one, /\{n\}/, key);
    }
  });
});

describe('issueParameters', () => {
  const t = createTranslate([issueCatalog], 'it');

  it('counts what is missing or too much', () => {
    assert.equal(
      t('answer.min-selected', issueParameters({ min: 2, selected: 1, remaining: 1 })),
      'Scegli ancora una risposta',
    );
    assert.equal(
      t('answer.max-selected', issueParameters({ max: 3, selected: 5, excess: 2 })),
      'Togli 2 risposte: puoi sceglierne al massimo 3',
    );
  });

  it('writes dates day first', () => {
    assert.equal(
      t('answer.date-min', issueParameters({ min: '2026-11-20' })),
      'Scegli una data a partire dal 20/11/2026',
    );
  });
});
