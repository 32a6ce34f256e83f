import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

function aFile(server: TestServer, content: unknown, name = 'survey.json'): string {
  const path = join(server.dataDir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const versions = (server: TestServer) =>
  server.database.db
    .selectFrom('survey_versions')
    .select(['survey_slug', 'version', 'state'])
    .orderBy('version')
    .execute();

describe('survey import', () => {
  it('makes a draft, and nothing new of equal content', async (test) => {
    const server = await aServer(test);
    const path = aFile(server, aSurvey());
    assert.match((await run(server, 'survey', 'import', path)).said, /version 1, a draft/);
    assert.equal((await server.ask('/surveys/prova')).status, 404, 'a draft is not served');
    assert.match(
      (await run(server, 'survey', 'import', aFile(server, { ...aSurvey(), version: 7 }))).said,
      /nothing changed/,
    );
    assert.equal((await versions(server)).length, 1);
    assert.match(
      (await run(server, 'survey', 'import', aFile(server, aSurvey({ minutes: 9 })))).said,
      /version 2, a draft/,
    );
  });

  it('names line, column and path of what is wrong, and imports nothing', async (test) => {
    const server = await aServer(test);
    const good = aSurvey();
    const cases: [unknown, RegExp][] = [
      ['{\n  "slug": "x",\n  "title": \n}', /survey\.json:4:1: not JSON: value expected/],
      ['{"a": 1 // no\n}', /survey\.json:1:9: not JSON: invalid comment token/],
      ['{"slug": "x",\n "slug": "y"}', /survey\.json:2:2: the key "slug" is there twice/],
      ['[]', /survey\.json:1:1: the file: /],
      [{ ...good, languages: ['italiano?'] }, /survey\.json:\d+:\d+: languages\[0\]: /],
      [{ ...good, extra: true }, /survey\.json:\d+:3: extra: unknown key/],
      [{ ...good, title: undefined }, /survey\.json:1:1: title: missing/],
      [
        { ...good, form: { pages: [{ id: 'p', fields: [{ id: 'a', type: 'testo', label: 'A' }] }] } },
        /form\.pages\[0\]\.fields\[0\]\.type: "testo"/,
      ],
      [{ ...good, attribution: 'anonymous', identity: 'eid' }, /identity/],
      ['['.repeat(100_000), /not JSON/],
    ];
    for (const [content, expected] of cases) {
      const { message, exitCode } = await refusal(run(server, 'survey', 'import', aFile(server, content)));
      assert.match(message, expected);
      assert.match(message, /Nothing was imported/);
      assert.equal(exitCode, 1);
    }
    assert.match((await refusal(run(server, 'survey', 'import', '/does/not/exist.json'))).message, /cannot be read/);
    assert.equal((await versions(server)).length, 0);
  });

  it('refuses unknown departments with the list, and another department’s survey', async (test) => {
    const server = await aServer(test);
    const path = aFile(server, aSurvey({ department: 'turismo' }));
    assert.match(
      (await refusal(run(server, 'survey', 'import', path))).message,
      /"turismo"; there are .*sviluppo-economico/,
    );
    await run(server, 'survey', 'import', aFile(server, aSurvey()));
    const other = aFile(server, aSurvey({ department: 'sviluppo-economico' }));
    assert.match((await refusal(run(server, 'survey', 'import', other))).message, /belongs to the department/);
  });

  it('prints warnings, with their place', async (test) => {
    const server = await aServer(test);
    const ruolo = { id: 'ruolo', type: 'choice', label: 'Ruolo', options: [{ value: 'sindaco', label: 'Sindaco' }] };
    const pages = [{ id: 'p', fields: [{ id: 'comune', type: 'municipality', label: 'Comune' }, ruolo] }];
    const { warned } = await run(server, 'survey', 'import', aFile(server, { ...aSurvey(), form: { pages } }));
    assert.match(warned, /^warning: .*survey\.json:\d+:\d+: form\.pages/);
  });
});

describe('survey publish, close, withdraw, list', () => {
  it('show at the running server’s next request', async (test) => {
    const server = await aServer(test);
    await run(server, 'survey', 'import', aFile(server, aSurvey()));
    assert.match((await run(server, 'survey', 'publish', 'prova')).said, /version 1 published/);
    assert.equal((await server.ask('/surveys/prova')).status, 200);
    assert.match((await run(server, 'survey', 'publish', 'prova')).said, /published already/);
    await run(server, 'survey', 'close', 'prova', '--at', '2026-11-20T11:00:01Z');
    assert.equal((await server.post(aSubmission())).status, 201);
    await run(server, 'survey', 'close', 'prova');
    assert.equal((await server.post(aSubmission())).status, 409);
    assert.match((await run(server, 'survey', 'list')).said, /^prova {2}closed {2}1 answers {2}versions: 1 published/);
  });

  it('refuse what cannot be done, in words', async (test) => {
    const server = await aServer(test);
    await run(server, 'survey', 'import', aFile(server, aSurvey()));
    assert.match((await refusal(run(server, 'survey', 'publish', 'altro'))).message, /no survey "altro"/);
    assert.match((await refusal(run(server, 'survey', 'close', 'prova'))).message, /no published survey/);
    assert.match((await refusal(run(server, 'survey', 'withdraw', 'prova', '1'))).message, /never published/);
    await run(server, 'survey', 'publish', 'prova');
    assert.match((await refusal(run(server, 'survey', 'withdraw', 'prova', '1'))).message, /the only published one/);
    assert.equal((await refusal(run(server, 'survey', 'close', 'prova', '--at', 'domani'))).exitCode, 2);
    assert.equal((await refusal(run(server, 'survey', 'withdraw', 'prova', 'uno'))).exitCode, 2);
  });
});

describe('survey export', () => {
  it('writes a file whole, for its owner only, or not at all', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    await server.post(aSubmission());
    const path = join(server.dataDir, 'answers.json');
    await run(server, 'survey', 'export', 'prova', '--json', '--out', path);
    assert.equal((JSON.parse(readFileSync(path, 'utf8')) as unknown[]).length, 1);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const nowhere = join(server.dataDir, 'no', 'such', 'folder.csv');
    assert.match(
      (await refusal(run(server, 'survey', 'export', 'prova', '--csv', '--out', nowhere))).message,
      /cannot be written/,
    );
  });

  it('wants to know which', async (test) => {
    const server = await aServer(test);
    for (const words of [['prova'], ['prova', '--json', '--csv'], ['prova', '--json', '--codebook']]) {
      assert.equal((await refusal(run(server, 'survey', 'export', ...words))).exitCode, 2);
    }
    assert.match((await refusal(run(server, 'survey', 'export', 'prova', '--json'))).message, /no published survey/);
  });
});

describe('seed', () => {
  it('imports and publishes a folder, and does nothing the second time', async (test) => {
    const server = await aServer(test);
    const folder = join(server.dataDir, 'surveys');
    mkdirSync(folder);
    for (const slug of ['uno', 'due']) writeFileSync(join(folder, `${slug}.json`), JSON.stringify(aSurvey({ slug })));
    await run(server, 'seed', folder);
    assert.equal((await server.ask('/surveys/due')).status, 200);
    const { said } = await run(server, 'seed', folder);
    assert.equal(said.match(/nothing changed/g)?.length, 2);
    writeFileSync(join(folder, 'tre.json'), '{');
    writeFileSync(join(folder, 'quattro.json'), JSON.stringify(aSurvey({ slug: 'quattro' })));
    assert.match((await refusal(run(server, 'seed', folder))).message, /tre\.json:1:2/);
    assert.equal((await server.ask('/surveys/quattro')).status, 404, 'nothing of a folder with an error in it');
  });
});

describe('department allow and refuse', () => {
  it('change whose pages may use a survey, at the next request', async (test) => {
    const server = await aServer(test, { environment: { CMTO_ALLOW_LOOPBACK: 'off' } });
    await server.publish(aSurvey(), aSurvey({ slug: 'altra', department: 'sviluppo-economico' }));
    const Origin = 'https://www.example.it';
    const allowed = async (slug: string): Promise<string | null> =>
      (await server.ask(`/surveys/${slug}`, { headers: { Origin } })).headers.get('access-control-allow-origin');
    assert.equal(await allowed('prova'), null);
    await run(server, 'department', 'allow', 'pianificazione-strategica', Origin);
    assert.equal(await allowed('prova'), Origin);
    assert.equal(await allowed('altra'), null, 'another department’s survey');
    assert.match((await run(server, 'department', 'list')).said, /pianificazione-strategica .*www\.example\.it/);
    await run(server, 'department', 'refuse', 'pianificazione-strategica', Origin);
    assert.equal(await allowed('prova'), null);
    assert.equal(
      (await refusal(run(server, 'department', 'allow', 'pianificazione-strategica', 'example.it'))).exitCode,
      2,
    );
    assert.match((await refusal(run(server, 'department', 'allow', 'nessuno', Origin))).message, /there are/);
  });
});

describe('the command line', () => {
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const call = (server: TestServer, ...words: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...words], { env: { ...process.env, ...server.environment } });

  it('works from another process while the server runs', async (test) => {
    const server = await aServer(test);
    await call(server, 'survey', 'import', aFile(server, aSurvey()));
    assert.equal((await server.ask('/surveys/prova')).status, 404);
    await call(server, 'survey', 'publish', 'prova');
    assert.equal((await server.ask('/surveys/prova')).status, 200);
    const key = aKey();
    assert.equal((await server.post(aSubmission(), { key })).status, 201);
    const { stdout } = await call(server, 'survey', 'export', 'prova', '--json');
    assert.equal((JSON.parse(stdout) as { id: string }[])[0]!.id, key);
    await call(server, 'survey', 'close', 'prova', '--at', '2026-11-20T00:00:00Z');
    assert.equal((await server.post(aSubmission())).status, 409);
  });

  it('ends with 2 and the usage where it is not understood, with 1 where it cannot be done', async (test) => {
    const server = await aServer(test);
    for (const words of [
      [],
      ['survey'],
      ['survey', 'import'],
      ['nonsense'],
      ['survey', 'list', '--json'],
      ['__proto__'],
    ]) {
      const failed = await call(server, ...words).catch((error: { code: number; stderr: string }) => error);
      assert.equal('code' in failed && failed.code, 2, words.join(' '));
      assert.match(failed.stderr, /Usage: pnpm cmto/);
    }
    const failed = await call(server, 'survey', 'publish', 'x').catch(
      (error: { code: number; stderr: string }) => error,
    );
    assert.deepEqual(['code' in failed && failed.code, failed.stderr], [1, 'There is no survey "x"\n']);
  });
});
