import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Receipt } from '@cmto/contract';
import { aKey, aRequest, aService } from '@cmto/testing/builders';
import { offer, request, statusOf, write } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

/** Midnight in Rome. */
const newYear = Date.parse('2026-12-31T23:00:00Z');

/** A server whose clock goes on by 25 ms whenever it is read, and from time to time falls back by a second. */
async function aServerAtNewYear(test: Parameters<typeof aServer>[0]): Promise<TestServer> {
  let [reads, ticking] = [0, false];
  const tick = (): number => {
    if (!ticking) return newYear - 86_400_000;
    reads += 1;
    return newYear - 2000 + reads * 25 - (reads % 20 === 19 ? 1000 : 0);
  };
  // Twins wait for each other as long as it takes, also on a busy machine.
  const server = await aServer(test, { now: tick, inFlightLimit: 600_000 });
  await offer(server, aService());
  ticking = true;
  return server;
}

const entriesOf = ({ database: { db } }: TestServer) =>
  db
    .selectFrom('register_entries')
    .select(['year', 'number', 'at', 'day', 'linked_year', 'linked_number'])
    .orderBy('year')
    .orderBy('number')
    .execute();

describe('requests that arrive while the year turns in Rome', () => {
  it('are numbered without a gap in the old year, and from 1 in the new, each as its receipt says', async (test) => {
    const server = await aServerAtNewYear(test);
    const keys = Array.from({ length: 80 }, () => aKey());
    const answers = await Promise.all(
      // Every fifth is sent twice, as browsers do.
      [...keys, ...keys.filter((_, at) => at % 5 === 0)].map((key) => request(server, aRequest(), { key })),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 201]);
    const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()) as Receipt));
    const numbers = new Map(receipts.map(({ id, register }) => [id, `${register!.year}/${register!.number}`]));
    assert.equal(new Set(numbers.values()).size, 80);
    assert.ok(receipts.every(({ id, register }) => numbers.get(id) === `${register!.year}/${register!.number}`));
    const entries = await entriesOf(server);
    assert.equal(entries.length, 80);
    const years = Map.groupBy(entries, ({ year }) => year);
    assert.deepEqual([...years.keys()], [2026, 2027], 'some came before midnight, some after');
    for (const [year, rows] of years) {
      assert.deepEqual(
        rows.map(({ number }) => number),
        rows.map((_, at) => at + 1),
      );
      assert.ok(rows.every(({ day }) => day === (year === 2026 ? '2026-12-31' : '2027-01-01')));
    }
    assert.ok(
      entries.every(({ at }, index) => index === 0 || at >= entries[index - 1]!.at),
      'time goes one way, whatever the clock does',
    );
    assert.match((await run(server, 'register', 'verify')).said, /80 rows .* are sound/);
  });

  it('are added to and answered under the new year’s numbers, linked to the old one’s', async (test) => {
    const server = await aServer(test, { now: () => clock.now });
    const clock = { now: newYear - 1000 };
    await offer(server, aService());
    const { receiptCode } = (await (await request(server)).json()) as Receipt;
    clock.now = newYear;
    assert.equal((await write(server, receiptCode, { kind: 'addition', text: 'Ecco.' })).status, 201);
    const [first, second] = await entriesOf(server);
    assert.deepEqual([first!.year, first!.number], [2026, 1]);
    assert.deepEqual([second!.year, second!.number, second!.linked_year, second!.linked_number], [2027, 1, 2026, 1]);
    const { messages, procedure } = await statusOf(server, receiptCode);
    assert.deepEqual([messages[0]!.register?.year, messages[0]!.register?.number], [2027, '0000001']);
    assert.equal(procedure.deadline, '2027-01-30T23:00:00Z', 'its days are counted from the old year’s last');
  });
});
