import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentOf, sha256 } from '../../src/ledger/content.ts';
import { judge, type StoredRow } from '../../src/ledger/judge.ts';
import { lossesIn } from '../../src/ledger/losses.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { Random } from '../../src/random.ts';
import { answersOf, submissionOf } from '../../src/service/survey.ts';

const random = new Random('judge');
const key = random.uuid();
const other = random.uuid();
const submission = submissionOf(answersOf('Ada', random));

const receipt = {
  id: key,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: sha256(contentOf(submission)),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
};

const rowOf = (id: string, content = contentOf(submission)): StoredRow => ({
  key: id,
  content,
  contentHash: sha256(content),
});

/** Somebody has sent, the server has answered, and the client has heard it. */
const aLedger = (): Ledger => {
  const ledger = new Ledger();
  ledger.mean(key, submission);
  ledger.promise(key);
  ledger.hearServer(key, { status: 201, body: JSON.stringify(receipt) });
  ledger.acknowledge(key, receipt);
  return ledger;
};

const wrongs = async (ledger: Ledger, rows: readonly StoredRow[]): Promise<string[]> => {
  const { findings } = await judge(ledger, rows);
  return [...new Set(findings.map(({ wrong }) => wrong))];
};

describe('judge', () => {
  it('is content with an answer stored once under its receipt', async () => {
    assert.deepEqual(await wrongs(aLedger(), [rowOf(key)]), []);
  });

  it('misses a promised answer, and one whose receipt was given', async () => {
    assert.deepEqual(await wrongs(aLedger(), []), ['lost', 'acknowledged-not-stored']);
  });

  it('sees two rows of one key', async () => {
    assert.deepEqual(await wrongs(aLedger(), [rowOf(key), rowOf(key)]), ['twice']);
  });

  it('sees one answer under two keys', async () => {
    assert.deepEqual(await wrongs(aLedger(), [rowOf(key), rowOf(other)]), ['twice', 'unknown']);
  });

  it('sees content that is not what was meant', async () => {
    const changed = contentOf(submission).replace('Ada', 'Eva');
    assert.deepEqual(await wrongs(aLedger(), [rowOf(key, changed)]), ['altered']);
  });

  it('sees content that its own hash does not tell', async () => {
    assert.deepEqual(await wrongs(aLedger(), [{ ...rowOf(key), contentHash: '0'.repeat(64) }]), ['altered']);
  });

  it('sees a second receipt of one key', async () => {
    const ledger = aLedger();
    ledger.hearServer(key, { status: 200, body: JSON.stringify({ ...receipt, receivedAt: '2026-11-20T09:31:00Z' }) });
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), ['receipt']);
  });

  it('sees a client content with something that is not the receipt', async () => {
    const ledger = aLedger();
    ledger.acknowledge(key, undefined);
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), ['receipt']);
  });

  it('sees an answer that its device never delivered', async () => {
    const ledger = aLedger();
    ledger.acknowledged.clear();
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), ['undelivered']);
    ledger.giveUp(key, 'attention: submission.invalid');
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), ['undelivered']);
  });

  it('sees a server that failed by itself, but lets it say that it is busy', async () => {
    const ledger = aLedger();
    ledger.hearServer(key, { status: 503, body: '', retryAfter: '30' });
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), []);
    ledger.hearServer(key, { status: 500, body: '' });
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), ['failed']);
  });

  it('sees a server that is busy and does not say when to come again', async () => {
    const ledger = aLedger();
    ledger.hearServer(key, { status: 503, body: '' });
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), ['failed']);
  });

  it('sees an answer of which the database has only a part', async () => {
    const { findings } = await judge(aLedger(), [rowOf(key)], 2);
    assert.deepEqual(findings, [{ wrong: 'half-stored', key: '', detail: '1 rows, and 2 counted with them' }]);
    assert.deepEqual((await judge(aLedger(), [rowOf(key)], 1)).findings, []);
  });

  it('does not ask for what no device had promised yet', async () => {
    const ledger = new Ledger();
    ledger.mean(key, submission);
    assert.deepEqual(await wrongs(ledger, []), []);
    assert.deepEqual(await wrongs(ledger, [rowOf(key)]), []);
  });
});

describe('lossesIn', () => {
  it('counts each answer once, by what has become of it', async () => {
    const nobodyStored = await judge(aLedger(), []);
    assert.deepEqual(lossesIn(nobodyStored.findings), { lost: 1, twice: 0, altered: 0 });
    const twice = await judge(aLedger(), [rowOf(key), rowOf(key), rowOf(key)]);
    assert.deepEqual(lossesIn(twice.findings), { lost: 0, twice: 1, altered: 0 });
    const changed = contentOf(submission).replace('Ada', 'Eva');
    const altered = await judge(aLedger(), [{ ...rowOf(key, changed), contentHash: '0'.repeat(64) }], 1);
    assert.deepEqual(lossesIn(altered.findings), { lost: 0, twice: 0, altered: 1 });
    const sound = await judge(aLedger(), [rowOf(key)]);
    assert.deepEqual(lossesIn(sound.findings), { lost: 0, twice: 0, altered: 0 });
  });
});
