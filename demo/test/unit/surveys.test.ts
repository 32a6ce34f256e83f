import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { evaluateCondition, type Field, type Lookup } from '@cmto/contract';
import { readSurveyFile, type SurveyFile } from '@cmto/contract/schemas';
import { fieldTypes } from '@cmto/contract/testing/field-types';

const folder = fileURLToPath(new URL('../../surveys/', import.meta.url));
const names = readdirSync(folder);

const read = (name: string): SurveyFile => {
  const result = readSurveyFile(JSON.parse(readFileSync(`${folder}${name}`, 'utf8')));
  assert.ok(result.file, JSON.stringify('errors' in result ? result.errors : []));
  return result.file;
};

const typesOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [field.type, ...(field.type === 'group' ? typesOf(field.fields) : [])]);

const fieldsOf = ({ form }: SurveyFile): Field[] => form.pages.flatMap(({ fields }) => fields);

describe('survey definitions of the demo', () => {
  for (const name of names) {
    it(`${name} may be imported, with every text in every language`, () => {
      const result = readSurveyFile(JSON.parse(readFileSync(`${folder}${name}`, 'utf8')));
      assert.ok(result.file, JSON.stringify('errors' in result ? result.errors : []));
      // The questionnaire asks for a municipality, but never those who answer for one.
      const warnings = result.warnings.filter(({ code }) => code !== 'definition.singles-out');
      assert.deepEqual(warnings, []);
      assert.equal(`${result.file.slug}.json`, name);
      assert.deepEqual(result.file.languages.filter((language) => ['it', 'en', 'fr'].includes(language)).length, 3);
    });
  }

  it('the sampler has every type of field', () => {
    const types = new Set(typesOf(fieldsOf(read('campionario.json'))));
    assert.deepEqual(
      [...fieldTypes].filter((type) => !types.has(type)),
      [],
    );
  });

  describe('the stakeholder questionnaire', () => {
    const survey = read('questionario-psm.json');
    const roles = ['sindaco', 'tecnico', 'associazione', 'sindacato', 'impresa', 'scuola', 'cittadino'];

    it('uses at least 15 types of field', () => {
      assert.ok(new Set(typesOf(fieldsOf(survey))).size >= 15);
    });

    for (const role of roles) {
      it(`asks ${role} at least 25 questions on 6 pages`, () => {
        const said: Record<string, string | string[] | number> = {
          ruolo: role,
          partecipazione: ['modulo'],
          'asse-conosciuto': 'asse-1',
          frequenza: 'stabile',
          minuti: 20,
          modi: ['incontri'],
          'tema-nuovo': 'tema',
        };
        const lookup: Lookup = (id) => (Object.hasOwn(said, id) ? said[id] : undefined);
        const holds = ({ visibleIf }: { visibleIf?: Field['visibleIf'] }): boolean =>
          !visibleIf || evaluateCondition(visibleIf, lookup);
        const pages = survey.form.pages.filter(holds);
        const questions = pages
          .flatMap(({ fields }) => fields)
          .filter((field) => field.type !== 'note' && holds(field));
        assert.equal(pages.length, 6);
        assert.ok(questions.length >= 25, `${questions.length} questions`);
      });
    }

    it('never asks a mayor or an officer which municipality', () => {
      const municipality = fieldsOf(survey).find(({ type }) => type === 'municipality');
      for (const role of ['sindaco', 'tecnico']) {
        assert.equal(
          evaluateCondition(municipality!.visibleIf!, (id) => (id === 'ruolo' ? role : undefined)),
          false,
        );
      }
    });
  });
});
