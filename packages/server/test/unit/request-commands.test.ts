import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { aRequest, aService, aSurvey } from '@cmto/testing/builders';
import { offer, sent, statusOf, write } from '../support/requests.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer } from '../support/test-server.ts';

const demo = fileURLToPath(new URL('../../../../demo/services', import.meta.url));

function aFileOf(test: { after(clean: () => void): void }, content: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-service-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('pnpm cmto service', () => {
  it('imports, publishes, lists, exports, closes', async (test) => {
    const server = await aServer(test);
    const path = aFileOf(test, aService());
    assert.match((await run(server, 'service', 'import', path)).said, /imported as version 1, a draft/);
    assert.match((await run(server, 'service', 'import', path)).said, /nothing changed/);
    assert.equal((await server.ask('/services/assistenza')).status, 404);
    await run(server, 'service', 'publish', 'assistenza');
    assert.equal((await server.ask('/services/assistenza')).status, 200);
    await sent(server);
    assert.match((await run(server, 'service', 'list')).said, /assistenza {2}open {2}1 requests/);
    assert.match((await run(server, 'service', 'export', 'assistenza', '--csv')).printed, /Rossi/);
    await run(server, 'service', 'close', 'assistenza');
    assert.match((await run(server, 'service', 'list')).said, /closed/);
  });

  it('never takes a survey for a service, nor over the name of one', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    await refusal(run(server, 'service', 'import', aFileOf(test, aSurvey())));
    const taken = await refusal(run(server, 'service', 'import', aFileOf(test, aService({ slug: 'prova' }))));
    assert.match(taken.message, /is the name of a survey already/);
    for (const words of [
      ['publish', 'prova'],
      ['close', 'prova'],
      ['export', 'prova', '--json'],
    ])
      await refusal(run(server, 'service', ...words));
    assert.doesNotMatch((await run(server, 'service', 'list')).said, /prova/);
  });

  it('refuses what the law asks for and a file leaves out', async (test) => {
    const server = await aServer(test);
    const good = aService();
    const [, ...withoutConsent] = good.form.pages;
    const bad: [Parameters<typeof aService>[0], RegExp][] = [
      [{ form: { pages: withoutConsent } }, /required consent/],
      [{ identity: 'municipality' }, /not built yet/],
      [{ applicant: { name: ['nessuno'] } }, /no field “nessuno”/],
      [{ applicant: { name: ['email'] } }, /not of type text/],
      [{ identity: 'email', applicant: { name: ['nome'] } }, /the code is sent there/],
      [{ subject: 'Su {{allegati}}' }, /quotes no field/],
      [{ procedure: { ...good.procedure, days: 0 } }, /procedure\.days/],
      [{ procedure: { ...good.procedure, documents: [{ label: 'x', field: 'tema' }] } }, /no file field/],
    ];
    for (const [parts, reason] of bad) {
      const { message } = await refusal(run(server, 'service', 'import', aFileOf(test, aService(parts))));
      assert.match(message, reason);
    }
  });

  it('seeds the demo: seven services, one for each way to say who applies, two without a required file either, two with twenty fields', async (test) => {
    const server = await aServer(test);
    const { warned } = await run(server, 'seed', demo);
    assert.match(warned, /^warning: accesso-documenti-piano: its applicants have to sign in[^\n]*$/);
    const slugs = (
      await server.database.db.selectFrom('surveys').select('slug').where('kind', '=', 'service').execute()
    ).map(({ slug }) => slug);
    assert.equal(slugs.length, 7);
    const all = await Promise.all(
      slugs.map(async (slug) => (await (await server.ask(`/services/${slug}`)).json()) as ReturnType<typeof aService>),
    );
    const fieldsOf = (service: ReturnType<typeof aService>) => service.form.pages.flatMap(({ fields }) => fields);
    const open = all.filter(
      (service) =>
        service.identity === 'none' &&
        !fieldsOf(service).some((field) => field.type === 'file' && field.required === true),
    );
    assert.ok(open.length >= 2);
    assert.deepEqual([...new Set(all.map(({ identity }) => identity))].sort(), ['eid', 'email', 'none']);
    assert.ok(all.filter((service) => fieldsOf(service).length >= 20).length >= 2);
    for (const { title } of all) assert.match((title as { it: string }).it, /dati dimostrativi/);
  });
});

describe('pnpm cmto request', () => {
  it('does what the console will: list, show, take, ask, message, close', async (test) => {
    const server = await aServer(test);
    await offer(server, aService());
    const { receiptCode } = await sent(server);
    const by = ['--operator', 'm.bianchi'];
    assert.match(
      (await run(server, 'request', 'list')).said,
      /CMTO-RI-2026\/0000001 {2}registered {2}assistenza {2}due/,
    );
    await run(server, 'request', 'take', '2026/0000001', ...by);
    await run(server, 'request', 'ask', 'CMTO-RI-2026/0000001', '--text', 'Manca un foglio.', ...by);
    await write(server, receiptCode, { kind: 'addition', text: 'Ecco il foglio.' });
    await run(server, 'request', 'message', '2026/0000001', '--text', 'Grazie.', ...by);
    await run(server, 'request', 'close', '2026/1', '--outcome', 'accepted', '--text', 'Va bene.', ...by);
    const shown = (await run(server, 'request', 'show', '2026/0000001')).said;
    for (const part of ['closed', 'Ada Rossi (person)', 'm.bianchi', 'Ecco il foglio.', '"tema"'])
      assert.ok(shown.includes(part), part);
    assert.equal((await statusOf(server, receiptCode)).state, 'closed');
    const again = await refusal(run(server, 'request', 'take', '2026/0000001', ...by));
    assert.match(again.message, /closed does not allow that. Nothing was changed/);
    assert.match((await run(server, 'request', 'list', '--state', 'waiting')).said, /no requests/);
  });

  it('shows what an applicant wrote as text: it steers no terminal and passes for no line of the timeline', async (test) => {
    const server = await aServer(test);
    await offer(server, aService());
    const { receiptCode } = await sent(server);
    const forged = '2026-11-21T00:00:00Z  closed  m.bianchi';
    await write(server, receiptCode, { kind: 'addition', text: `Ecco\u202e\n${forged}` });
    const messages = server.database.db.updateTable('request_messages');
    await messages.set({ text: `\u001b[2JEcco\u009b\u202e\n${forged}` }).execute();
    const { said } = await run(server, 'request', 'show', '2026/0000001');
    assert.ok(said.includes(`\\u001b[2JEcco\\u009b\\u202e\n  ${forged}`), said);
    for (const operator of ['m\nbianchi', 'm\u001b[2J'])
      assert.equal(
        (await refusal(() => run(server, 'request', 'take', '2026/0000001', '--operator', operator))).exitCode,
        2,
      );
  });

  it('asks for who does it and why, and says what there is not', async (test) => {
    const server = await aServer(test);
    await offer(server, aService());
    await sent(server);
    for (const words of [
      ['take', '2026/0000001'],
      ['close', '2026/0000001', '--outcome', 'forse', '--text', 'x', '--operator', 'm'],
      ['take', 'uno', '--operator', 'm'],
      ['list', '--state', 'forse'],
    ])
      assert.equal((await refusal(() => run(server, 'request', ...words))).exitCode, 2, words.join(' '));
    assert.match(
      (await refusal(run(server, 'request', 'take', '2026/0000009', '--operator', 'm'))).message,
      /no request/,
    );
  });

  it('lists unconfirmed requests, who asks to be erased, and erases', async (test) => {
    const server = await aServer(test);
    await offer(server, aService({ identity: 'email' }));
    const { receiptCode, id } = await sent(server);
    await write(server, receiptCode, { kind: 'erasure', text: 'Vi prego.' });
    assert.match((await run(server, 'request', 'list')).said, new RegExp(`${id} {2}unconfirmed.*asks to be erased`));
    const act = ['--reason', 'Lo chiede', '--act', 'Prot. 1', '--operator', 'm'];
    assert.match((await run(server, 'request', 'erase', id, ...act)).said, /was erased, with 0 files/);
    assert.match((await run(server, 'request', 'list')).said, /no requests/);
  });

  it('leaves the erasure of requests to its own command', async (test) => {
    const server = await aServer(test);
    await offer(server, aService());
    const { receiptCode } = await sent(server);
    const { message } = await refusal(run(server, 'response', 'erase', receiptCode));
    assert.match(message, /request erase/);
    assert.equal((await statusOf(server, receiptCode)).state, 'registered');
  });

  it('tells of deadlines', async (test) => {
    const server = await aServer(test);
    await offer(server, aService());
    await sent(server, aRequest());
    assert.match((await run(server, 'request', 'deadlines')).said, /Nobody/);
    server.now += 40 * 24 * 3_600_000;
    assert.match((await run(server, 'request', 'deadlines')).said, /department, who has no mailbox/);
    assert.match((await run(server, 'request', 'list')).said, /OVERDUE/);
  });
});
