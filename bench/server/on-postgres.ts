import { measureBare, measureService, type BareMeasured, type ServiceMeasured, type Time } from './measure.ts';
import type { Postgres } from './postgres.ts';

/** The service on PostgreSQL, and the framework with one INSERT per request on the same one. */
export interface OnPostgres {
  /** In this order: before and after, so that a machine that others use does not favour one of the two. */
  readonly before: BareMeasured;
  readonly measured: ServiceMeasured;
  readonly after: BareMeasured;
  /** Bare answers per second, both times together. */
  readonly single: number;
  /** Of those, what the service accepts: 0.5 is half as many. */
  readonly ratio: number;
}

export async function measureOnPostgres(postgres: Postgres, time: Time, dataDir: string): Promise<OnPostgres> {
  const bare = { DATABASE_URL: await postgres.create('bare') };
  const target = await postgres.create('service');
  const before = await measureBare(time, bare);
  const measured = await measureService(time, { target, dataDir, environment: { DATABASE_URL: target } });
  const after = await measureBare(time, bare);
  const single = (before.perSecond + after.perSecond) / 2;
  return { before, measured, after, single, ratio: measured.perSecond / single };
}
