import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { MailQueue } from '../../src/mail/mail-queue.ts';
import { openMailServer } from '../../src/mail/mail-server.ts';
import { LetterRoom } from '../support/letters.ts';
import { SmtpOffice } from '../support/smtp-office.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('the mail worker', () => {
  it('sends a letter once, as plain text and HTML, to the address kept for its request', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order({ template: 'receipt', language: 'en' });
    await room.worker().work();
    await room.worker().work();
    const [sent, ...more] = room.office.arrived;
    assert.equal(more.length, 0);
    assert.deepEqual([sent!.from, sent!.to], ['kit@example.org', 'ada@example.it']);
    const { email } = sent!;
    assert.equal(email.subject, 'Receipt of request CMTO-RI-2026/0000123');
    assert.deepEqual(email.from, { address: 'kit@example.org', name: 'Città metropolitana' });
    assert.equal(email.date, '2026-11-20T11:00:00.000Z');
    assert.match(email.text!, /Officer in charge of the procedure: Maria Rossi/);
    assert.match(
      email.html!,
      /<a href="https:\/\/partecipa\.example\.it\/r\/M03A9[^"]*">Open the page of the request<\/a>/,
    );
    assert.match(sent!.raw, /^Auto-Submitted: auto-generated\r$/m);
    assert.equal(email.attachments.length, 0);
    const [row] = await room.rows();
    assert.deepEqual([row!.state, row!.attempts, row!.settled_at], ['sent', 1, room.now]);
  });

  it('tries again after a minute, two, four, when the mail server says not now, or is not there', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    const worker = room.worker();
    const waits = [];
    for (const step of ['to', 'data', 'from', 'connect'] as const) {
      room.office.refuse(step, 451);
      // By a connection of its own: a worker keeps one open for a while.
      await room.worker().work();
      room.office.refuse(step);
      const [row] = await room.rows();
      waits.push((row!.due_at - room.now) / minute);
      room.now = row!.due_at - 1;
      await worker.work();
      assert.equal((await room.rows())[0]!.attempts, waits.length, 'not before its time');
      room.now = row!.due_at;
    }
    const gone = openMailServer({ url: 'smtp://127.0.0.1:1', from: 'kit@example.org' });
    await room.worker({ server: gone }).work();
    const [row] = await room.rows();
    waits.push((row!.due_at - room.now) / minute);
    assert.deepEqual(waits, [1, 2, 4, 8, 16]);
    assert.deepEqual([row!.state, room.office.arrived.length], ['waiting', 0]);
    room.now = row!.due_at;
    await worker.work();
    assert.equal(room.office.arrived.length, 1);
  });

  it('gives a letter up when its address or its content is refused for good, and lists it', async (test) => {
    const room = await LetterRoom.open(test);
    for (const [step, code] of [
      ['to', 550],
      ['data', 554],
    ] as const) {
      await room.order({ id: step });
      room.office.refuse(step, code);
      await room.worker().work();
      room.office.refuse(step);
    }
    assert.deepEqual(
      (await room.queue.unsent()).map(({ id, state, problem }) => [id, state, problem]),
      [
        ['data', 'failed', 'DATA 554'],
        ['to', 'failed', 'RCPT TO 550'],
      ],
    );
    room.now += 24 * hour;
    await room.worker().work();
    assert.equal(room.office.arrived.length, 0);
    assert.equal(await room.queue.retry('to'), 1);
    await room.worker().work();
    assert.equal(room.office.arrived.length, 1);
    assert.deepEqual(
      (await room.queue.unsent()).map(({ id }) => id),
      ['data'],
    );
  });

  it('goes on trying when it is we who are refused', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    for (const step of ['connect', 'from'] as const) {
      room.office.refuse(step, 554);
      await room.worker().work();
      room.office.refuse(step);
      const [row] = await room.rows();
      assert.equal(row!.state, 'waiting', step);
      room.now = row!.due_at;
    }
    await room.worker().work();
    assert.equal(room.office.arrived.length, 1);
  });

  it('gives up after five days', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    room.office.refuse('to', 451);
    const worker = room.worker();
    const start = room.now;
    for (let [row] = await room.rows(); row!.state === 'waiting'; [row] = await room.rows()) {
      room.now = row!.due_at;
      await worker.work();
    }
    const days = (room.now - start) / (24 * hour);
    assert.ok(days > 5 && days < 5.2, `${days}`);
    const [row] = await room.rows();
    assert.deepEqual([row!.state, row!.problem, row!.attempts < 75], ['failed', 'RCPT TO 451', true]);
  });

  it('neither logs nor keeps an address, whatever the mail server says', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    room.office.refuse('to', 550);
    await room.worker().work();
    assert.equal(room.logged.length, 1);
    assert.doesNotMatch(JSON.stringify([room.logged, await room.rows()]), /ada|@/);
  });

  it('sends again under the same Message-ID what it died over', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    room.office.dieAfterNext();
    const worker = room.worker();
    await worker.work();
    room.now = (await room.rows())[0]!.due_at;
    await worker.work();
    const ids = room.office.arrived.map(({ email }) => email.messageId);
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
    assert.match(ids[0]!, /^<[0-9a-f-]{36}@example\.org>$/);
  });

  it('takes up what a process that was killed had in hand', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    assert.ok(await room.queue.claim());
    await room.worker().work();
    assert.equal(room.office.brought, 0, 'it is somebody else’s');
    room.now += 5 * minute;
    await room.worker().work();
    assert.equal(room.office.arrived.length, 1);
  });

  it('ignores the word of whoever was slower than their claim', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order();
    const slow = await room.queue.claim();
    room.now += 5 * minute;
    await room.worker().work();
    await room.queue.failed(slow!, 'DATA 554');
    await room.queue.dropped(slow!);
    assert.deepEqual(
      (await room.rows()).map(({ state }) => state),
      ['sent'],
    );
  });

  it('sends each letter once when several processes work at the queue', async (test) => {
    const room = await LetterRoom.open(test);
    for (let at = 0; at < 60; at += 1) await room.order({ id: `letter-${at}` });
    const others = [await room.another(), await room.another()];
    const queues = [room.queue, ...others.map(({ db }) => new MailQueue(db, () => room.now))];
    await Promise.all(queues.map((queue) => room.worker({ queue }).work()));
    const ids = room.office.arrived.map(({ email }) => email.messageId);
    assert.deepEqual([ids.length, new Set(ids).size], [60, 60]);
  });

  it('writes to nobody about a request that is erased, nor where no address was left', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order({ key: 'erased' });
    await room.order({ key: 'without address' });
    await room.worker().work();
    assert.deepEqual([room.office.brought, await room.rows()], [0, []]);
  });

  it('writes to the office where the letter is for an office', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order({
      office: 'direzione@example.it',
      template: 'escalation',
      data: { level: 'directorate', deadline: room.now - hour },
    });
    await room.worker().work();
    const [sent] = room.office.arrived;
    assert.equal(sent!.to, 'direzione@example.it');
    assert.match(sent!.email.text!, /Direzione generale/);
    assert.doesNotMatch(sent!.raw, /ada@/);
  });

  it('writes to one mailbox or to nobody, whatever is kept as an address', async (test) => {
    const room = await LetterRoom.open(test);
    for (const address of [
      'ada@example.it, eva@example.it',
      'ada@example.it\r\nBcc: eva@example.it',
      'ada@example.it\u2028Bcc: eva@example.it',
      'Eva <eva@example.it>',
      'ada',
    ]) {
      room.addresses.set('request', address);
      await room.order();
      await room.worker().work();
    }
    assert.equal(room.office.brought, 0);
    assert.deepEqual(
      (await room.rows()).map(({ state, problem }) => `${state}: ${problem}`),
      Array.from({ length: 5 }, () => 'failed: address'),
    );
  });

  it('forgets the code as soon as it is sent', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order({ template: 'code', data: { code: '048213' } });
    await room.worker().work();
    assert.match(room.office.arrived[0]!.email.text!, /Codice: 048213/);
    assert.doesNotMatch(JSON.stringify(await room.rows()), /048213/);
  });
});

describe('the mail queue', () => {
  it('has no letter of what was not stored', async (test) => {
    const room = await LetterRoom.open(test);
    await assert.rejects(
      room.database.db.transaction().execute(async (transaction) => {
        await room.queue.enqueue(transaction, { key: 'request', template: 'receipt', language: 'it', data: {} });
        throw new Error('not stored');
      }),
    );
    assert.deepEqual(await room.rows(), []);
  });

  it('takes the same letter once', async (test) => {
    const room = await LetterRoom.open(test);
    for (const id of ['one', 'one', 'two']) await room.order({ id });
    assert.deepEqual(
      (await room.rows()).map(({ id }) => id),
      ['one', 'two'],
    );
  });

  it('forgets after a while that letters were sent, and nothing else', async (test) => {
    const room = await LetterRoom.open(test);
    await room.order({ id: 'sent' });
    await room.worker().work();
    await room.order({ id: 'waiting' });
    room.now += hour;
    await room.queue.prune(room.now - hour);
    assert.equal((await room.rows()).length, 2);
    await room.queue.prune(room.now);
    assert.deepEqual(
      (await room.rows()).map(({ id }) => id),
      ['waiting'],
    );
  });
});

describe('openMailServer', () => {
  it('says nothing in the clear where encryption is asked for', async (test) => {
    const office = await SmtpOffice.open(test);
    const server = openMailServer({ url: `${office.url}?requireTLS=true`, from: 'kit@example.org' });
    test.after(() => server.close());
    const letter = { id: 'one', to: 'ada@example.it', subject: 's', text: 't', html: 'h', language: 'it' };
    const refusal = await server.send({ ...letter, date: new Date(0) });
    assert.deepEqual([refusal?.isFinal, office.brought], [false, 0]);
  });

  it('does not wait for ever for a mail server that says nothing', async (test) => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    test.after(() => silent.close());
    const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const server = openMailServer({ url, from: 'kit@example.org', patience: 50 });
    test.after(() => server.close());
    const letter = { id: 'one', to: 'ada@example.it', subject: 's', text: 't', html: 'h', language: 'it' };
    assert.equal((await server.send({ ...letter, date: new Date(0) }))?.isFinal, false);
  });
});
