import type { Answers, Field, ProblemCode } from '@cmto/contract';
import { aKey, anAnswer, aSubmission, oneFieldOfEachType } from '../builders/index.ts';
import { expect, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

/** Every question answered, the one for files apart. */
const allAnswers = (): Answers =>
  Object.fromEntries(
    oneFieldOfEachType()
      .filter(({ type }) => type !== 'note' && type !== 'file')
      .map((field: Field) => [field.id, anAnswer(field)!]),
  );

/** Values that no type of field takes. */
const nonsense = [null, [], {}, [[]], { a: { b: 1 } }, '\u0000'.repeat(20_000), [null], { other: 1 }];

export function refusalCases({ ask, it }: Suite): void {
  const refuse = async (body: object | string, code: ProblemCode, pointer?: string, slug?: string): Promise<void> => {
    const key = aKey();
    const problem = await expectProblem(await post(ask, body, { key, ...(slug ? { slug } : {}) }), code);
    const pointers = problem.errors?.map((error) => error.pointer);
    if (pointer !== undefined) expect(pointers?.includes(pointer) ?? false, `${pointer} expected among ${pointers}`);
  };

  it('accepts an answer to every type of question', async () => {
    await expectJson(await post(ask, aSubmission(allAnswers()), { slug: 'verifica-tipi' }), 201);
  });

  it('refuses the wrong shape of every type, with a pointer to it', async () => {
    for (const id of Object.keys(allAnswers())) {
      for (const value of nonsense) {
        const body = JSON.stringify(aSubmission({ ...allAnswers(), [id]: value as never }));
        const answer = await post(ask, body, { slug: 'verifica-tipi' });
        // Some of these are what "unanswered" looks like to some types.
        if (answer.status === 201) continue;
        const { errors } = await expectProblem(answer, 'submission.invalid');
        expect(
          errors!.every(({ pointer }) => pointer.startsWith(`/answers/${id}`)),
          `${id}: ${JSON.stringify(errors)}`,
        );
      }
    }
  });

  it('refuses a body that is no JSON', async () => {
    for (const body of ['', '{', '{"a":1,}', 'null x', '\u{1f600}', '[1', '{"formVersion":1'])
      await refuse(body, 'request.malformed');
  });

  it('refuses a body that is no submission, with a pointer', async () => {
    for (const body of ['null', '1', '"x"', '[]', 'true']) await refuse(body, 'request.invalid', '');
    await refuse('{}', 'request.invalid', '/formVersion');
    await refuse({ ...aSubmission(), formVersion: '1' }, 'request.invalid', '/formVersion');
    await refuse({ ...aSubmission(), language: 'italiano!' }, 'request.invalid', '/language');
    await refuse({ ...aSubmission(), answers: [] }, 'request.invalid', '/answers');
    await refuse({ ...aSubmission(), extra: 1 }, 'request.invalid', '/extra');
    await refuse({ ...aSubmission(), check: { trap: '', more: 1 } }, 'request.invalid', '/check/more');
    for (const path of ['piano?utente=rossi', 'piano#rossi', 'il piano', '\u0000', '\ud800', '\u202e']) {
      await refuse({ ...aSubmission(), page: `https://www.example.it/${path}` }, 'request.invalid', '/page');
    }
    await refuse({ ...aSubmission(), completedAt: 'ieri' }, 'request.invalid', '/completedAt');
  });

  it('refuses a key that stands twice: readers differ on which of the two counts', async () => {
    const twice = '{"formVersion":1,"language":"it","answers":{"text":"sì","text":"no"}}';
    await refuse(twice, 'request.invalid', '/answers/text');
    await refuse(
      '{"formVersion":1,"language":"it","answers":{"text":"sì"},"formVersion":2}',
      'request.invalid',
      '/formVersion',
    );
    const escaped = '{"formVersion":1,"language":"it","answers":{"text":"sì","\\u0074ext":"no"}}';
    await refuse(escaped, 'request.invalid', '/answers/text');
    const spaced = '{ "formVersion": 1, "language": "it", "answers": { "text": "{\\"a\\":1,\\"a\\":1}" } }';
    await expectJson(await post(ask, spaced), 201);
  });

  it('takes any well-formed language tag, and no other', async () => {
    for (const language of ['it', 'IT-it', 'sl-IT-nedis', 'zh-Hant-TW', 'xx', 'it-x-valsusa']) {
      await expectJson(await post(ask, { ...aSubmission(), language }), 201);
    }
    for (const language of [
      '',
      'i',
      'it-',
      'it_IT',
      'it-x',
      'it-IT-FR',
      'italiano!',
      'it '.repeat(20),
      'a'.repeat(36),
      1,
      null,
    ]) {
      await refuse({ ...aSubmission(), language }, 'request.invalid', '/language');
    }
  });

  it('refuses keys that reach an object’s prototype, wherever they stand', async () => {
    const body = (answers: string, rest = ''): string =>
      `{"formVersion":1,"language":"it","answers":${answers}${rest}}`;
    await refuse(body('{"text":"ciao"}', ',"__proto__":{"admin":true}'), 'request.invalid', '/__proto__');
    await refuse(body('{"text":"ciao"}', ',"constructor":1'), 'request.invalid', '/constructor');
    await refuse(body('{"text":"ciao","__proto__":{"a":1}}'), 'submission.invalid', '/answers/__proto__');
    await refuse(body('{"text":"ciao","constructor":{"prototype":1}}'), 'submission.invalid', '/answers/constructor');
    const nested = body('{"matrix":{"__proto__":"a"}}');
    await refuse(nested, 'submission.invalid', '/answers/matrix/__proto__', 'verifica-tipi');
  });

  it('refuses unknown fields, missing required ones and options that do not exist', async () => {
    const slug = 'verifica-condizioni';
    await refuse(aSubmission({ text: 'ciao', ignoto: 1 }), 'submission.invalid', '/answers/ignoto');
    await refuse(aSubmission({}), 'submission.invalid', '/answers/text');
    await refuse(aSubmission({ choice: 'z' }), 'submission.invalid', '/answers/choice', slug);
    await refuse(aSubmission({ choice: 'b', choices: ['a', 'z'] }), 'submission.invalid', '/answers/choices/1', slug);
  });

  it('refuses answers to hidden questions, and asks for required ones that show', async () => {
    const slug = 'verifica-condizioni';
    await refuse(aSubmission({ choice: 'b', text: 'nascosta' }), 'submission.invalid', '/answers/text', slug);
    await refuse(aSubmission({ choice: 'a' }), 'submission.invalid', '/answers/text', slug);
    await expectJson(await post(ask, aSubmission({ choice: 'b' }), { slug }), 201);
    await expectJson(
      await post(ask, aSubmission({ choice: 'a', choices: ['a', { other: 'altro' }] as never, text: 'sì' }), { slug }),
      201,
    );
  });

  it('refuses a body that is too large or of another type', async () => {
    await refuse(JSON.stringify(aSubmission({ text: 'x'.repeat(300_000) })), 'request.too-large');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await post(ask, aSubmission(), { headers: { 'Content-Type': type } });
      await expectProblem(answer, 'request.unsupported-type');
    }
  });

  it('answers deep nesting and huge numbers without failing', async () => {
    const deep = '['.repeat(50_000);
    const answers = [
      `{"a":${deep}`,
      `{"formVersion":1e999,"language":"it","answers":{}}`,
      `${deep}${']'.repeat(50_000)}`,
    ];
    for (const body of answers) {
      const { status } = await post(ask, body);
      expect(status >= 400 && status < 500, `a 4xx expected, ${status} seen`);
    }
  });
}
