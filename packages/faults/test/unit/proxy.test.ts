import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Fault } from '../../src/faults/fault.ts';
import { responseLost } from '../../src/faults/response-lost.ts';
import { FaultProxy, type ProxyOptions } from '../../src/proxy/proxy.ts';
import { Random } from '../../src/random.ts';
import { DoubleServer } from './broken/double-server.ts';

const open = async (t: TestContext, fault?: Fault, options: Partial<ProxyOptions> = {}): Promise<FaultProxy> => {
  const server = await DoubleServer.open('honest');
  const random = new Random('proxy');
  const proxy = await FaultProxy.open({ serverPort: () => server.port, plan: () => ({ fault, random }), ...options });
  t.after(async () => {
    await proxy.close();
    await server.close();
  });
  return proxy;
};

const ask = (proxy: FaultProxy): Promise<Response> => fetch(`http://127.0.0.1:${proxy.port}/api/v1/status`);

describe('the fault proxy', () => {
  it('passes on what meets no fault, and counts it', async (t) => {
    const proxy = await open(t);
    assert.deepEqual(await (await ask(proxy)).json(), { status: 'ok' });
    assert.equal(proxy.counts.get('passed'), 1);
  });

  it('tells of an answer that its client never gets', async (t) => {
    const heard: string[] = [];
    const proxy = await open(t, responseLost, { onAnswer: (_, { start }) => heard.push(start) });
    await assert.rejects(ask(proxy));
    assert.deepEqual(heard, ['HTTP/1.1 200 OK']);
  });

  it('breaks the connection off when the server is not there', async (t) => {
    const proxy = await open(t, undefined, { serverPort: () => 1 });
    await assert.rejects(ask(proxy));
  });

  it('listens on the loopback only', async (t) => {
    const proxy = await open(t);
    assert.equal(proxy.address, '127.0.0.1');
  });
});
