import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MessageReader } from '../../src/proxy/message-reader.ts';

const post = Buffer.from('POST /a HTTP/1.1\r\nContent-Length: 7\r\nIdempotency-Key: k\r\n\r\npiù è');

describe('MessageReader', () => {
  it('reads a message wherever it is cut', () => {
    for (let at = 1; at < post.length; at += 1) {
      const reader = new MessageReader();
      assert.equal(reader.read(post.subarray(0, at)), undefined);
      const message = reader.read(post.subarray(at));
      assert.equal(message?.start, 'POST /a HTTP/1.1');
      assert.equal(message.headers.get('idempotency-key'), 'k');
      assert.equal(message.bytes.toString('utf8', message.bodyAt), 'più è');
    }
  });

  it('reads one message after the other', () => {
    const reader = new MessageReader();
    assert.ok(reader.read(post));
    assert.ok(reader.read(post));
  });

  it('passes over "continue" and reads chunks to their end', () => {
    const reader = new MessageReader();
    const answer = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n';
    assert.equal(reader.read(Buffer.from(`HTTP/1.1 100 Continue\r\n\r\n${answer}`)), undefined);
    assert.equal(reader.read(Buffer.from('0\r\n\r\n'))?.start, 'HTTP/1.1 200 OK');
  });

  it('gives keys that do not keep the rest of the head in memory: the ledger has a million of them', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const padding = 'x'.repeat(20_000);
    const before = held();
    const keys = Array.from({ length: 1000 }, (_, at) => {
      const head = `POST /a HTTP/1.1\r\nIdempotency-Key: a key that is number ${at}\r\nX-Padding: ${padding}\r\n\r\n`;
      return new MessageReader().read(Buffer.from(head))?.headers.get('idempotency-key');
    });
    const megabytes = (held() - before) / 2 ** 20;
    assert.equal(keys[999], 'a key that is number 999');
    // Of 20 MB of heads.
    assert.ok(megabytes < 2, `${megabytes} MB are held`);
  });

  it('expects no body after HEAD', () => {
    const reader = new MessageReader();
    reader.headOnly = true;
    assert.ok(reader.read(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n')));
  });
});
