import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answers, checkAnswers, checkDefinition, ratingAnswers, ratingSurvey } from '@cmto/contract';
import { ratingSubmissionSchema, surveySchema } from '@cmto/contract/schemas';

const codes = (answers: Answers): string[] =>
  checkAnswers(ratingSurvey.form, answers).map(({ code, pointer }) => `${pointer} ${code}`);

describe('ratingSurvey', () => {
  it('is a definition that any department could have published', () => {
    assert.deepEqual(surveySchema.parse(ratingSurvey), ratingSurvey);
    assert.deepEqual(checkDefinition(ratingSurvey), []);
  });

  it('asks what was difficult up to three stars, and what was good above', () => {
    for (const stars of [1, 2, 3]) {
      assert.deepEqual(codes({ subject: 'page', stars, difficulty: 'unclear' }), []);
      assert.deepEqual(codes({ subject: 'page', stars }), ['/difficulty answer.required']);
      assert.deepEqual(codes({ subject: 'page', stars, difficulty: 'other', liked: 'clear' }), [
        '/liked answer.hidden',
      ]);
    }
    for (const stars of [4, 5]) {
      assert.deepEqual(codes({ subject: 'service', stars, liked: 'clear' }), []);
      assert.deepEqual(codes({ subject: 'service', stars }), ['/liked answer.required']);
    }
  });

  it('takes no half stars, none, six, or another list’s answer', () => {
    for (const stars of [0, 2.5, 6, '3'] as never[])
      assert.ok(codes({ subject: 'page', stars, difficulty: 'other' }).length);
    assert.ok(codes({ subject: 'page', stars: 5, liked: 'unclear' }).length);
    assert.ok(codes({ subject: 'site', stars: 5, liked: 'clear' }).length);
  });

  it('has the national model’s answers, word for word', () => {
    const labels = (id: string): unknown[] => {
      const field = ratingSurvey.form.pages[0]!.fields.find((each) => each.id === id)!;
      return field.type === 'choice' ? field.options.map(({ label }) => label) : [];
    };
    assert.deepEqual(labels('liked'), [
      'Le indicazioni erano chiare',
      'Le indicazioni erano complete',
      'Capivo sempre che stavo procedendo correttamente',
      'Non ho avuto problemi tecnici',
      'Altro',
    ]);
    assert.deepEqual(labels('difficulty'), [
      'A volte le indicazioni non erano chiare',
      'A volte le indicazioni non erano complete',
      'A volte non capivo se stavo procedendo correttamente',
      'Ho avuto problemi tecnici',
      'Altro',
    ]);
    assert.equal(ratingAnswers.liked.length, ratingAnswers.difficulty.length);
  });

  it('takes 200 characters of text, and no more', () => {
    const rated = { subject: 'page', stars: 5, liked: 'other' };
    assert.deepEqual(codes({ ...rated, details: 'x'.repeat(200) }), []);
    assert.deepEqual(codes({ ...rated, details: 'x'.repeat(201) }), ['/details answer.too-long']);
  });
});

describe('ratingSubmissionSchema', () => {
  const rating = { formVersion: 1, language: 'it', answers: {}, page: 'https://www.example.it/a' };

  it('wants the page, without query and fragment', () => {
    assert.ok(ratingSubmissionSchema.safeParse(rating).success);
    const { page: _, ...nowhere } = rating;
    for (const wrong of [
      nowhere,
      { ...rating, page: 'https://www.example.it/a?b=c' },
      { ...rating, page: 'file:///a' },
    ])
      assert.ok(!ratingSubmissionSchema.safeParse(wrong).success, JSON.stringify(wrong));
  });

  it('has no files, targets or invitations', () => {
    for (const more of [{ attachments: [] }, { target: {} }, { invitation: 'x' }])
      assert.ok(!ratingSubmissionSchema.safeParse({ ...rating, ...more }).success, JSON.stringify(more));
  });
});
