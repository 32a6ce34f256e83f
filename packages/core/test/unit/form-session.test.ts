import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Form } from '@cmto/contract';
import type { FieldServices } from '../../src/fields/field-context.ts';
import { blankAnswers, type FormAnswers } from '../../src/form/form-answers.ts';
import { FormSession } from '../../src/form/form-session.ts';
import { FormState } from '../../src/form/form-state.ts';

const form: Form = {
  pages: [
    {
      id: 'prima',
      fields: [
        {
          id: 'ruolo',
          type: 'choice',
          label: 'Chi sei?',
          randomOrder: true,
          options: ['sindaco', 'tecnico', 'cittadino', 'impresa', 'scuola'].map((value) => ({ value, label: value })),
        },
        { id: 'ente', type: 'text', label: 'Ente', visibleIf: { field: 'ruolo', op: 'equals', value: 'sindaco' } },
        {
          id: 'email',
          type: 'email',
          label: 'E-mail',
          requiredIf: { field: 'ruolo', op: 'equals', value: 'tecnico' },
        },
      ],
    },
    {
      id: 'seconda',
      visibleIf: { field: 'ruolo', op: 'equals', value: 'sindaco' },
      fields: [{ id: 'abitanti', type: 'number', label: 'Abitanti' }],
    },
  ],
};

const [role, body, email] = form.pages[0]!.fields;

const aSession = (state: FormAnswers = blankAnswers(form), seed = 'seme') => {
  const told: { path: string; pages: boolean }[] = [];
  const texts: FormAnswers[] = [];
  const session = new FormSession(state, {
    seed,
    services: () => ({}) as FieldServices,
    t: (key) => key,
    text: (answers) => {
      texts.push(answers);
      return { words: String, text: String, rich: String } as never;
    },
    announce: () => undefined,
    onAnswer: (change) => told.push(change),
  });
  return { session, told, texts };
};

describe('a form session', () => {
  it('keeps what is answered before the rules have come, and lets it take effect when they do', () => {
    const { session, told, texts } = aSession();
    session.view(role!).set('sindaco');
    assert.deepEqual(told, [{ path: 'ruolo', pages: false }]);
    assert.equal(session.state.isVisible('ente'), false);

    const rules = new FormState(session.state.form, session.state.answers);
    session.follow(rules);
    assert.equal(session.view(role!).value, 'sindaco');
    assert.equal(session.view(body!).slot.isVisible(), true);
    assert.deepEqual(
      session.state.pages.map(({ id }) => id),
      ['prima', 'seconda'],
    );
    assert.equal(texts.at(-1), rules, 'labels quote answers by the rules');
  });

  it('tells when an answer changes the list of pages', () => {
    const { session, told } = aSession(new FormState(form));
    session.view(role!).set('sindaco');
    session.view(body!).set('Ivrea');
    session.view(role!).set(undefined);
    assert.deepEqual(told, [
      { path: 'ruolo', pages: true },
      { path: 'ente', pages: false },
      { path: 'ruolo', pages: true },
    ]);
  });

  it('gives each field one view for as long as it lasts, which follows the rules of the day', () => {
    const { session } = aSession();
    const view = session.view(email!);
    assert.equal(view.required, false);
    session.view(role!).set('tecnico');
    session.follow(new FormState(form, session.state.answers));
    assert.equal(session.view(email!), view);
    assert.equal(view.required, true);
  });

  it('shows options in an order that its seed alone decides', () => {
    const order = (seed: string): string[] =>
      aSession(undefined, seed)
        .session.view(role!)
        .options.map(({ value }) => value);
    assert.deepEqual(order('uno'), order('uno'));
    assert.deepEqual(order('uno').toSorted(), ['cittadino', 'impresa', 'scuola', 'sindaco', 'tecnico']);
    const orders = new Set(Array.from({ length: 30 }, (_, at) => order(String(at)).join(' ')));
    assert.ok(orders.size > 10, 'the order hardly changes');
  });

  it('tells each view the words of its own error', () => {
    const { session } = aSession(new FormState(form));
    session.showErrors(new Map([['ente', 'Manca']]));
    assert.equal(session.view(body!).error, 'Manca');
    assert.equal(session.view(email!).error, undefined);
    session.showErrors(new Map());
    assert.equal(session.view(body!).error, undefined);
  });
});
