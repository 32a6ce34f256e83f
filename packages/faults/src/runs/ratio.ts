import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createPostgresDatabase, dropPostgresDatabase } from '../service/postgres-cluster.ts';
import { type Row, type RunOptions, whole } from './run.ts';

const program = fileURLToPath(new URL('../../../../bench/server/ratio.ts', import.meta.url));

/** What the service should accept of what the framework alone does: a goal, shown and never asserted. */
const goal = 0.5;

/** What the program prints. */
export interface Measured {
  readonly ratio: number;
  /** Answers that the service accepted in a second, and that the framework alone stored. */
  readonly perSecond: number;
  readonly single: number;
  readonly accepted: number;
  readonly stored: number;
  readonly refused: number;
}

/** Speed is only told: it is the machine's as much as the service's. What was accepted and is not stored is wrong. */
export const rowOf = ({ ratio, perSecond, single, accepted, stored, refused }: Measured): Row => ({
  name: 'accepted answers per second, against Fastify and one INSERT',
  done: `${ratio.toFixed(2)}× (goal ${goal}×${ratio < goal ? ', MISSED' : ''}): ${whole(Math.round(perSecond))}/s and ${whole(Math.round(single))}/s`,
  wrong: accepted === stored && refused === 0 ? [] : [`${accepted} accepted, ${stored} stored, ${refused} refused`],
});

/** Both take turns on the same PostgreSQL, each for `amount` seconds. */
export const ratio = async ({ amount }: RunOptions): Promise<Row> => {
  const url = await createPostgresDatabase();
  try {
    const child = spawn(process.execPath, [program, String(amount)], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const takeAlong = (): void => void child.kill();
    process.once('exit', takeAlong);
    const ended = once(child, 'close');
    const said = await text(child.stdout);
    const [code] = (await ended) as [number | null];
    process.off('exit', takeAlong);
    if (code !== 0) throw new Error(`the measurement ended with ${code}`);
    return rowOf(JSON.parse(said) as Measured);
  } finally {
    await dropPostgresDatabase(url);
  }
};
