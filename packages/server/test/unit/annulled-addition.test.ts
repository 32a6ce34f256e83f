import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { aService } from '@cmto/testing/builders';
import { markAnnulled } from '../../src/requests/model/mark-annulled.ts';
import { asFetch, aServer } from '../support/test-server.ts';
import { readPdf } from '../support/read-pdf.ts';
import { offer, sent, statusOf, write } from '../support/requests.ts';
import { run } from '../support/run-command.ts';

const act = ['--reason', 'Doppia', '--act', 'det. 3/2026', '--operator', 'm.bianchi'];

/** A request, number 1, to which something was added, number 2, that was annulled by number 3. */
async function anAnnulled(test: TestContext) {
  const server = await aServer(test);
  await offer(server, aService());
  const { receiptCode } = await sent(server);
  await write(server, receiptCode, { kind: 'addition', text: 'Per errore.' });
  await run(server, 'register', 'annul', '2026/0000002', ...act);
  return { server, receiptCode };
}

describe('an annulled addition', () => {
  it('is marked in the receipt’s data where it was added, annulled and written, and nowhere else', async (test) => {
    const { server, receiptCode } = await anAnnulled(test);
    const { timeline, messages, register } = await statusOf(server, receiptCode);
    assert.deepEqual(
      timeline.map((entry) => [entry.event, entry.register?.number, entry.register?.status]),
      [
        ['received', undefined, undefined],
        ['registered', '0000001', 'provisional'],
        ['added', '0000002', 'annulled'],
        ['annulled', '0000002', 'annulled'],
      ],
    );
    assert.deepEqual([messages[0]?.register?.status, register?.status], ['annulled', 'provisional']);
  });

  it('is marked on the receipt’s page and in its PDF', async (test) => {
    const { server, receiptCode } = await anAnnulled(test);
    const get = asFetch(server.app);
    const html = await (await get(`/r/${receiptCode}`)).text();
    assert.equal(html.match(/0000002 · annullata/g)?.length, 3, 'added, annulled, and the message');
    const pdf = await get(`/r/${receiptCode}/pdf`);
    const { text } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    assert.match(text, /CMTO-RI-2026\/0000002 · annullata\nPer errore\./);
  });

  it('is marked wherever the staff’s command names it', async (test) => {
    const { server } = await anAnnulled(test);
    const { said } = await run(server, 'request', 'show', '2026/0000001');
    assert.match(said, /added {2}CMTO-RI-2026\/0000002 \(annulled\)/);
    assert.match(said, /annulled {2}CMTO-RI-2026\/0000002 \(annulled\) {2}m\.bianchi {2}Doppia/);
    assert.match(said, /applicant: addition {2}CMTO-RI-2026\/0000002 \(annulled\) {2}Per errore\./);
    assert.match(said, /registered {2}CMTO-RI-2026\/0000001$/m);
    await run(server, 'request', 'annul', '2026/0000001', ...act);
    assert.match((await run(server, 'request', 'list')).said, /^CMTO-RI-2026\/0000001 \(annulled\) {2}closed/);
  });

  it('is told beside the exported day, whose file stays what conservation has', async (test) => {
    const { server } = await anAnnulled(test);
    server.now += 86_400_000;
    await run(server, 'register', 'day');
    for (const kind of ['--csv', '--json']) {
      const { warned } = await run(server, 'register', 'export', '2026-11-20', kind);
      assert.equal(warned, '2026/0000002 is annulled, by CMTO-RI-2026/0000003 of 2026-11-20: det. 3/2026');
    }
    await run(server, 'request', 'annul', '2026/0000001', ...act);
    const { warned } = await run(server, 'register', 'export', '2026-11-20', '--csv');
    assert.match(warned, /^2026\/0000001 is annulled, by CMTO-RI-2026\/0000004 of 2026-11-21: .*\n2026\/0000002 is/);
    assert.doesNotMatch(warned, /not the file/);
  });
});

describe('markAnnulled', () => {
  const register = { code: 'CMTO-RI', year: 2026, number: '0000002', status: 'provisional' } as const;

  it('tells years apart', () => {
    const standing = [{ register: { ...register, year: 2027, status: 'annulled' } as const }];
    assert.deepEqual(markAnnulled([{ register }, {}], standing), [{ register }, {}]);
  });
});
