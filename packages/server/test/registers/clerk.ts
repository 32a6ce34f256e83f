import { createInterface } from 'node:readline';
import { createApp, databaseTarget, openDatabase, readConfig } from '@cmto/server';
import { aRequest } from '@cmto/testing/builders';
import type { AdapterName, RegisterAdapter } from '../../src/protocol/adapter.ts';
import { readNetworks } from '../../src/protocol/addresses.ts';
import { embeddedAdapter } from '../../src/protocol/adapters/embedded.ts';
import { manualAdapter } from '../../src/protocol/adapters/manual.ts';
import { pecAdapter } from '../../src/protocol/adapters/pec.ts';
import { webhookAdapter } from '../../src/protocol/adapters/webhook.ts';
import { consign } from '../../src/protocol/consignment.ts';
import { readDepartmentRegister } from '../../src/protocol/department-registers.ts';
import { ProtocolWorker } from '../../src/protocol/protocol-worker.ts';
import { readSecret } from '../../src/secret.ts';
import { asFetch } from '../support/test-server.ts';

// A server without a port, in a process that may be killed. `send KEY SLUG MILLISECONDS` is a request that comes in then,
// answered `sent KEY STATUS NUMBER .`; `work MILLISECONDS` looks after official registers, and ends with `rested DUE .`
const config = readConfig({ ...process.env, CMTO_RATE_LIMIT: 'off', CMTO_LOG_LEVEL: 'silent' });
const { CLERK_PEC_URL: pecUrl, CLERK_PATIENCE: patience, CLERK_BLIND: blind } = process.env;
const database = await openDatabase(databaseTarget(config));
const { db } = database;
let time = 0;
const now = (): number => time;
const app = await createApp({ config, database, now });
const secret = readSecret(config.dataDir, config.secret);
const webhook = webhookAdapter({ secret, named: readNetworks('127.0.0.1/32'), now, patience: Number(patience) });
const adapters: Readonly<Record<AdapterName, RegisterAdapter>> = {
  embedded: embeddedAdapter(db),
  manual: manualAdapter(),
  pec: pecAdapter({ url: pecUrl, from: 'kit@cert.example.it', patience: 10 * Number(patience) }),
  webhook: blind ? withoutLookup(webhook) : webhook,
};
const worker = new ProtocolWorker({
  outbox: app.services.requests.protocol,
  adapter: (name) => adapters[name],
  registerOf: (department) => readDepartmentRegister(db, department),
  consign: (task, register) => consign(db, app.services.files, task, register),
  now,
  // The same waits in every run.
  chance: () => 0.5,
  log: { warn: () => undefined, info: () => undefined } as never,
});
process.stdout.write('ready .\n');

for await (const line of createInterface({ input: process.stdin })) {
  const [word, ...parts] = line.split(' ') as [string, ...string[]];
  time = Number(parts.at(-1));
  (word === 'send' ? send(parts[0]!, parts[1]!) : work()).catch((error: unknown) => {
    // Whoever waits for a line sees the end of the process instead.
    process.stderr.write(`${String((error as Error).stack)}\n`);
    process.exit(1);
  });
}

async function send(key: string, slug: string): Promise<void> {
  const answer = await asFetch(app)(`/api/v1/services/${slug}/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(aRequest({ tema: `pratica ${key}` })),
  });
  const { register } = (await answer.json()) as { register?: { number: string } };
  process.stdout.write(`sent ${key} ${answer.status} ${register?.number ?? '-'} .\n`);
}

async function work(): Promise<void> {
  await worker.work();
  const next = await db
    .selectFrom('protocol_tasks')
    .select('due_at')
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .executeTakeFirst();
  process.stdout.write(`rested ${next?.due_at ?? '-'} .\n`);
}

/** The protocol broken on purpose: nobody is asked what became of the last try. */
function withoutLookup(adapter: RegisterAdapter): RegisterAdapter {
  const description = adapter.describe();
  const capabilities = { ...description.capabilities, search: false };
  return { ...adapter, describe: () => ({ ...description, capabilities }) };
}
