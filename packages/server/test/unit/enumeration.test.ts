import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { aService, aSubmission, aSurvey } from '@cmto/testing/builders';
import { offer, sent, write } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { asFetch, aServer, type TestServer } from '../support/test-server.ts';

/** The statements that the database is asked to run while `work` does, without their values. */
async function statementsOf(test: TestContext, { database }: TestServer, work: () => Promise<unknown>) {
  const { mock } = test.mock.method(database.db.getExecutor(), 'executeQuery');
  await work();
  const statements = mock.calls.map((call) => call.arguments[0].sql);
  mock.restore();
  return statements;
}

/** Letters and digits of a code, one of them another. */
const otherLetter = (code: string, at: number): string =>
  `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;

/** A request, an answer, and one of each that was erased: every code that somebody guesses may be near to one of them. */
async function aGuessedServer(test: TestContext) {
  const server = await aServer(test);
  await server.publish(aSurvey());
  await offer(server, aService());
  const codeIn = async (answer: Response): Promise<string> =>
    ((await answer.json()) as { receiptCode: string }).receiptCode;
  const { receiptCode } = await sent(server);
  const { receiptCode: gone } = await sent(server);
  const act = ['--reason', 'art. 17', '--act', 'det. 4/2026', '--operator', 'm.bianchi'];
  await run(server, 'request', 'erase', '2026/0000002', ...act);
  const answered = await codeIn(await server.post(aSubmission()));
  const forgotten = await codeIn(await server.post(aSubmission()));
  await run(server, 'response', 'erase', forgotten);
  const never = 'M03A9JX2SBR20HQEPJRATVXCQM';
  const wrong = [never, gone, forgotten, otherLetter(receiptCode, 0), otherLetter(receiptCode, 25)];
  return { server, receiptCode, answered, wrong };
}

describe('whoever guesses codes', () => {
  it('has the database do the same one thing for every wrong one, near to a right one or erased since', async (test) => {
    const { server, receiptCode, answered, wrong } = await aGuessedServer(test);
    const get = asFetch(server.app);
    const withdrawal = { kind: 'withdrawal' };
    for (const ask of [
      (code: string) => server.ask(`/receipts/${code}`),
      (code: string) => write(server, code, withdrawal),
      (code: string) => get(`/r/${code}`),
      (code: string) => get(`/r/${code}/pdf`),
      (code: string) => get(`/r/${code}/files/${'0'.repeat(64)}`),
    ]) {
      const seen = new Set<string>();
      for (const code of wrong) {
        const statements = await statementsOf(test, server, async () => {
          assert.equal((await ask(code)).status, 404);
        });
        seen.add(JSON.stringify(statements));
      }
      assert.equal(seen.size, 1, [...seen].join('\n'));
      const [only] = [...seen].map((statements) => JSON.parse(statements) as string[]);
      assert.equal(only!.length, 1);
      assert.match(only![0]!, /from "responses" where "receipt_hash" = /);
      // A right one is looked for in the same way; only then is there more to do.
      for (const code of [receiptCode, answered]) {
        const [first] = await statementsOf(test, server, () => server.ask(`/receipts/${code}`));
        assert.equal(first, only![0]);
      }
    }
  });

  it('has nothing looked up for what cannot be a code, numbers that there are included', async (test) => {
    const { server, receiptCode } = await aGuessedServer(test);
    for (const guess of ['2026-0000001', '0000001', '2026-0999999', receiptCode.slice(1), `${receiptCode}0`, 'x']) {
      for (const ask of [() => server.ask(`/receipts/${guess}`), () => write(server, guess, { kind: 'withdrawal' })]) {
        const statements = await statementsOf(test, server, async () => assert.equal((await ask()).status, 404));
        assert.deepEqual(statements, [], guess);
      }
    }
  });
});
