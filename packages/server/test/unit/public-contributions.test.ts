import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contributionListSchema } from '@cmto/contract/schemas';
import { aConsultation, aContribution, aKey } from '@cmto/testing/builders';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { consult, contributed, contributionOf } from '../support/consultations.ts';
import { run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const slug = 'bozza-di-piano';
const by = ['--operator', 'm.bianchi'];

const list = async (server: TestServer, query = '') => {
  const answer = await server.ask(`/consultations/${slug}/contributions${query}`);
  assert.equal(answer.status, 200, await answer.clone().text());
  return contributionListSchema.parse(await answer.json());
};

/** Sends and publishes a contribution; gives its public name. */
async function published(server: TestServer, answers: object = {}, section = '2.1'): Promise<string> {
  const { id } = await contributed(
    server,
    aContribution(answers as never, { target: { documentVersion: 1, section } }),
  );
  const { public_id: name } = await contributionOf(server, id);
  await run(server, 'contribution', 'publish', slug, name, ...by);
  return name;
}

const agree = (server: TestServer, id: string, device = aKey(), key = aKey()): Promise<Response> =>
  server.ask(`/contributions/${id}/endorsements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ device }),
  });

describe('published contributions', () => {
  it('show what was said and by what kind of author, never who: no name, address, key or hour', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const { id } = await contributed(server, aContribution({ email: 'ada@example.it', ente: 'Casa Rossi' }));
    const { public_id: name } = await contributionOf(server, id);
    assert.deepEqual((await list(server)).contributions, []);
    await run(server, 'contribution', 'publish', slug, name, ...by);
    const answer = await server.ask(`/consultations/${slug}/contributions`);
    const text = await answer.text();
    const { contributions } = contributionListSchema.parse(JSON.parse(text));
    assert.deepEqual(contributions, [
      {
        id: name,
        day: '2026-11-20',
        section: '2.1',
        documentVersion: 1,
        quote: 'piste continue',
        type: 'observation',
        author: 'citizen',
        text: 'Servono piste anche nelle valli.',
        agreements: 0,
        usedIn: [],
      },
    ]);
    for (const secret of ['Rossi', 'ada@example.it', id, 'm.bianchi', '11:00'])
      assert.ok(!text.includes(secret), secret);
    const held = { 'If-None-Match': answer.headers.get('etag')! };
    assert.equal((await server.ask(`/consultations/${slug}/contributions`, { headers: held })).status, 304);
  });

  it('are counted per section with the office’s answers, by zone, and listed page by page', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const names = [
      await published(server, { testo: 'Uno.', chi: 'association', ente: 'Bici & Valli', comune: '001272' }),
      await published(server, { testo: 'Due.' }),
      await published(server, { testo: 'Tre.', comune: '001272' }, '2'),
    ];
    await run(
      server,
      'contribution',
      'answer',
      slug,
      names.slice(1).join(','),
      '--outcome',
      'partly',
      '--text',
      'Sì.',
      ...by,
    );
    const all = await list(server);
    assert.deepEqual(all.sections, [
      { section: '2', contributions: 1, agreements: 0, answers: { partly: 1 } },
      { section: '2.1', contributions: 2, agreements: 0, answers: { partly: 1 } },
    ]);
    assert.deepEqual([all.total, all.zones, all.topics], [3, [{ zone: 1, contributions: 2 }], []]);
    assert.equal(all.contributions.find(({ id }) => id === names[0])?.organisation, 'Bici & Valli');
    assert.deepEqual(
      (await list(server, '?section=2')).contributions.map(({ id, answer }) => [id, answer?.outcome]),
      [[names[2], 'partly']],
    );
    assert.deepEqual(
      (await list(server, '?zone=1')).contributions.map(({ id }) => id),
      [names[0]!, names[2]!].toSorted(),
    );
    assert.deepEqual(
      (await list(server, '?zone=1&section=2')).contributions.map(({ id }) => id),
      [names[2]],
    );
    for (const query of ['?zone=2', '?topic=trasporti'])
      assert.deepEqual((await list(server, query)).contributions, []);
    assert.equal((await server.ask(`/consultations/${slug}/contributions?format=csv&zone=2`)).status, 200);
    const first = await list(server, '?limit=2');
    const rest = await list(server, `?limit=2&cursor=${first.next}`);
    assert.equal(rest.next, undefined);
    assert.deepEqual(
      [...first.contributions, ...rest.contributions].map(({ id }) => id),
      names.toSorted(),
    );
    for (const query of [
      '?limit=0',
      '?limit=201',
      '?limit=1&limit=2',
      '?cursor=x',
      '?section=%00',
      '?topic=%00',
      '?zone=12',
      '?format=xml',
    ])
      assert.equal((await server.ask(`/consultations/${slug}/contributions${query}`)).status, 422, query);
    assert.equal((await server.ask('/consultations/nessuna/contributions')).status, 404);
  });

  it('leave the list when they are refused', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const name = await published(server);
    await run(server, 'contribution', 'refuse', slug, name, '--reason', 'offese', ...by);
    const { total, contributions } = await list(server);
    assert.deepEqual([total, contributions], [0, []]);
    assert.equal((await agree(server, name)).status, 404);
  });

  it('go out as CSV without formulas and as Atom without markup, each with its licence', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const name = await published(server, { testo: '=HYPERLINK("x") <script>alert(1)</script> ]]> \u0007' });
    await run(server, 'contribution', 'answer', slug, name, '--outcome', 'accepted', '--text', 'Sì & grazie.', ...by);
    const csv = await server.ask(`/consultations/${slug}/contributions?format=csv`);
    assert.match(csv.headers.get('content-type')!, /^text\/csv/);
    assert.match(csv.headers.get('link')!, /creativecommons.*rel="license"/);
    const [line] = parse(await csv.text(), { columns: true, bom: true }) as unknown as [Record<string, string>];
    assert.ok(line['text']!.startsWith("'=HYPERLINK"));
    assert.deepEqual(
      [line['id'], line['outcome'], line['license']],
      [name, 'accepted', 'https://creativecommons.org/licenses/by/4.0/'],
    );
    const atom = await server.ask(`/consultations/${slug}/contributions?format=atom`);
    assert.match(atom.headers.get('content-type')!, /^application\/atom\+xml/);
    const text = await atom.text();
    assert.ok(!text.includes('<script'));
    const feed = new DOMParser().parseFromString(text, 'text/xml').documentElement!;
    const first = (tag: string): string | null => feed.getElementsByTagName(tag).item(0)!.textContent;
    assert.equal(first('rights')!.slice(0, 16), 'Creative Commons');
    assert.match(first('content')!, /<script>alert\(1\)<\/script>/);
    assert.match(first('content')!, /accepted: Sì & grazie\./);
    assert.equal(feed.getElementsByTagName('entry').length, 1);
    assert.equal(feed.getElementsByTagName('updated').item(1)!.textContent, '2026-11-20T11:00:00Z');
  });
});

describe('agreeing with a contribution', () => {
  it('counts once per device, gives a replay the same answer, and says politely that it was counted', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const [one, other] = [await published(server, { testo: 'Uno.' }), await published(server, { testo: 'Due.' })];
    const [device, key] = [aKey(), aKey()];
    const first = await agree(server, one, device, key);
    assert.deepEqual([first.status, await first.json()], [201, { contribution: one, agreements: 1 }]);
    const again = await agree(server, one, device, key);
    assert.deepEqual(
      [again.status, again.headers.get('idempotent-replayed'), await again.json()],
      [200, 'true', { contribution: one, agreements: 1 }],
    );
    const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
    assert.equal(await codeOf(await agree(server, one, device)), 'contribution.already-endorsed');
    assert.equal(await codeOf(await agree(server, other, device, key)), 'idempotency.mismatch');
    assert.equal(await codeOf(await agree(server, one, aKey(), key)), 'idempotency.mismatch');
    assert.equal((await agree(server, one)).status, 201);
    assert.equal((await agree(server, other, device)).status, 201);
    const counts = (await list(server)).contributions.map(({ id, agreements }) => [id, agreements]);
    assert.deepEqual(
      new Map(counts as [string, number][]),
      new Map([
        [one, 2],
        [other, 1],
      ]),
    );
  });

  it('counts many at once right, and two of one device once', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const one = await published(server);
    const device = aKey();
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => agree(server, one)),
      ...Array.from({ length: 5 }, () => agree(server, one, device)),
    ]);
    assert.equal(answers.filter(({ status }) => status === 201).length, 11);
    assert.equal((await list(server)).contributions[0]!.agreements, 11);
  });

  it('keeps nothing by which two agreements of one device could be told', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const device = aKey();
    for (const testo of ['Uno.', 'Due.']) await agree(server, await published(server, { testo }), device);
    const rows = await server.database.db.selectFrom('endorsements').selectAll().execute();
    assert.equal(rows.length, 2);
    assert.equal(new Set(rows.flatMap(({ device_hash: one, key_hash: other }) => [one, other])).size, 4);
    assert.ok(!JSON.stringify(rows).includes(device));
  });

  it('is refused for what is not published, and in any other shape', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const { id } = await contributed(server);
    const { public_id: name } = await contributionOf(server, id);
    for (const unknown of [name, '0000000000000', id, '%00'])
      assert.equal((await agree(server, unknown)).status, 404, unknown);
    const one = await published(server, { testo: 'Uno.' });
    assert.equal((await agree(server, one, 'x')).status, 422);
    assert.equal((await agree(server, one, aKey(), 'x')).status, 400);
  });
});
