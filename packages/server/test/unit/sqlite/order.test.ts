import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aField, aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { sql } from 'kysely';
import { answerMany, endOf, orderInFile, rankCorrelation } from '../../support/arrival.ts';
import { everyByte } from '../../support/every-byte.ts';
import { aServer } from '../../support/test-server.ts';

describe('an anonymous answer in the embedded database', () => {
  it('cannot be put in order by whoever has the whole file', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('long-text', { required: true })] }));
    const arrival = await answerMany(server, 1000);
    const rows = await server.database.db.selectFrom('responses').select('content').execute();
    const scanned = rows.map(({ content }) => endOf(content));
    assert.ok(Math.abs(rankCorrelation(arrival, scanned)) < 0.12, 'order of a scan');

    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(server.database.db);
    const asItCame = rankCorrelation(arrival, orderInFile(server.dataDir, arrival));
    assert.ok(asItCame > 0.9, `by itself SQLite lays long rows down as they come: ${asItCame}`);

    await server.database.forgetOrder();
    const forgotten = rankCorrelation(arrival, orderInFile(server.dataDir, arrival));
    assert.ok(Math.abs(forgotten) < 0.12, `order of the bytes: ${forgotten}`);
  });

  it('has no row number, no time and no sequence anywhere', async (test) => {
    const server = await aServer(test);
    const { db } = server.database;
    const tables = await db.introspection.getTables();
    for (const { name, columns } of tables) {
      assert.ok(!columns.some(({ isAutoIncrementing }) => isAutoIncrementing), name);
      const query = db.selectFrom(name as 'responses').select('rowid' as 'id');
      await assert.rejects(query.execute(), /no such column/, `${name} has no rowid`);
    }
  });

  it('is gone from the file once deleted', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const key = aKey();
    await server.post(aSubmission({ text: 'da-cancellare-davvero' }), { key });
    await server.database.db.deleteFrom('responses').where('id', '=', key).execute();
    await server.database.db.updateTable('survey_counts').set({ responses: 0 }).execute();
    await server.database.forgetOrder();
    assert.ok(!(await everyByte(server)).includes('da-cancellare-davvero'));
  });
});
