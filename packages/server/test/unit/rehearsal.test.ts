import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { anEmptyPlace } from '../support/database.ts';
import {
  aSurveyPlace,
  command,
  replayAll,
  sendUntilGone,
  start,
  stop,
  storedHashes,
} from '../support/server-process.ts';

describe('a backup taken while people answer', () => {
  it('brings everything back after the loss of the server, once all have sent again', async (test) => {
    const lost = await aSurveyPlace(test);
    const folder = join(lost.dataDir, 'backup');
    const first = await start(test, lost);
    const backedUp = Promise.withResolvers<string>();
    const sent = await sendUntilGone(first.base, 50, () => {
      backedUp.resolve(command(lost, 'backup', folder).finally(() => first.child.kill('SIGKILL')));
    });
    const [, inBackup = 0] = /(\d+) answers/.exec(await backedUp.promise) ?? [];
    assert.ok(Number(inBackup) >= 50, `${inBackup} answers in the backup`);

    const found = await anEmptyPlace(test);
    assert.match(await command(found, 'restore', folder), new RegExp(`${inBackup} answers`));
    const second = await start(test, found);
    await replayAll(second.base, sent);
    await stop(second);
    assert.deepEqual([...(await storedHashes(found)).keys()].sort(), [...sent.keys].sort(), '0 lost, 0 twice');
  });
});
