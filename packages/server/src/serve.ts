import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { databaseTarget } from './database/database-target.ts';
import { openDatabase } from './database/database.ts';
import { openWhenThere } from './database/open-when-there.ts';
import { unsafeSettings } from './database/unsafe-settings.ts';
import { createLogger } from './http/log.ts';
import { WriterThread } from './intake/writer-thread.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { requireSameSecret } from './receipts/same-secret.ts';
import { requireSameCode } from './register/same-code.ts';
import { readSecret } from './secret.ts';

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
const app = await createApp({
  config,
  database,
  logger: log,
  ...(writer ? { writer } : {}),
});
const jobs = startJobs({ config, database, services: app.services, order: writer ?? database, log });
await listen();
log.info({ host: config.host, port: config.port }, 'listening');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));

/** Takes nothing new, stores what is under way, leaves the database in order. A second signal changes nothing. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  await Promise.all([jobs.stop(), app.stop()]);
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
