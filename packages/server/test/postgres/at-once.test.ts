import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase, SurveyRepository } from '@cmto/server';
import { aSurvey } from '@cmto/testing/builders';
import { aPlace } from '../support/database.ts';
import { run } from '../support/run-command.ts';
import { aServer } from '../support/test-server.ts';

describe('two people at work at the same time', () => {
  it('import a survey each as a version of its own', async (test) => {
    const { target } = await aPlace(test);
    const databases = await Promise.all([openDatabase(target), openDatabase(target)]);
    test.after(async () => void (await Promise.all(databases.map((database) => database.close()))));
    const repositories = databases.map(({ db }) => new SurveyRepository(db));
    const imports = Array.from({ length: 6 }, (_, at) => repositories[at % 2]!.import(aSurvey({ minutes: at + 1 })));
    const versions = (await Promise.all(imports)).map((outcome) => 'version' in outcome && outcome.version);
    assert.deepEqual(versions.sort(), [1, 2, 3, 4, 5, 6]);
  });

  it('allow an origin each, and both are allowed', async (test) => {
    const server = await aServer(test);
    const origins = Array.from({ length: 6 }, (_, at) => `https://www${at}.example.it`);
    await Promise.all(origins.map((origin) => run(server, 'department', 'allow', 'sviluppo-economico', origin)));
    const { said } = await run(server, 'department', 'list');
    for (const origin of origins) assert.ok(said.includes(origin), origin);
  });
});
