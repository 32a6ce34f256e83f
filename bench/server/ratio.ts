// node ratio.ts SECONDS: measures the service on PostgreSQL against the framework with one INSERT, each so long, and
// prints what `pnpm faults` shows of it, as JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureOnPostgres } from './on-postgres.ts';
import { openPostgres } from './postgres.ts';

const postgres = await openPostgres();
if ('missing' in postgres) throw new Error(postgres.missing);
const folder = mkdtempSync(join(tmpdir(), 'cmto-ratio-'));
try {
  const time = { warmUp: { seconds: 1, answers: 4000 }, seconds: Number(process.argv[2]) };
  const { measured, single, ratio } = await measureOnPostgres(postgres, time, folder);
  const { perSecond, accepted, stored, refused } = measured;
  process.stdout.write(JSON.stringify({ ratio, perSecond, single, accepted, stored, refused }));
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
