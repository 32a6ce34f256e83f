import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey, aRequest, aService } from '@cmto/testing/builders';
import { eraseRequest } from '../../src/requests/erase-request.ts';
import { escalate } from '../../src/requests/escalation.ts';
import { codeIn, codeOf, letters, offer, request, sent, statusOf, write } from '../support/requests.ts';
import { fileOf, putPart } from '../support/files.ts';
import { readPdf } from '../support/read-pdf.ts';
import { run } from '../support/run-command.ts';
import { asFetch, aServer, noon, type TestServer } from '../support/test-server.ts';

const day = 24 * 3_600_000;

async function aPending(test: Parameters<typeof aServer>[0], service = aService(), environment = {}) {
  const server = await aServer(test, { environment });
  await offer(server, service);
  const receipt = await sent(server);
  return { server, ...receipt, procedure: server.app.services.requests.procedure };
}

const templates = async (server: TestServer, id: string) => (await letters(server, id)).map(({ template }) => template);
const eventsOf = ({ timeline }: { timeline: readonly { event: string }[] }) => timeline.map(({ event }) => event);

describe('the procedure', () => {
  it('goes from registered to closed, each act told to the applicant and never who did it', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    await procedure.take(id, 'm.bianchi');
    await procedure.message(id, { operator: 'm.bianchi', text: 'Ci stiamo lavorando.' });
    server.now += 1000;
    await procedure.close(id, 'accepted', { operator: 'm.bianchi', text: 'La richiesta rientra nelle competenze.' });
    const status = await statusOf(server, receiptCode);
    assert.equal(status.state, 'closed');
    assert.deepEqual(status.outcome, { kind: 'accepted', reasons: 'La richiesta rientra nelle competenze.' });
    assert.deepEqual(eventsOf(status), ['received', 'registered', 'taken', 'message', 'closed']);
    assert.deepEqual(
      status.messages.map(({ kind, register }) => [kind, register?.number]),
      [
        ['message', '0000002'],
        ['closed', '0000003'],
      ],
    );
    assert.ok(!JSON.stringify(status).includes('bianchi'));
    assert.deepEqual((await templates(server, id)).sort(), ['closed', 'message', 'receipt', 'state']);
    await assert.rejects(procedure.take(id, 'm.bianchi'), /closed/);
    await assert.rejects(procedure.close(id, 'refused', { operator: 'm.bianchi', text: 'No.' }), /closed/);
  });

  it('stands still while the applicant is asked, and an addition lets it go on', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    await procedure.ask(id, { operator: 'm.bianchi', text: 'Manca la planimetria.' }, noon + 15 * day);
    const waiting = await statusOf(server, receiptCode);
    assert.equal(waiting.state, 'waiting');
    assert.equal(waiting.asked?.text, 'Manca la planimetria.');
    assert.equal(waiting.procedure.suspendedAt, '2026-11-20T11:00:00Z');
    server.now = noon + 10 * day;
    const key = aKey();
    const file = fileOf(Buffer.from('%PDF-1.7 planimetria'), key);
    await putPart(server, file, { type: 'application/pdf' });
    const sentFile = { sha256: file.sha256, name: 'planimetria.pdf', type: 'application/pdf', size: file.bytes.length };
    const answer = await write(
      server,
      receiptCode,
      { kind: 'addition', text: 'Eccola.', attachments: [sentFile] },
      key,
    );
    assert.equal(answer.status, 201);
    const status = await statusOf(server, receiptCode);
    assert.equal(status.state, 'in-charge');
    assert.equal(status.asked, undefined);
    assert.equal(status.procedure.suspendedAt, undefined);
    assert.equal(status.procedure.deadline, '2026-12-30T23:00:00Z');
    const added = status.messages.find(({ kind }) => kind === 'addition');
    assert.deepEqual(added?.attachments, [sentFile]);
    const { entries } = await server.database.db
      .selectFrom('register_entries')
      .select((eb) => eb.fn.countAll<number>().as('entries'))
      .where('linked_number', '=', 1)
      .executeTakeFirstOrThrow();
    // The question and the addition.
    assert.equal(Number(entries), 2);
  });

  it('asks for nothing by a moment that has passed, and writes nothing down', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    for (const dueAt of [Date.parse('2020-01-01T00:00:00Z'), noon])
      await assert.rejects(procedure.ask(id, { operator: 'm', text: 'Manca.' }, dueAt), /not in the future/);
    const status = await statusOf(server, receiptCode);
    assert.deepEqual([status.state, status.messages.length], ['registered', 0]);
    assert.ok(!(await templates(server, id)).includes('asked'));
  });

  it('tells that the clock runs again only when it had stood still', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    const add = (text: string) => write(server, receiptCode, { kind: 'addition', text });
    await add('Di mia iniziativa.');
    await procedure.ask(id, { operator: 'm', text: 'Prima.' });
    await add('Ecco.');
    await procedure.ask(id, { operator: 'm', text: 'Seconda.' });
    await add('Ecco ancora.');
    const told = (await letters(server, id)).map(({ data }) => data).filter((data) => data.includes('added'));
    assert.deepEqual(told.sort(), ['{"event":"added","resumed":true}', '{"event":"added"}', '{"event":"added"}']);
  });

  it('suspends once only, as the law says', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    await procedure.ask(id, { operator: 'm', text: 'Prima.' });
    await write(server, receiptCode, { kind: 'addition', text: 'Ecco.' });
    await procedure.ask(id, { operator: 'm', text: 'Seconda.' });
    const status = await statusOf(server, receiptCode);
    assert.equal(status.state, 'waiting');
    assert.equal(status.procedure.suspendedAt, undefined);
    assert.equal(status.procedure.deadline, '2026-12-20T23:00:00Z');
  });

  it('takes the official number once, however often it is told', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    const official = { register: 'Protocollo generale', number: '12345', date: '2026-11-20' };
    for (let time = 0; time < 2; time += 1)
      await server.database.db
        .transaction()
        .execute((transaction) => procedure.numbered(transaction, { key: id, request: id }, official));
    const status = await statusOf(server, receiptCode);
    assert.equal(status.register?.status, 'registered');
    assert.deepEqual(eventsOf(status), ['received', 'registered', 'official-number']);
    assert.deepEqual(status.timeline.at(-1)?.official, official);
    assert.deepEqual(status.official, official);
  });

  it('shows the official numbers of an addition and of an answer beside the request’s own', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    const addition = aKey();
    await write(server, receiptCode, { kind: 'addition', text: 'Eccola.' }, addition);
    await procedure.message(id, { operator: 'm', text: 'Grazie.' });
    const by = ['--operator', 'm.bianchi'];
    for (const number of ['1', '2', '3'])
      await run(server, 'protocol', 'number', `2026/000000${number}`, 'PG', `456${number}`, '2026-11-20', ...by);
    const status = await statusOf(server, receiptCode);
    assert.deepEqual(status.official, { register: 'PG', number: '0004561', date: '2026-11-20' });
    assert.deepEqual(
      status.messages.map(({ kind, register, official }) => [kind, register?.status, official?.number]).sort(),
      [
        ['addition', 'registered', '0004562'],
        ['message', 'registered', '0004563'],
      ],
    );
    assert.deepEqual(
      status.timeline
        .filter(({ event }) => event === 'official-number')
        .map(({ register, official }) => [register?.number, register?.status, official?.number]),
      [
        ['0000001', 'registered', '0004561'],
        ['0000002', 'registered', '0004562'],
        ['0000003', 'registered', '0004563'],
      ],
    );
    const told = (await letters(server, id)).filter(({ data }) => data.includes('official-number'));
    assert.equal(told.length, 1, 'by mail only the request’s own');
    const page = await (await asFetch(server.app)(`/r/${receiptCode}`)).text();
    for (const number of ['0004561', '0004562', '0004563']) assert.ok(page.includes(number), number);
  });

  it('shows that an addition’s registration was annulled, and why', async (test) => {
    const { server, receiptCode } = await aPending(test);
    await write(server, receiptCode, { kind: 'addition', text: 'Doppia.' });
    const act = ['--reason', 'Inviata due volte', '--act', 'Det. 1', '--operator', 'm.bianchi'];
    await run(server, 'register', 'annul', '2026/0000002', ...act);
    const { timeline, state } = await statusOf(server, receiptCode);
    const { event, note, register } = timeline.at(-1)!;
    assert.deepEqual(
      [state, event, note, register?.number, register?.status],
      ['registered', 'annulled', 'Inviata due volte', '0000002', 'annulled'],
    );
    assert.match(
      (await run(server, 'request', 'show', '2026/0000001')).said,
      /annulled {2}CMTO-RI-2026\/0000002 \(annulled\) {2}m.bianchi {2}Inviata due volte/,
    );
  });

  it('annuls by another row, and shows it', async (test) => {
    const { server, id, receiptCode, procedure } = await aPending(test);
    await procedure.annul(id, { reason: 'Doppione', operator: 'm.bianchi', act: 'Det. 12/2026' });
    const status = await statusOf(server, receiptCode);
    assert.deepEqual([status.register?.status, status.state], ['annulled', 'closed']);
    assert.equal(
      await codeOf(await write(server, receiptCode, { kind: 'addition', text: 'x' })),
      'message.not-possible',
    );
    await assert.rejects(procedure.take(id, 'm'), /annulled/);
  });
});

describe('POST /receipts/{receiptCode}/messages', () => {
  it('takes a message once, and the same key for nothing else', async (test) => {
    const { server, receiptCode } = await aPending(test);
    const key = aKey();
    const sentTwice = { kind: 'addition', text: 'Aggiungo una pagina.' };
    assert.equal((await write(server, receiptCode, sentTwice, key)).status, 201);
    const again = await write(server, receiptCode, sentTwice, key);
    assert.deepEqual([again.status, again.headers.get('idempotent-replayed')], [200, 'true']);
    assert.equal(await codeOf(await write(server, receiptCode, { kind: 'withdrawal' }, key)), 'idempotency.mismatch');
    const other = await sent(server);
    assert.equal(await codeOf(await write(server, other.receiptCode, sentTwice, key)), 'idempotency.mismatch');
    assert.equal(await codeOf(await write(server, receiptCode, sentTwice, other.id)), 'idempotency.mismatch');
    assert.equal((await statusOf(server, receiptCode)).messages.length, 1);
  });

  it('withdraws, after which nothing is added', async (test) => {
    const { server, receiptCode } = await aPending(test);
    assert.equal((await write(server, receiptCode, { kind: 'withdrawal', text: 'Ci ho ripensato.' })).status, 201);
    assert.equal((await statusOf(server, receiptCode)).state, 'withdrawn');
    for (const kind of ['addition', 'withdrawal'])
      assert.equal(await codeOf(await write(server, receiptCode, { kind, text: 'x' })), 'message.not-possible');
  });

  it('refuses shapes that mean nothing, files that have not come, and codes that open nothing', async (test) => {
    const { server, receiptCode } = await aPending(test);
    for (const body of [
      { kind: 'closed', text: 'Accolta' },
      { kind: 'addition' },
      { kind: 'confirm' },
      { kind: 'withdrawal', code: '123456' },
      { kind: 'addition', text: 'x', from: 'office' },
    ])
      assert.equal(await codeOf(await write(server, receiptCode, body)), 'request.invalid', JSON.stringify(body));
    const file = { sha256: 'a'.repeat(64), name: 'x.pdf', type: 'application/pdf', size: 3 };
    const missing = await write(server, receiptCode, { kind: 'addition', attachments: [file] });
    assert.equal(await codeOf(missing), 'attachment.missing');
    assert.equal(await codeOf(await write(server, '0'.repeat(26), { kind: 'withdrawal' })), 'receipt.not-found');
  });
});

describe('identity email', () => {
  it('registers only once the code has come back', async (test) => {
    const { server, id, receiptCode, register } = await aPending(test, aService({ identity: 'email' }));
    assert.equal(register, undefined);
    assert.equal((await statusOf(server, receiptCode)).state, 'unconfirmed');
    const code = await codeIn(server, id);
    const confirmed = await write(server, receiptCode, { kind: 'confirm', code });
    assert.equal(confirmed.status, 201);
    const status = await statusOf(server, receiptCode);
    assert.equal(status.state, 'registered');
    assert.equal(status.register?.number, '0000001');
    assert.deepEqual(eventsOf(status), ['received', 'confirmed', 'registered']);
    assert.equal(await codeOf(await write(server, receiptCode, { kind: 'confirm', code })), 'message.not-possible');
  });

  it('takes five tries, also at once, and then only another code', async (test) => {
    const { server, id, receiptCode } = await aPending(test, aService({ identity: 'email' }));
    const right = await codeIn(server, id);
    const wrong = right === '000000' ? '000001' : '000000';
    const tries = await Promise.all(
      Array.from({ length: 8 }, async () => codeOf(await write(server, receiptCode, { kind: 'confirm', code: wrong }))),
    );
    assert.deepEqual(tries.filter((code) => code === 'message.code-wrong').length, 5);
    assert.equal(
      await codeOf(await write(server, receiptCode, { kind: 'confirm', code: right })),
      'message.code-expired',
    );
    assert.equal(await codeOf(await write(server, receiptCode, { kind: 'resend-code' })), 'request.rate-limited');
    server.now += 60_000;
    assert.equal((await write(server, receiptCode, { kind: 'resend-code' })).status, 201);
    const next = await codeIn(server, id);
    assert.equal((await write(server, receiptCode, { kind: 'confirm', code: next })).status, 201);
  });

  it('keeps neither the digits nor their plain hash with the request', async (test) => {
    const { server, id } = await aPending(test, aService({ identity: 'email' }));
    const { confirmation } = await server.database.db
      .selectFrom('requests')
      .select('confirmation')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.ok(!confirmation!.includes(await codeIn(server, id)));
  });
});

describe('the receipt of a request whose address was confirmed', () => {
  it('says so, when it was, and to the office which address', async (test) => {
    const { server, id, receiptCode } = await aPending(test, aService({ identity: 'email' }));
    const ask = asFetch(server.app);
    const before = await (await ask(`/r/${receiptCode}`)).text();
    assert.ok(!before.includes('Indirizzo e-mail confermato'));
    await write(server, receiptCode, { kind: 'confirm', code: await codeIn(server, id) });
    const page = await (await ask(`/r/${receiptCode}`)).text();
    assert.match(page, /Indirizzo e-mail confermato con un codice[^]*?<time datetime="?2026-11-20T11:00:00Z/);
    const { text } = await readPdf(Buffer.from(await (await ask(`/r/${receiptCode}/pdf`)).arrayBuffer()));
    assert.match(text, /Identificazione\nIndirizzo e-mail confermato con un codice, 20 novembre 2026/);
    assert.match((await run(server, 'request', 'show', id)).said, /^e-mail confirmed: ada\.rossi@example\.it, 2026-/m);
  });
});

describe('escalation', () => {
  const environment = { CMTO_ESCALATION: 'sviluppo-economico=capo@example.it,directorate=dg@example.it' };
  const levels = async (server: TestServer) =>
    (await escalate(server.app.services.requests.escalation)).map(({ level, mailbox }) => [level, mailbox]);

  it('tells each level once when its day has come, whether or not it has a mailbox', async (test) => {
    const { server, receiptCode, id } = await aPending(test, aService(), environment);
    server.now = Date.parse('2026-12-20T22:59:59Z');
    assert.deepEqual(await levels(server), []);
    server.now += 1000;
    const both = await Promise.all([levels(server), levels(server)]);
    assert.deepEqual(both.flat(), [['department', 'capo@example.it']]);
    server.now += 20 * day;
    assert.deepEqual(await levels(server), [
      ['steering', undefined],
      ['directorate', 'dg@example.it'],
    ]);
    assert.deepEqual(await levels(server), []);
    const status = await statusOf(server, receiptCode);
    const escalated = status.timeline.filter(({ event }) => event === 'escalated');
    assert.deepEqual(
      escalated.map(({ note }) => note),
      ['department', undefined, 'directorate'],
    );
    assert.equal((await templates(server, id)).filter((template) => template === 'escalation').length, 2);
  });

  it('leaves alone what is closed, and what waits for the applicant for thirty days', async (test) => {
    const { server, id, procedure } = await aPending(test, aService(), environment);
    await procedure.ask(id, { operator: 'm', text: 'Manca un foglio.' });
    server.now = Date.parse('2027-01-19T22:59:59Z');
    assert.deepEqual(await levels(server), []);
    server.now += 1000;
    assert.equal((await levels(server)).length, 1);
    await procedure.close(id, 'archived', { operator: 'm', text: 'Nessuna risposta.' });
    server.now += 60 * day;
    assert.deepEqual(await levels(server), []);
  });
});

describe('erasure of a request', () => {
  it('leaves nothing of the person in the database but the hashes of keys', async (test) => {
    const { server, receiptCode, id } = await aPending(test);
    await write(server, receiptCode, { kind: 'addition', text: 'Vivo in via Segreta 7.' });
    const { files } = server.app.services;
    const act = { reason: 'Richiesta dell’interessata', operator: 'm.bianchi', act: 'Prot. 1/2026' };
    const erased = await eraseRequest(server.database, server.app.services.requests, files, id, { ...act, at: noon });
    assert.equal(erased?.slug, 'assistenza');
    const tables = await server.database.db.introspection.getTables();
    const all = await Promise.all(
      tables.map(({ name }) =>
        server.database.db
          .selectFrom(name as 'responses')
          .selectAll()
          .execute(),
      ),
    );
    for (const secret of ['Rossi', 'ada.rossi@example.it', 'Segreta', 'varianti al piano'])
      assert.ok(!JSON.stringify(all).includes(secret), secret);
    assert.equal((await server.ask(`/receipts/${receiptCode}`)).status, 404);
    assert.equal((await request(server, aRequest(), { key: id })).status, 410);
  });
});
