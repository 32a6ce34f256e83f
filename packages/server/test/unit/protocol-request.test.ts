import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSecretKey } from 'node:crypto';
import { aService } from '@cmto/testing/builders';
import { createProtocolWorker } from '../../src/protocol/create-protocol.ts';
import { readConfig } from '../../src/config.ts';
import { offer, sent, statusOf } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { aServer } from '../support/test-server.ts';

describe('a request that was sent', () => {
  it('waits for the protocol office with its receipt given, and shows the official number once it is typed', async (test) => {
    const server = await aServer(test);
    await offer(server, aService());
    const receipt = await sent(server);
    const before = await statusOf(server, receipt.receiptCode);
    assert.equal(before.register!.status, 'provisional');
    const { protocol } = server.app.services.requests;
    await createProtocolWorker({
      config: readConfig(server.environment),
      db: server.database.db,
      secret: createSecretKey(Buffer.alloc(32)),
      outbox: protocol,
      files: server.app.services.files,
      now: () => server.now,
      log: { warn: () => undefined } as never,
    }).work();
    assert.match((await run(server, 'protocol', 'list')).said, new RegExp(`\\(${receipt.id}\\).* manual {2}office$`));
    await run(server, 'protocol', 'number', receipt.id, 'PG', '4567', '2026-11-20', '--operator', 'm.bianchi');
    const status = await statusOf(server, receipt.receiptCode);
    assert.equal(status.register!.status, 'registered');
    const numbers = status.timeline.filter(({ event }) => event === 'official-number');
    assert.deepEqual(
      numbers.map(({ official }) => official),
      [{ register: 'PG', number: '0004567', date: '2026-11-20' }],
    );
  });
});
