import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answers, type AnswerValue, canonicalJson, type Form, visibilityOf } from '@cmto/contract';
import {
  type AnswerStyle,
  answersFor,
  type Draw,
  drawing,
  fixedSeed,
  formArbitrary,
  pollutions,
  withPollution,
} from '@cmto/contract/testing';
import fc from 'fast-check';
import { blankAnswers, type FormAnswers } from '../../src/form/form-answers.ts';
import { FormState } from '../../src/form/form-state.ts';

type Step = readonly [id: string, value: AnswerValue | undefined];

interface Case {
  readonly form: Form;
  readonly steps: readonly Step[];
}

const fieldsOf = (form: Form) => form.pages.flatMap(({ fields }) => fields);

/** What somebody does with a form: answers in any order, changes of mind, answers taken back. */
const someSteps = (form: Form, draw: Draw, style: AnswerStyle): Step[] => {
  const steps: Step[] = [];
  const rounds = draw.int(1, 3);
  for (let round = 0; round < rounds; round += 1) {
    const answers = Object.entries(answersFor(form, draw, style)) as [string, AnswerValue][];
    for (const [id, value] of answers) if (draw.maybe(0.7)) steps.push([id, draw.maybe(0.15) ? undefined : value]);
  }
  return steps
    .map((step) => [draw.int(0, 99), step] as const)
    .sort(([one], [other]) => one - other)
    .map(([, step]) => step);
};

const cases = (style: AnswerStyle): fc.Arbitrary<Case> =>
  fc.tuple(formArbitrary, fc.gen()).map(([form, gen]) => ({ form, steps: someSteps(form, drawing(gen), style) }));

/** Everything that a form shows and counts, as one string: canonical, so that the order of keys says nothing. */
const shownBy = (
  form: Form,
  { pages, isVisible, lookup }: Pick<FormAnswers, 'pages' | 'isVisible' | 'lookup'>,
): string =>
  canonicalJson([pages.map(({ id }) => id), fieldsOf(form).map(({ id }) => [id, isVisible(id), lookup(id) ?? null])]);

const ofContract = (form: Form, answers: Answers): string => {
  const { pages, isVisible, lookup } = visibilityOf(form, answers);
  return shownBy(form, { pages: [...pages], isVisible, lookup });
};

const ofState = (state: FormState): string =>
  shownBy(state.form, { pages: state.pages, isVisible: (id) => state.isVisible(id), lookup: state.lookup });

const visibleIds = (state: FormAnswers): string[] =>
  fieldsOf(state.form).flatMap(({ id }) => (state.isVisible(id) ? id : []));

const replay = ({ form, steps }: Case): string[] => {
  const blank = blankAnswers(form);
  const state = new FormState(form);
  const before = shownBy(form, { pages: blank.pages, isVisible: blank.isVisible, lookup: blank.lookup });
  const after = steps.map(([id, value]) => {
    state.set(id, value);
    return ofState(state);
  });
  return [before, ...after];
};

describe('what a form shows after any sequence of answers', () => {
  for (const style of ['typed', 'wild'] as const) {
    it(`is what the contract decides on the same answers, ${style} ones`, () => {
      let changes = 0;
      fc.assert(
        fc.property(cases(style), ({ form, steps }) => {
          const state = new FormState(form);
          const answers = new Map<string, AnswerValue>();
          assert.equal(ofState(state), ofContract(form, {}));
          for (const [id, value] of steps) {
            const before = ofState(state);
            state.set(id, value);
            if (value === undefined) answers.delete(id);
            else answers.set(id, value);
            const given = Object.fromEntries(answers);
            assert.equal(ofState(state), ofContract(form, given));
            assert.deepEqual(state.answers, given);
            assert.deepEqual(state.raw(id), value);
            if (ofState(state) !== before) changes += 1;
          }
        }),
        fixedSeed(600),
      );
      assert.ok(changes > 1000, `only ${changes} answers changed anything: the generator proves too little`);
    });
  }

  it('does not depend on the way there', () => {
    fc.assert(
      fc.property(cases('typed'), ({ form, steps }) => {
        const state = new FormState(form);
        for (const [id, value] of steps) state.set(id, value);
        assert.equal(ofState(new FormState(form, state.answers)), ofState(state));
      }),
      fixedSeed(400),
    );
  });

  it('is told: every field that comes or goes is among those to be shown anew, and so is a change of pages', () => {
    let told = 0;
    fc.assert(
      fc.property(cases('typed'), ({ form, steps }) => {
        const state = new FormState(form);
        for (const [id, value] of steps) {
          const before = {
            fields: new Set(visibleIds(state)),
            pages: canonicalJson(state.pages.map((page) => page.id)),
          };
          const effect = state.set(id, value);
          const after = new Set(visibleIds(state));
          const moved = fieldsOf(form).filter((field) => before.fields.has(field.id) !== after.has(field.id));
          const named = new Set(effect.fields);
          for (const field of moved) assert.ok(named.has(field.id), `${field.id} moved when ${id} was answered`);
          if (canonicalJson(state.pages.map((page) => page.id)) !== before.pages) assert.equal(effect.pages, true);
          told += moved.length;
        }
      }),
      fixedSeed(400),
    );
    assert.ok(told > 100, 'the generator moves too little');
  });

  for (const pollution of pollutions) {
    for (const enumerable of [true, false]) {
      it(`is the same on a page with ${pollution.name} on Object.prototype (${enumerable ? 'enumerable' : 'hidden'})`, () => {
        for (const sample of fc.sample(cases('typed'), fixedSeed(60))) {
          const source = JSON.stringify(sample);
          const clean = replay(JSON.parse(source) as Case);
          const polluted = withPollution(pollution, enumerable, () => replay(JSON.parse(source) as Case));
          assert.deepEqual(polluted, clean);
        }
      });
    }
  }
});

describe('a form before its rules have come', () => {
  it('shows what the contract shows of an unanswered form, whatever is answered', () => {
    fc.assert(
      fc.property(cases('typed'), ({ form, steps }) => {
        const blank = blankAnswers(form);
        for (const [id, value] of steps) {
          const effect = blank.set(id, value);
          assert.deepEqual([[...effect.fields], effect.pages], [[], false]);
        }
        const { pages, isVisible } = visibilityOf(form, {});
        assert.deepEqual(blank.pages, pages);
        assert.deepEqual(
          visibleIds(blank),
          fieldsOf(form).flatMap(({ id }) => (isVisible(id) ? id : [])),
        );
        for (const { id } of fieldsOf(form)) assert.equal(blank.lookup(id), undefined);
      }),
      fixedSeed(400),
    );
  });

  it('hands over every answer: from there on the form is as if the rules had been there from the start', () => {
    fc.assert(
      fc.property(cases('typed'), fc.nat(), ({ form, steps }, cut) => {
        const blank = blankAnswers(form);
        const whole = new FormState(form);
        const at = steps.length === 0 ? 0 : cut % steps.length;
        for (const [id, value] of steps.slice(0, at)) {
          blank.set(id, value);
          whole.set(id, value);
        }
        const taken = new FormState(form, blank.answers);
        assert.equal(ofState(taken), ofState(whole));
        for (const [id, value] of steps.slice(at)) {
          taken.set(id, value);
          whole.set(id, value);
        }
        assert.equal(ofState(taken), ofState(whole));
        assert.equal(ofState(taken), ofContract(form, taken.answers));
      }),
      fixedSeed(400),
    );
  });
});
