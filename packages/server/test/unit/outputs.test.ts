import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContributionList } from '@cmto/contract';
import { contributionListSchema } from '@cmto/contract/schemas';
import { anIdea } from '@cmto/testing/builders';
import { anIdeasConsultation, consult, contributed, contributionOf, statusOf } from '../support/consultations.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const by = ['--operator', 'm.bianchi'];
const plan = Object.entries({
  '--title': 'Piano strategico 2027-2029',
  '--link': 'https://www.example.it/piano',
  '--date': '2026-12-18',
  '--kind': 'plan',
  '--department': 'pianificazione-strategica',
}).flat();

async function send(server: TestServer, testo: string) {
  const { id, receiptCode } = await contributed(server, anIdea({ testo }), { slug: 'idee' });
  return { key: id, code: receiptCode, id: (await contributionOf(server, id)).public_id };
}

const listed = async (server: TestServer): Promise<ContributionList> =>
  contributionListSchema.parse(await (await server.ask('/consultations/idee/contributions')).json());

describe('outputs of the institution', () => {
  it('are told where each contribution was used, and tell which they used', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const [one, other] = [await send(server, 'Più treni.'), await send(server, 'Più autobus.')];
    await run(server, 'output', 'add', 'piano-2027', ...plan);
    await run(server, 'contribution', 'used', 'idee', one.id, '--in', 'piano-2027', '--part', 'Azione 3.2', ...by);
    const used = {
      id: 'piano-2027',
      title: 'Piano strategico 2027-2029',
      url: 'https://www.example.it/piano',
      date: '2026-12-18',
      kind: 'plan',
      part: 'Azione 3.2',
    };
    const { contributions, unused } = await listed(server);
    assert.deepEqual(contributions.find(({ id }) => id === one.id)!.usedIn, [used]);
    assert.deepEqual(contributions.find(({ id }) => id === other.id)!.usedIn, []);
    assert.deepEqual(unused, { contributions: 1, oldest: '2026-11-20' });
    assert.deepEqual((await statusOf(server, one.code)).usedIn, [used]);
    assert.match(
      await (await server.ask('/consultations/idee/contributions?format=csv')).text(),
      /,https:\/\/www\.example\.it\/piano,/,
    );
    const shown = JSON.parse((await run(server, 'output', 'show', 'piano-2027', '--json')).said) as object;
    const { part, ...output } = used;
    assert.deepEqual(shown, { ...output, inputs: [{ consultation: 'idee', contribution: one.id, part }] });
    assert.match(
      (await run(server, 'output', 'list')).said,
      /piano-2027 {2}2026-12-18 {2}plan {2}1 contributions used/,
    );
  });

  it('leave dead ends, each with its age, until an output uses them or the office says no', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const all = [await send(server, 'Più treni.'), await send(server, 'Più autobus.'), await send(server, 'Più tram.')];
    server.now += 10 * 86_400_000;
    const { said } = await run(server, 'contribution', 'unused', 'idee');
    for (const { id } of all) assert.match(said, new RegExp(`${id} {2}2026-11-20 {2}10 days {2}- {2}not answered`));
    const answer = ['contribution', 'answer', 'idee', all[1]!.id, '--outcome', 'not-accepted', '--text', 'No.', ...by];
    await run(server, ...answer);
    await run(server, 'output', 'add', 'piano-2027', ...plan);
    await run(server, 'contribution', 'used', 'idee', all[0]!.id, '--in', 'piano-2027', ...by);
    const left = JSON.parse((await run(server, 'contribution', 'unused', 'idee', '--json')).said) as {
      id: string;
      ageDays: number;
    }[];
    assert.deepEqual(
      left.map(({ id, ageDays }) => [id, ageDays]),
      [[all[2]!.id, 10]],
    );
  });

  it('give KPI 5 of Action 1 by counting, not by typing', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const figures = async (year: string) =>
      JSON.parse((await run(server, 'output', 'figures', year, '--json')).said) as Record<string, unknown>;
    assert.deepEqual(await figures('2026'), {
      kpi: 'a1-k5',
      year: 2026,
      inputs: 0,
      acknowledged: 0,
      used: 0,
      acknowledgedOrUsed: 0,
      share: null,
      outputs: 0,
    });
    const all = [];
    for (const text of ['Treni.', 'Autobus.', 'Tram.', 'Offese.']) all.push(await send(server, text));
    await run(server, 'contribution', 'refuse', 'idee', all[3]!.id, '--reason', 'offese', ...by);
    const answer = ['contribution', 'answer', 'idee', `${all[0]!.id},${all[1]!.id}`];
    await run(server, ...answer, '--outcome', 'accepted', '--text', 'Sì.', ...by);
    await run(server, 'output', 'add', 'piano-2027', ...plan);
    await run(server, 'output', 'add', 'relazione', ...plan.with(1, 'Relazione'));
    await run(server, 'contribution', 'used', 'idee', all[0]!.id, '--in', 'piano-2027', ...by);
    const { inputs, acknowledged, used, acknowledgedOrUsed, share, outputs } = await figures('2026');
    assert.deepEqual([inputs, acknowledged, used, acknowledgedOrUsed, share, outputs], [3, 2, 1, 2, 66.7, 1]);
    assert.match((await run(server, 'output', 'figures', '2026')).said, /acknowledged or used: 2 \(66\.7 %\)/);
  });

  it('refuse what is not there, what is not public, and addresses that are none', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const one = await send(server, 'Più treni.');
    const use = ['contribution', 'used', 'idee', one.id, '--in'];
    assert.match((await refusal(run(server, ...use, 'piano-2027', ...by))).message, /no output “piano-2027”/);
    await run(server, 'output', 'add', 'piano-2027', ...plan);
    await run(server, 'contribution', 'refuse', 'idee', one.id, '--reason', 'offese', ...by);
    assert.match((await refusal(run(server, ...use, 'piano-2027', ...by))).message, /is refused\nNothing was changed/);
    const wrong: string[][] = [
      ['Piano', ...plan],
      ['piano', ...plan.with(3, 'javascript:alert(1)')],
      ['piano', ...plan.with(5, '2026-13-01')],
      ['piano', ...plan.with(7, 'libro')],
      ['piano', ...plan.with(9, 'nessuno')],
      ['piano', ...plan.slice(0, 6), ...plan.slice(8)],
    ];
    for (const words of wrong)
      assert.equal((await refusal(() => run(server, 'output', 'add', ...words))).exitCode, 2, words.join(' '));
  });

  it('forget what is erased', async (test) => {
    const server = await aServer(test);
    await consult(server, anIdeasConsultation());
    const one = await send(server, 'Più treni.');
    await run(server, 'output', 'add', 'piano-2027', ...plan);
    await run(server, 'contribution', 'used', 'idee', one.id, '--in', 'piano-2027', ...by);
    await run(server, 'contribution', 'erase', 'idee', one.id, '--reason', 'Lo chiede', '--act', 'Prot. 1', ...by);
    assert.match((await run(server, 'output', 'show', 'piano-2027')).said, /has used no contributions/);
  });
});
