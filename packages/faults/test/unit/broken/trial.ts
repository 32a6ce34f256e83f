import { Crowd } from '../../../src/clients/crowd.ts';
import { Person } from '../../../src/clients/person.ts';
import { SocketGate } from '../../../src/clients/socket-gate.ts';
import type { Fault } from '../../../src/faults/fault.ts';
import { hearProxy } from '../../../src/ledger/hear-proxy.ts';
import { judge, type Verdict } from '../../../src/ledger/judge.ts';
import { Ledger } from '../../../src/ledger/ledger.ts';
import { FaultProxy } from '../../../src/proxy/proxy.ts';
import { Random } from '../../../src/random.ts';
import { answersOf, submissionOf } from '../../../src/service/survey.ts';
import type { BrokenClient } from './clients.ts';
import { DoubleServer, type ServerWay } from './double-server.ts';

export interface Trial {
  /** Without one, every request passes. */
  readonly fault?: Fault | undefined;
  /** Without one, the product's own. */
  readonly client?: BrokenClient | undefined;
  readonly server?: ServerWay | undefined;
}

/** What the oracle says, and how many requests have met the fault. */
export interface Tried extends Verdict {
  readonly met: number;
}

/** Enough for a fault that draws where or how to have drawn something that matters. */
export const people = 8;

/** One after the other, people send; the first request of each meets the fault, all others pass. */
export const tryOut = async ({ fault, client, server: way = 'honest' }: Trial): Promise<Tried> => {
  const random = new Random(`trial ${fault?.name}`);
  const server = await DoubleServer.open(way);
  const ledger = new Ledger();
  const crowd = new Crowd(ledger);
  let isFirst = true;
  let patience = new AbortController();
  const proxy = await FaultProxy.open({
    serverPort: () => server.port,
    plan: (request) => {
      const planned = { fault: isFirst ? fault : undefined, random: random.fork(request.start + ledger.meant.size) };
      isFirst = false;
      return planned;
    },
    restartServer: async () => server.restart(),
    onAnswer: hearProxy(ledger),
    onHeld: () => {
      for (const key of ledger.meant.keys()) crowd.giveUp(key);
      patience.abort();
    },
  });
  const api = `http://127.0.0.1:${proxy.port}/api/v1`;
  const gate = new SocketGate(8);
  try {
    for (let number = 0; number < people; number += 1) {
      const own = random.fork(`person ${number}`);
      const answers = answersOf(`Persona ${number}`, own);
      isFirst = true;
      patience = new AbortController();
      if (client) {
        const submission = submissionOf(answers);
        const id = own.uuid();
        ledger.mean(id, submission);
        ledger.promise(id);
        const renew = (): AbortSignal => (patience = new AbortController()).signal;
        await client({ api, id, submission, ledger, patience: renew });
      } else {
        await crowd.send([new Person({ api, gate, random: own, answers })].values(), 1);
      }
    }
    await proxy.settle();
  } finally {
    await proxy.close();
    await server.close();
  }
  const verdict = await judge(ledger, server.rows);
  return { ...verdict, met: fault ? (proxy.counts.get(fault.name) ?? 0) : 0 };
};
