import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Answers,
  canonicalAnswers,
  canonicalJson,
  checkAnswers,
  checkAttachments,
  checkPage,
  contentToHash,
  type Form,
  type Issue,
  visibilityOf,
} from '@cmto/contract';
import { fixedSeed, formWithAnswers, pollutions, withPollution } from '@cmto/contract/testing';
import fc from 'fast-check';

/** What the widget does: judge every visible page, then send what counts in canonical form. */
const inTheBrowser = (form: Form, typed: Answers): { issues: Issue[]; body: string } => {
  const shown = visibilityOf(form, typed);
  const issues = shown.pages.flatMap((page) => checkPage(form, page, typed));
  return { issues, body: canonicalJson(canonicalAnswers(form, shown.answers)) };
};

/** What the server does with the bytes it gets. */
const onTheServer = (form: Form, body: string): { issues: Issue[]; stored: string } => {
  const answers = JSON.parse(body) as Answers;
  const issues = checkAnswers(form, answers);
  return { issues, stored: canonicalJson(canonicalAnswers(form, answers)) };
};

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('what the widget accepts, the server accepts, and the reverse', () => {
  let accepted = 0;
  fc.assert(
    fc.property(formWithAnswers('typed'), ({ form, answers }) => {
      const browser = inTheBrowser(copy(form), answers as Answers);
      const server = onTheServer(copy(form), browser.body);
      accepted += browser.issues.length === 0 ? 1 : 0;
      // The same complaints about the same fields; a row's number alone may differ, since empty rows are not sent.
      const withoutRows = ({ pointer, code }: Issue): string => `${pointer.replace(/^(\/[^/]+)\/\d+/, '$1')} ${code}`;
      assert.deepEqual(server.issues.map(withoutRows), browser.issues.map(withoutRows));
      assert.equal(server.stored, browser.body, 'the server stores what the widget sent');
    }),
    fixedSeed(1500),
  );
  assert.ok(accepted > 150, `only ${accepted} of 1,500 were acceptable: the generator proves too little`);
});

test('raw answers and their canonical form are judged alike', () => {
  fc.assert(
    fc.property(formWithAnswers('typed'), ({ form, answers }) => {
      const effective = visibilityOf(form, answers as Answers).answers;
      const raw = checkAnswers(form, effective).map(({ field, code }) => `${field} ${code}`);
      const canonical = checkAnswers(form, canonicalAnswers(form, effective)).map(
        ({ field, code }) => `${field} ${code}`,
      );
      assert.deepEqual(raw, canonical);
    }),
    fixedSeed(1000),
  );
});

test('an answer to a hidden question is refused, always', () => {
  let hidden = 0;
  fc.assert(
    fc.property(formWithAnswers('typed'), ({ form, answers }) => {
      const shown = visibilityOf(form, answers as Answers);
      const given = canonicalAnswers(form, answers as Answers);
      for (const id of Object.keys(given)) {
        if (shown.isVisible(id)) continue;
        hidden += 1;
        const issues = checkAnswers(form, given).filter(({ field }) => field === id);
        assert.deepEqual(
          issues.map(({ code }) => code),
          ['answer.hidden'],
        );
      }
    }),
    fixedSeed(1000),
  );
  assert.ok(hidden > 100, 'the generator hides too little');
});

test('any JSON a stranger sends is judged without an exception', () => {
  fc.assert(
    fc.property(formWithAnswers('wild'), ({ form, answers }) => {
      const body = copy(answers);
      const issues = checkAnswers(form, body);
      checkAttachments(form, body as Answers, []);
      for (const { pointer } of issues) assert.match(pointer, /^(?:\/[^/]*)+$/);
      if (issues.length === 0) {
        const stored = canonicalJson(canonicalAnswers(form, body as Answers));
        assert.deepEqual(checkAnswers(form, JSON.parse(stored)), []);
      }
    }),
    fixedSeed(1500),
  );
});

const decisions = (form: Form, typed: Answers): string => {
  const browser = inTheBrowser(form, typed);
  const server = onTheServer(form, browser.body);
  const content = { kind: 'survey', slug: 's', formVersion: 1, answers: JSON.parse(browser.body) as Answers } as const;
  const shown = visibilityOf(form, typed);
  const pages = shown.pages.map(({ id }) => id);
  return canonicalJson([browser.issues, browser.body, server.issues, server.stored, contentToHash(content), pages]);
};

for (const pollution of pollutions) {
  for (const enumerable of [true, false]) {
    test(`a page with ${pollution.name} on Object.prototype (${enumerable ? 'enumerable' : 'hidden'}) decides the same`, () => {
      for (const style of ['typed', 'wild'] as const) {
        const samples = fc.sample(formWithAnswers(style), fixedSeed(60));
        for (const { form, answers } of samples) {
          const source = JSON.stringify(form);
          const typed = JSON.stringify(answers);
          const clean = decisions(JSON.parse(source) as Form, JSON.parse(typed) as Answers);
          const polluted = withPollution(pollution, enumerable, () =>
            decisions(JSON.parse(source) as Form, JSON.parse(typed) as Answers),
          );
          assert.equal(polluted, clean);
        }
      }
    });
  }
}
