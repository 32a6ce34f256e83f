import { createApp } from './app.ts';
import { keepCollecting } from './attachments/keep-collecting.ts';
import { readConfig, type Config } from './config.ts';
import { databaseTarget } from './database/database-target.ts';
import { openDatabase } from './database/database.ts';
import { openWhenThere } from './database/open-when-there.ts';
import { unsafeSettings } from './database/unsafe-settings.ts';
import { keepForgettingOrder } from './database/upkeep.ts';
import { createLogger } from './http/log.ts';
import { WriterThread } from './intake/writer-thread.ts';
import { startMailing } from './mail/start-mailing.ts';
import { createProtocolWorker } from './protocol/create-protocol.ts';
import { keepRegistering } from './protocol/keep-registering.ts';
import { requireSameSecret } from './receipts/same-secret.ts';
import { keepClosing } from './register/keep-closing.ts';
import { requireSameCode } from './register/same-code.ts';
import { keepEscalating } from './requests/keep-escalating.ts';
import { readSecret } from './secret.ts';
import { keepForgettingSignIns } from './sign-in/keep-forgetting.ts';

const config = readSettings();
const log = createLogger(config.logLevel);
const target = databaseTarget(config);
const { connections } = config;
const database = await openWhenThere(() => openDatabase(target, { busyTimeout: 2000, connections }), log).catch(giveUp);
for (const warning of await unsafeSettings(database)) log.warn(warning);
await requireSameSecret(database.db, readSecret(config.dataDir, config.secret)).catch(giveUp);
await requireSameCode(database.db, config.registerCode).catch(giveUp);
// PostgreSQL has its own processes to write in; the embedded database gets a thread.
const writer = database.kind === 'sqlite' ? new WriterThread(target, onWriterFailure) : undefined;
// After a crash the day's answers still lie as they came.
await forgetOrder();
const stopUpkeep = keepForgettingOrder(writer ?? database, log);
const app = await createApp({
  config,
  database,
  logger: log,
  ...(writer ? { storeBatch: (rows) => writer.store(rows) } : {}),
});
const stopCollecting = keepCollecting({ db: database.db, store: app.services.files, days: config.orphanDays }, log);
const stopClosing = keepClosing(database.db, log);
const stopEscalating = keepEscalating(app.services.requests.escalation, log);
const stopForgettingSignIns = keepForgettingSignIns(app.services.signIn.store, log);
const { mail, desk } = app.services.requests;
const stopMailing = startMailing({
  config,
  queue: mail,
  lookUp: (key) => desk.correspondence(key),
  now: Date.now,
  log,
});
const stopRegistering = keepRegistering(
  createProtocolWorker({
    config,
    db: database.db,
    secret: readSecret(config.dataDir, config.secret),
    outbox: app.services.requests.protocol,
    files: app.services.files,
    now: Date.now,
    log,
  }),
  log,
);
await listen();
log.info({ host: config.host, port: config.port }, 'listening');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));

/** Takes nothing new, stores what is under way, leaves the database in order. A second signal changes nothing. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  stopUpkeep();
  stopCollecting();
  stopClosing();
  stopEscalating();
  stopForgettingSignIns();
  await stopMailing();
  await stopRegistering();
  await app.stop();
  await forgetOrder();
  await writer?.close();
  await database.close();
  log.info('stopped');
  log.flush(() => process.exit());
}

/** Another server on the same data may be at it: then it is that one's to do. */
function forgetOrder(): Promise<void> {
  return (writer ?? database)
    .forgetOrder()
    .catch((error: unknown) => log.warn({ err: error }, 'The order of the answers could not be forgotten yet'));
}

/** Whoever supervises us starts us anew; everything acknowledged is on the disk. */
function onWriterFailure(error: unknown): void {
  log.fatal({ err: error }, 'The writer has failed');
  log.flush(() => process.exit(1));
}

async function listen(): Promise<void> {
  const { host, port } = config;
  try {
    await app.fastify.listen({ host, port });
  } catch (error) {
    console.error(`Cannot listen on ${host}, port ${port} (${(error as NodeJS.ErrnoException).code}).`);
    process.exit(1);
  }
}

function giveUp({ message, cause }: Error): never {
  console.error(`The server cannot start. ${message}${cause instanceof Error ? ` (${cause.message})` : ''}.`);
  process.exit(1);
}

function readSettings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(`The settings cannot be used.\n${(error as Error).message}`);
    process.exit(1);
  }
}
