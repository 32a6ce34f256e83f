import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers, ResultField, Results, Survey } from '@cmto/contract';
import { problemSchema, resultsSchema } from '@cmto/contract/schemas';
import { aField, aSubmission, aSurvey } from '@cmto/testing/builders';
import { aServer, noon, type TestServer } from '../support/test-server.ts';

const hour = 3_600_000;
const always = { publish: 'always', threshold: 5 } as const;

async function answer(server: TestServer, count: number, answers: (at: number) => Answers): Promise<void> {
  const sent = Array.from({ length: count }, (_, at) => server.post(aSubmission(answers(at))));
  for (const one of await Promise.all(sent)) assert.equal(one.status, 201, await one.text());
}

async function results(server: TestServer): Promise<Results> {
  return resultsSchema.parse(await (await server.ask('/surveys/prova/results')).json());
}

const counts = ({ options }: ResultField): (number | null)[] => options!.map(({ count }) => count);

async function refusal(server: TestServer): Promise<string> {
  return problemSchema.parse(await (await server.ask('/surveys/prova/results')).json()).code;
}

async function published(
  test: Parameters<typeof aServer>[0],
  parts: Parameters<typeof aSurvey>[0],
): Promise<TestServer> {
  const server = await aServer(test);
  await server.publish(aSurvey({ results: always, ...parts }) as Survey);
  return server;
}

const letters = ['a', 'b', 'c'];

describe('published results', () => {
  it('are not there unless the definition says so', async (test) => {
    const server = await published(test, { results: { threshold: 5 } });
    await answer(server, 20, () => ({ text: 'ciao' }));
    assert.equal(await refusal(server), 'results.not-published');
  });

  it('wait for the closing and the days of grace where the definition says so', async (test) => {
    const results_ = { publish: 'after-close', threshold: 5 } as const;
    const closesAt = new Date(noon + hour).toISOString();
    const server = await published(test, { results: results_, closesAt, graceMinutes: 60, fields: [aField('yes-no')] });
    await answer(server, 20, (at) => ({ 'yes-no': at < 8 }));
    assert.equal(await refusal(server), 'results.not-published');
    server.now = noon + hour;
    assert.equal(await refusal(server), 'results.not-published');
    server.now = noon + 2 * hour;
    assert.deepEqual(counts((await results(server)).fields[0]!), [8, 12]);
  });

  it('say nothing of fewer people than the threshold, and count closed questions only', async (test) => {
    const server = await published(test, { fields: [aField('choice', { required: true }), aField('text')] });
    await answer(server, 4, () => ({ choice: 'a', text: 'segreto' }));
    assert.equal(await refusal(server), 'results.not-published');
    await answer(server, 20, (at) => ({ choice: at < 14 ? 'a' : 'b', text: 'segreto' }));
    const told = await results(server);
    assert.deepEqual(
      told.fields.map(({ id }) => id),
      ['choice'],
    );
    assert.deepEqual(told.responses, { count: 24 });
    // c is empty, so one of the others is hidden with it.
    assert.equal(counts(told.fields[0]!).filter((count) => count === null).length, 2);
    assert.ok(!JSON.stringify(told).includes('segreto'));
  });

  it('are renewed only when enough have answered since, also asked a thousand times', async (test) => {
    const server = await published(test, { fields: [aField('yes-no', { required: true })] });
    await answer(server, 20, (at) => ({ 'yes-no': at % 2 === 0 }));
    assert.deepEqual(counts((await results(server)).fields[0]!), [10, 10]);
    for (let one = 0; one < 4; one += 1) {
      await answer(server, 1, () => ({ 'yes-no': true }));
      assert.deepEqual(counts((await results(server)).fields[0]!), [10, 10]);
    }
    // Enough altogether, but one cell would grow by less than the threshold.
    await answer(server, 3, () => ({ 'yes-no': false }));
    assert.deepEqual(counts((await results(server)).fields[0]!), [10, 10]);
    await answer(server, 5, (at) => ({ 'yes-no': at < 3 }));
    assert.deepEqual(counts((await results(server)).fields[0]!), [17, 15]);
  });

  it('count every type of closed question', async (test) => {
    const fields = ['choices', 'scale', 'number', 'matrix', 'ranking', 'allocation', 'municipality'] as const;
    const server = await published(test, { fields: fields.map((type) => aField(type)) });
    await answer(server, 30, (at) => ({
      choices: at < 12 ? ['a', 'b'] : ['b', 'c'].slice(0, at < 22 ? 2 : 1),
      scale: 1 + (at % 5),
      number: at,
      matrix: { a: letters[at % 3]!, b: 'a' },
      ranking: at % 2 ? ['a', 'b', 'c'] : ['c', 'b', 'a'],
      allocation: { a: 60, b: 40 },
      municipality: '001272',
    }));
    const told = Object.fromEntries((await results(server)).fields.map((field) => [field.id, field]));
    assert.deepEqual(counts(told['scale']!), [6, 6, 6, 6, 6]);
    assert.equal(told['scale']!.mean, 3);
    assert.equal(told['number']!.mean, 14.5);
    assert.deepEqual(
      told['matrix']!.rows![0]!.options.map(({ count }) => count),
      [10, 10, 10],
    );
    assert.deepEqual(
      told['matrix']!.rows![1]!.options.map(({ count }) => count),
      [null, null, null],
      'all alike',
    );
    assert.deepEqual(
      told['ranking']!.options!.map(({ mean }) => mean),
      [2, 2, 2],
    );
    assert.deepEqual(told['choices']!.answered, { count: 30 });
    assert.equal(told['municipality']!.options!.length, 11);
    assert.ok(
      told['allocation']!.options!.every(({ count }) => count === null),
      'everybody or nobody is told of none',
    );
  });

  it('tell nothing of a question that hangs on one of which something is hidden', async (test) => {
    const onlyIfA = { field: 'choice', op: 'equals', value: 'a' } as const;
    const fields = [aField('choice', { required: true }), aField('yes-no', { visibleIf: onlyIfA, required: true })];
    const server = await published(test, { fields });
    const choose = (at: number, others: string): Answers =>
      at < 20 ? { choice: 'a', 'yes-no': at < 10 } : { choice: others };
    await answer(server, 40, (at) => choose(at, at < 38 ? 'b' : 'c'));
    const [, hanging] = (await results(server)).fields;
    assert.deepEqual(hanging!.answered, { count: null, suppressed: 'complement' });
    assert.deepEqual(counts(hanging!), [null, null]);
    await answer(server, 60, (at) => choose(at, at < 40 ? 'b' : 'c'));
    const [free, told] = (await results(server)).fields;
    assert.deepEqual(counts(free!), [40, 38, 22]);
    assert.deepEqual(counts(told!), [20, 20]);
  });

  it('count older versions’ answers where the question is the same', async (test) => {
    const server = await published(test, { fields: [aField('yes-no')] });
    await answer(server, 10, (at) => ({ 'yes-no': at < 5 }));
    await server.publish(aSurvey({ results: always, version: 2, fields: [aField('yes-no'), aField('text')] }));
    const sent = Array.from({ length: 10 }, (_, at) =>
      server.post(aSubmission({ 'yes-no': at < 5 }, { formVersion: 2 })),
    );
    await Promise.all(sent);
    const told = await results(server);
    assert.equal(told.version, 2);
    assert.deepEqual(counts(told.fields[0]!), [10, 10]);
  });
});
