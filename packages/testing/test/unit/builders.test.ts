import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, checkField } from '@cmto/contract';
import { readSurveyFile, surveySchema } from '@cmto/contract/schemas';
import { aField, anAnswer, aPage, aSurvey, oneFieldOfEachType } from '../../src/builders/index.ts';
import { fieldTypes } from '@cmto/contract/testing/field-types';

describe('builders', () => {
  it('make a survey that the contract accepts, with a field of every type', () => {
    const { version: _, ...file } = surveySchema.parse(
      aSurvey({ fields: oneFieldOfEachType(), attribution: 'confidential' }),
    );
    const read = readSurveyFile(file);
    assert.deepEqual(read.file === undefined ? read.errors : read.warnings, []);
  });

  for (const type of fieldTypes) {
    it(`give an acceptable answer to ${type}`, () => {
      const field = aField(type);
      const answer = anAnswer(field);
      if (answer === undefined) return assert.match(type, /^(?:note|file)$/);
      assert.deepEqual(
        checkField(field, answer, () => undefined),
        [],
      );
    });
  }

  it('make pages with conditions and surveys in the states asked for', () => {
    const pages = [
      aPage('a', [aField('yes-no')]),
      aPage('b', [aField('text')], { visibleIf: { field: 'yes-no', op: 'equals', value: true } }),
    ];
    assert.deepEqual(checkAnswers(aSurvey({ pages }).form, { 'yes-no': false }), []);
    assert.ok(Date.parse(aSurvey({ closed: true }).closesAt!) < Date.now());
    assert.ok(Date.parse(aSurvey({ notYetOpen: true }).opensAt!) > Date.now());
  });
});
