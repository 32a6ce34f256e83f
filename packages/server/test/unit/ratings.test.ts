import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Answers, Receipt, RatingSubmission } from '@cmto/contract';
import { aKey, aRating, aSurvey } from '@cmto/testing/builders';
import { parse } from 'csv-parse/sync';
import { everyByte } from '../support/every-byte.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const rate = (
  server: TestServer,
  answers: Answers = {},
  { key = aKey(), headers = {}, ...parts }: Partial<RatingSubmission> & { key?: string; headers?: object } = {},
): Promise<Response> =>
  server.ask('/ratings', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
    body: JSON.stringify(aRating(answers, parts)),
  });

const praise = (stars: number, liked: string): Answers => {
  const { difficulty: _, ...answers } = aRating({ stars, liked }).answers;
  return answers;
};

const rateAs = (server: TestServer, answers: Answers): Promise<Response> =>
  server.ask('/ratings', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
    body: JSON.stringify({ ...aRating(), answers }),
  });

const rows = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describe('a rating', () => {
  it('leaves its page, and no address, agent, language or time of day in any file or table', async (test) => {
    const server = await aServer(test, { environment: { CMTO_TRUST_PROXY: '127.0.0.1', CMTO_RATE_LIMIT: 'on' } });
    const [address, agent] = ['203.0.113.77', 'Lettore-Braille/7.4 (prova)'];
    const headers = { 'User-Agent': agent, 'X-Forwarded-For': address, Referer: 'https://www.example.it/da-dove' };
    const answer = await rate(
      server,
      { details: 'parola-conservata' },
      { headers, language: 'sl', completedAt: '2026-11-20T10:58:59Z' },
    );
    assert.equal(answer.status, 201);
    const bytes = await everyByte(server);
    assert.ok(bytes.includes('parola-conservata') && bytes.includes('https://www.example.it/contributi'));
    for (const trace of [address, agent, 'da-dove', '10:58:59', '"sl"']) assert.ok(!bytes.includes(trace), trace);
    const row = await server.database.db.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.survey_slug, row.page, row.language, row.completed_at],
      ['ratings', 'https://www.example.it/contributi', null, null],
    );
    assert.equal(new Date(row.received_at).toISOString(), '2026-11-19T23:00:00.000Z');
  });

  it('is stored once however often it is sent at once', async (test) => {
    const server = await aServer(test);
    const key = aKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => rate(server, {}, { key })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array.from({ length: 19 }, () => 200), 201]);
    assert.equal(await server.count(), 1);
  });

  it('counts against the rate of its network', async (test) => {
    const rates = { burst: 2, perSecond: 0.001 };
    const server = await aServer(test, { environment: { CMTO_RATE_LIMIT: 'on' }, rate: rates });
    const statuses = [];
    for (let sent = 0; sent < 3; sent += 1) statuses.push((await rate(server)).status);
    assert.deepEqual(statuses, [201, 201, 429]);
  });

  it('is taken from the pages of any department, and from nobody else’s', async (test) => {
    const server = await aServer(test, { environment: { CMTO_ALLOW_LOOPBACK: 'off' } });
    await run(server, 'department', 'allow', 'innovazione-ict', 'https://www.esempio.it');
    assert.equal((await rate(server, {}, { headers: { Origin: 'https://www.esempio.it' } })).status, 201);
    assert.equal((await rate(server, {}, { headers: { Origin: 'https://altrove.example' } })).status, 403);
    assert.equal((await rate(server, {}, { headers: { Origin: 'null' } })).status, 403);
    assert.equal(await server.count(), 1);
  });

  it('is erased by its receipt, and refused when it comes again', async (test) => {
    const server = await aServer(test);
    const key = aKey();
    const { receiptCode } = (await (await rate(server, { details: 'parola' }, { key })).json()) as Receipt;
    assert.match((await run(server, 'response', 'erase', receiptCode)).said, /^ratings: the answer was erased/);
    assert.equal((await rate(server, { details: 'parola' }, { key })).status, 410);
    assert.ok(!(await everyByte(server)).includes('parola'));
  });
});

describe('ratings summary', () => {
  it('tells of each page and service how many, their average, stars and answers', async (test) => {
    const server = await aServer(test);
    await rate(server, { stars: 2, difficulty: 'unclear', details: 'Non si capisce.' });
    await rate(server, { stars: 3, difficulty: 'other' });
    await rateAs(server, praise(5, 'other'));
    await rateAs(server, { ...praise(5, 'clear'), subject: 'service' });
    await rate(server, { stars: 1 }, { page: 'https://www.example.it/albo' });
    const [albo, page, service, ...others] = rows((await run(server, 'ratings', 'summary')).printed);
    assert.deepEqual(others, []);
    assert.deepEqual([albo!['page'], albo!['average']], ['https://www.example.it/albo', '1']);
    const figures = Object.entries(page!).filter(([name, value]) => value !== '0' && name !== 'page');
    assert.deepEqual(Object.fromEntries(figures), {
      subject: 'page',
      ratings: '3',
      average: '3.33',
      'stars.2': '1',
      'stars.3': '1',
      'stars.5': '1',
      'liked.other': '1',
      'difficulty.unclear': '1',
      'difficulty.other': '1',
      withDetails: '1',
    });
    assert.deepEqual([service!['subject'], service!['ratings'], service!['liked.clear']], ['service', '1', '1']);
  });

  it('counts what a program may have written apart, in no average', async (test) => {
    const server = await aServer(test);
    await rate(server, { stars: 3 });
    for (let sent = 0; sent < 5; sent += 1) await rate(server, { stars: 1 }, { check: { trap: 'spam' } });
    const [page] = rows((await run(server, 'ratings', 'summary')).printed);
    assert.deepEqual([page!['ratings'], page!['average'], page!['flagged']], ['1', '3', '5']);
  });

  it('is a header alone where nobody has rated', async (test) => {
    const server = await aServer(test);
    const { printed } = await run(server, 'ratings', 'summary');
    assert.deepEqual(rows(printed), []);
    assert.match(printed, /page,subject,ratings,average,stars\.1/);
  });
});

describe('ratings export', () => {
  it('gives every rating with its day, as CSV and as JSON', async (test) => {
    const server = await aServer(test);
    const key = aKey();
    await rate(server, { details: 'Una virgola, e "virgolette"' }, { key });
    const expected = {
      submissionId: key,
      day: '2026-11-20',
      page: 'https://www.example.it/contributi',
      subject: 'page',
      stars: '3',
      answer: 'unclear',
      details: 'Una virgola, e "virgolette"',
      submissionFlags: '',
    };
    assert.deepEqual(rows((await run(server, 'ratings', 'export', '--csv')).printed), [expected]);
    const [json] = JSON.parse((await run(server, 'ratings', 'export', '--json')).printed) as Record<string, unknown>[];
    assert.deepEqual([json!['id'], json!['stars'], json!['receivedAt']], [key, 3, '2026-11-19T23:00:00Z']);
  });

  it('keeps spreadsheets from running what somebody wrote', async (test) => {
    const server = await aServer(test);
    for (const details of ['=HYPERLINK("https://x.example")', '+1', '-1', '@a', 'a;=1'])
      await rate(server, { details });
    const written = rows((await run(server, 'ratings', 'export', '--csv')).printed).map(({ details }) => details!);
    assert.deepEqual(
      written.toSorted(),
      ["'+1", "'-1", '\'=HYPERLINK("https://x.example")', "'@a", "a;'=1"].toSorted(),
    );
  });

  it('writes a file, and says so', async (test) => {
    const server = await aServer(test);
    await rate(server);
    const file = join(server.dataDir, 'valutazioni.csv');
    assert.match((await run(server, 'ratings', 'summary', '--out', file)).said, /^ratings: written to /);
    assert.equal(rows(readFileSync(file, 'utf8')).length, 1);
    assert.match((await refusal(run(server, 'ratings', 'export'))).message, /--json or --csv/);
  });
});

describe('a survey called ratings', () => {
  it('is not imported: the name is taken', async (test) => {
    const server = await aServer(test);
    const file = join(server.dataDir, 'survey.json');
    writeFileSync(file, JSON.stringify(aSurvey({ slug: 'ratings' })));
    assert.match((await refusal(run(server, 'survey', 'import', file))).message, /name of the ratings/);
  });
});
