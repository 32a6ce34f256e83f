import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { aField, aFile, aKey, anAttachment, aSubmission, aSurvey } from '@cmto/testing/builders';
import { everyByte } from '../support/every-byte.ts';
import { aServer } from '../support/test-server.ts';

const address = '203.0.113.77';
const agent = 'Lettore-Braille/7.4 (prova)';
const page = 'https://www.example.it/pagina-da-non-conservare';

describe('an anonymous answer', () => {
  it('leaves no address, agent, page, language or time of day in any file or table', async (test) => {
    const server = await aServer(test, { environment: { CMTO_TRUST_PROXY: '127.0.0.1', CMTO_RATE_LIMIT: 'on' } });
    await server.publish(aSurvey({ fields: [aField('text', { required: true }), aField('file')] }));
    const file = aFile();
    const attachment = await anAttachment('file', file);
    const key = aKey();
    const headers = { 'User-Agent': agent, 'X-Forwarded-For': address, 'Accept-Language': 'xx-prova', Referer: page };
    await server.ask(`/attachments/${attachment.sha256}`, {
      method: 'PUT',
      headers: { ...headers, 'Idempotency-Key': key, 'Content-Type': file.type },
      body: await file.arrayBuffer(),
    });
    const body = aSubmission(
      { text: 'parola-conservata', file: [attachment.sha256] },
      { page, language: 'sl', completedAt: '2026-11-20T10:58:59Z', attachments: [attachment] },
    );
    assert.equal((await server.post(body, { key, headers })).status, 201);
    const bytes = await everyByte(server);
    assert.ok(bytes.includes('parola-conservata'), 'the answer itself is there');
    for (const trace of [address, agent, page, 'xx-prova', '10:58:59', '"sl"'])
      assert.ok(!bytes.includes(trace), trace);
    const row = await server.database.db.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([row.language, row.page, row.completed_at], [null, null, null]);
    assert.equal(new Date(row.received_at).toISOString(), '2026-11-19T23:00:00.000Z');
    const stored = await server.database.db.selectFrom('attachments').select('stored_on').executeTakeFirstOrThrow();
    assert.equal(stored.stored_on, row.received_at);
  });

  it('leaves no time on its files, nor on the folders they lie in', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('file')] }));
    const file = aFile();
    const { sha256 } = await anAttachment('file', file);
    await server.ask(`/attachments/${sha256}`, {
      method: 'PUT',
      headers: { 'Idempotency-Key': aKey(), 'Content-Type': file.type },
      body: await file.arrayBuffer(),
    });
    const folder = join(server.dataDir, 'attachments');
    const times = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, String(name))).mtimeMs);
    assert.ok(times.length >= 3);
    assert.deepEqual([...new Set(times)], [0]);
  });
});
