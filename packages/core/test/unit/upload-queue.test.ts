import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attachment } from '@cmto/contract';
import { createApiClient } from '../../src/api/api-client.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Upload } from '../../src/uploads/upload.ts';
import { UploadQueue } from '../../src/uploads/upload-queue.ts';
import { FakePlatform, jsonAnswer, settle } from './fake-platform.ts';

const aFile = (letter: string): Attachment => ({
  field: 'allegati',
  sha256: letter.repeat(64),
  name: `${letter}.pdf`,
  type: 'application/pdf',
  size: 10,
});
const hashOf = (url: string): string => url.slice(-64);

const aQueue = async (...letters: string[]) => {
  const platform = new FakePlatform();
  const store = createMemoryStore();
  const draft = { open: true };
  const told: string[] = [];
  const files = letters.map(aFile);
  for (const { sha256, size } of files) await store.putFile('id', sha256, new Uint8Array(size).buffer);
  const onChange = (sha256: string, upload: Upload): void => void told.push(`${sha256[0]} ${upload.status}`);
  const api = createApiClient('https://api.example.it/v1', platform);
  const isOpen = (): boolean => draft.open;
  const queue = new UploadQueue({ id: 'id', api, store, platform, device: platform, isOpen, onChange });
  platform.network = async (url, { method }) => {
    if (method === 'HEAD') return new Response(null, { status: 404 });
    return jsonAnswer(201, { sha256: hashOf(url), size: 10 });
  };
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await settle();
  };
  return { platform, queue, files, told, draft, rest };
};

const refusal = (code: string): Response =>
  jsonAnswer(422, { type: `urn:cmto:problem:${code}`, title: code, status: 422, code });

describe('UploadQueue', () => {
  it('sends one file after the other', async () => {
    const { queue, files, told, rest } = await aQueue('a', 'b');
    for (const file of files) queue.add(file, true);
    queue.add(files[0]!, true);
    await rest();
    assert.deepEqual(told, ['a sending', 'a sent', 'b sending', 'b sent']);
  });

  it('waits when the network is gone, and goes on when it may be back', async () => {
    const { queue, files, told, platform, rest } = await aQueue('a', 'b');
    const { network } = platform;
    platform.network = () => Promise.reject(new TypeError('no network'));
    for (const file of files) queue.add(file, true);
    await rest();
    assert.deepEqual(told, ['a sending', 'a stalled', 'b stalled']);
    assert.deepEqual(queue.state(files[1]!.sha256), { status: 'stalled', durable: false });
    platform.network = network;
    platform.becomeReachable();
    await rest();
    assert.deepEqual(told.slice(-4), ['a sending', 'a sent', 'b sending', 'b sent']);
  });

  it('tries again by itself, later and later, and not before the server wants it', async () => {
    const { queue, files, platform, rest } = await aQueue('a');
    platform.network = async () =>
      jsonAnswer(503, { type: 'x', title: 'x', status: 503, code: 'server.unavailable' }, { 'Retry-After': '60' });
    queue.add(files[0]!, true);
    await rest();
    const { length } = platform.requests;
    platform.becomeReachable();
    await platform.pass(59_000);
    assert.equal(platform.requests.length, length);
    await platform.pass(2_000);
    assert.ok(platform.requests.length > length);
  });

  it('gives up only the file that the server refuses', async () => {
    const { queue, files, told, platform, rest } = await aQueue('a', 'b');
    const { network } = platform;
    platform.network = async (url, init) =>
      hashOf(url).startsWith('a') ? refusal('attachment.infected') : network(url, init);
    for (const file of files) queue.add(file, true);
    await rest();
    assert.deepEqual(told, ['a sending', 'a refused', 'b sending', 'b sent']);
    assert.deepEqual(queue.state(files[0]!.sha256), { status: 'refused', code: 'attachment.infected' });
  });

  it('sends a file that arrived damaged once more, from the beginning', async () => {
    const { queue, files, told, platform, rest } = await aQueue('a');
    platform.network = async () => refusal('attachment.mismatch');
    queue.add(files[0]!, true);
    await rest();
    assert.deepEqual(told, ['a sending', 'a waiting', 'a sending', 'a refused']);
    assert.equal(platform.requests.length, 2);
  });

  it('leaves the files of an answer on its way to the outbox', async () => {
    const { queue, files, draft, platform, rest } = await aQueue('a');
    draft.open = false;
    queue.add(files[0]!, true);
    await rest();
    assert.deepEqual(platform.requests, []);
  });

  it('forgets a file that is taken away while it is sent, and sends the next', async () => {
    const { queue, files, told, platform, rest } = await aQueue('a', 'b');
    const { network } = platform;
    platform.network = (url, init) =>
      hashOf(url).startsWith('a')
        ? new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new Error('aborted'))))
        : network(url, init);
    for (const file of files) queue.add(file, true);
    await rest();
    queue.drop(files[0]!.sha256);
    await rest();
    assert.deepEqual(told, ['a sending', 'b sending', 'b sent']);
    assert.equal(queue.state(files[0]!.sha256), undefined);
  });

  it('says so when the device has lost a file', async () => {
    const { queue, told, rest } = await aQueue();
    queue.add(aFile('z'), true);
    await rest();
    assert.deepEqual(told, ['z sending', 'z refused']);
  });
});
