import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemSchema } from '@cmto/contract/schemas';
import { aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { sql } from 'kysely';
import { aTestFile, offsetOf, putPart } from '../support/files.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

/** What PostgreSQL says when a table finds no room for a row (53100), as when its disk is full. Gives how it ends. */
async function fillDisk({ database: { db } }: TestServer, table: string): Promise<() => Promise<void>> {
  await sql`create function find_no_room() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
  end $$`.execute(db);
  await sql`create trigger full_disk after insert on ${sql.table(table)}
    for each row execute function find_no_room()`.execute(db);
  return async () => void (await sql`drop trigger full_disk on ${sql.table(table)}`.execute(db));
}

async function assertToComeAgain(answer: Response): Promise<void> {
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal(problemSchema.parse(await answer.json()).code, 'server.unavailable');
}

const counted = async ({ database: { db } }: TestServer): Promise<number> =>
  (await db.selectFrom('survey_counts').select('responses').executeTakeFirst())?.responses ?? 0;

describe('PostgreSQL out of disk', () => {
  for (const table of ['responses', 'survey_counts']) {
    it(`in ${table} stores and counts nothing, and all of it once there is room`, async (test) => {
      const server = await aServer(test);
      await server.publish(aSurvey());
      const keys = Array.from({ length: 5 }, aKey);
      const makeRoom = await fillDisk(server, table);
      const answers = await Promise.all(keys.map((key) => server.post(aSubmission(), { key })));
      for (const answer of answers) await assertToComeAgain(answer);
      assert.deepEqual([await server.count(), await counted(server)], [0, 0]);
      await makeRoom();
      for (const key of keys) assert.equal((await server.post(aSubmission(), { key })).status, 201);
      assert.deepEqual([await server.count(), await counted(server)], [5, 5]);
    });
  }

  it('registers no file, and asks for its last byte alone', async (test) => {
    const server = await aServer(test);
    const file = aTestFile(5000);
    const makeRoom = await fillDisk(server, 'attachments');
    await assertToComeAgain(await putPart(server, file));
    const start = (await offsetOf(server, file))!;
    assert.equal(start, file.bytes.length - 1);
    await makeRoom();
    assert.equal((await putPart(server, file, { start })).status, 201);
  });
});
