import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import Fastify from 'fastify';
import pg from 'pg';

/** Stores a body under its key, each by itself in a transaction of its own, as a server without batches would. */
type Store = (key: string, body: string) => unknown;

// The limit: the same framework, JSON parsed, nothing checked. With DATABASE_URL or DATA_DIR one INSERT per request,
// without them nothing is stored.
const app = Fastify();
const store = await openStore(process.env);

app.get('/api/v1/status', () => ({ status: 'ok' }));
app.post('/answers', async (request, reply) => {
  const key = String(request.headers['idempotency-key']);
  await store?.(key, JSON.stringify(request.body));
  return reply.code(201).send({ id: key });
});
process.on('SIGTERM', () => process.exit());
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });

async function openStore({ DATABASE_URL, DATA_DIR }: NodeJS.ProcessEnv): Promise<Store | undefined> {
  if (DATABASE_URL) return onPostgres(DATABASE_URL);
  return DATA_DIR ? onSqlite(DATA_DIR) : undefined;
}

async function onPostgres(connectionString: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString });
  await pool.query('CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, body TEXT)');
  const insert = { name: 'insert', text: 'INSERT INTO answers VALUES ($1, $2) ON CONFLICT DO NOTHING' };
  return (key, body) => pool.query({ ...insert, values: [key, body] });
}

function onSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(`${folder}/bare.sqlite`);
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE answers (key TEXT PRIMARY KEY, body TEXT)',
  );
  const insert = database.prepare('INSERT INTO answers VALUES (?, ?) ON CONFLICT DO NOTHING');
  return (key, body) => insert.run(key, body);
}
