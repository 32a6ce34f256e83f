import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile } from '@cmto/server';
import { asToTheFloor, atLeast, atMost, information, type Bench, type Row } from '../table.ts';
import {
  bodies,
  connections,
  measureBare,
  measureService,
  type BareMeasured,
  type ServiceMeasured,
  type Time,
} from './measure.ts';
import { measureOnPostgres } from './on-postgres.ts';
import { openPostgres, type Postgres } from './postgres.ts';

/** Accepted answers per second on both databases, against the same framework without any of the work. */
export const run: Bench = async ({ quick }) => {
  const [busy] = loadavg();
  const folder = mkdtempSync(join(tmpdir(), 'cmto-bench-'));
  const time = quick
    ? { warmUp: { seconds: 1, answers: 4000 }, seconds: 4 }
    : { warmUp: { seconds: 3, answers: 20_000 }, seconds: 15 };
  try {
    const sqlite = await onSqlite(time, folder);
    const postgres = await onPostgres(time, folder, sqlite.raw.measured);
    return {
      name: 'server',
      title: 'Server: an answer of 20 questions, validated, idempotent and durable',
      rows: [...sqlite.rows, ...postgres.rows],
      notes: [
        `${connections} connections on the loopback, service and clients on the same machine, body ${Math.round(bodies[0]!.length / 100) / 10} kB, ${time.seconds} s after ${time.warmUp.seconds} s and ${whole(time.warmUp.answers)} answers.`,
        `Load of the machine in the minute before: ${busy!.toFixed(1)}. Other work on it shows at once: p99 and the disk's syncs suffer first.`,
        'Floor: Fastify parsing the same body and storing nothing; on PostgreSQL, storing it by one INSERT, unchecked.',
        ...postgres.notes,
      ],
      raw: { sqlite: sqlite.raw, postgres: postgres.raw },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Part<Raw = unknown> {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly raw: Raw;
}

async function onSqlite(
  time: Time,
  folder: string,
): Promise<Part<Record<'nothing' | 'single', BareMeasured> & { readonly measured: ServiceMeasured }>> {
  const nothing = await measureBare(time);
  const single = await measureBare(time, { DATA_DIR: join(folder, 'bare') });
  const dataDir = join(folder, 'sqlite');
  const measured = await measureService(time, { target: databaseFile(dataDir), dataDir });
  return {
    rows: [
      atLeast('Accepted answers per second on SQLite', measured.perSecond, 6000, whole, {
        floor: whole(nothing.perSecond),
        peer: '8,219 (Fastify, one INSERT into PostgreSQL, nothing checked)',
      }),
      atMost('99 % answered within', measured.p99, 20, milliseconds, {
        floor: milliseconds(nothing.p99),
        peer: '7 ms',
      }),
      atMost('Memory at its peak', measured.memory, 200, megabytes, { peer: '152 MB + postgres' }),
      atMost('Acknowledged but not stored', measured.accepted - measured.stored, 0, whole),
      information('Half answered within', milliseconds(measured.p50), milliseconds(nothing.p50)),
      information('Slowest', milliseconds(measured.slowest), milliseconds(nothing.slowest)),
      information('Processor time per answer, all threads', microseconds(measured.cpu), microseconds(nothing.cpu)),
      information('Refused', whole(measured.refused)),
      information(
        'Against Fastify and one INSERT per commit, nothing checked',
        times(measured.perSecond / single.perSecond),
        `${whole(single.perSecond)}/s, ${microseconds(single.cpu)}`,
      ),
    ],
    notes: [],
    raw: { nothing, single, measured },
  };
}

async function onPostgres(time: Time, folder: string, onFile: ServiceMeasured): Promise<Part> {
  const postgres = await openPostgres();
  if ('missing' in postgres) return { rows: [], notes: [`PostgreSQL: not measured, ${postgres.missing}.`], raw: null };
  try {
    return await measureOn(postgres, time, join(folder, 'postgres'), onFile);
  } finally {
    await postgres.stop();
  }
}

async function measureOn(postgres: Postgres, time: Time, dataDir: string, onFile: ServiceMeasured): Promise<Part> {
  const { before, measured, after, single, ratio } = await measureOnPostgres(postgres, time, dataDir);
  const p99 = (before.p99 + after.p99) / 2;
  return {
    rows: [
      // The design's machine stored 8,219 a second this way, 99 % of them within 7 ms.
      atLeast('SQLite against Fastify and one INSERT into PostgreSQL', onFile.perSecond / single, 6000 / 8219, times, {
        floor: '1×',
      }),
      asToTheFloor('… 99 % answered within', onFile.p99 / p99, { asked: 20, floor: 7 }),
      atLeast('On PostgreSQL, against Fastify and one INSERT', ratio, 0.5, times, {
        floor: '1×',
      }),
      information('Accepted answers per second on PostgreSQL', whole(measured.perSecond), whole(single)),
      atMost('Acknowledged but not stored', measured.accepted - measured.stored, 0, whole),
      information('99 % answered within', milliseconds(measured.p99), milliseconds(p99)),
      information('Memory at its peak, PostgreSQL apart', megabytes(measured.memory)),
      information('Processor time per answer, PostgreSQL apart', microseconds(measured.cpu), microseconds(after.cpu)),
    ],
    notes: [],
    raw: { before, measured, after },
  };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const times = (value: number): string => `${value.toFixed(2)}×`;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const microseconds = (seconds: number): string => `${Math.round(seconds * 1e6)} µs`;
const megabytes = (value: number): string => `${Math.round(value)} MB`;
