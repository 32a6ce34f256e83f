import { join } from 'node:path';
import { openDatabase, SurveyRepository } from '@cmto/server';
import { surveyOf } from '../site/definition.ts';
import { bodyOf } from './answer.ts';
import type { Load, Measured } from './load.ts';
import { measure, startService, type Service } from './service.ts';

/** How long to measure. */
export type Time = Pick<Load, 'warmUp' | 'seconds'>;

export const connections = 32;

const survey = surveyOf('misura', { questions: 20, pages: 4 });
export const bodies = Array.from({ length: 64 }, (_, round) => bodyOf(survey, round));

/** The framework alone; `environment` says what it stores the bodies in, as `bare.ts` reads it. */
export async function measureBare(time: Time, environment: Record<string, string> = {}): Promise<BareMeasured> {
  const service = await startService('./bare.ts', environment);
  try {
    return await measureAt(service, '/answers', time);
  } finally {
    await service.stop();
  }
}

async function measureAt(service: Service, path: string, time: Time): Promise<BareMeasured> {
  const before = service.cpu;
  const measured = await measure({ ...time, bodies, connections, port: service.port, path });
  return { ...measured, cpu: (service.cpu - before) / measured.accepted };
}

export interface BareMeasured extends Measured {
  /** Seconds of processor time per answer, all threads together: what other work of the machine changes least. */
  readonly cpu: number;
}

/** What the service did, and what it took. */
export interface ServiceMeasured extends BareMeasured {
  /** Megabytes at the peak. */
  readonly memory: number;
  /** Answers found in the database afterwards. */
  readonly stored: number;
}

/** The whole service; `target` is its database, as `openDatabase` takes it and `environment` names it. */
export async function measureService(
  time: Time,
  { target, dataDir, environment = {} }: { target: string; dataDir: string; environment?: Record<string, string> },
): Promise<ServiceMeasured> {
  await prepare(target);
  const start = () =>
    startService(
      '../../packages/server/src/main.ts',
      {
        ...environment,
        CMTO_DATA_DIR: dataDir,
        CMTO_RATE_LIMIT: 'off',
        NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
      },
      ['--max-semi-space-size=4'],
    );
  // As `npm start` runs it the second time: what was compiled is kept.
  await (await start()).stop();
  const service = await start();
  let measured, memory;
  try {
    measured = await measureAt(service, `/api/v1/surveys/${survey.slug}/responses`, time);
    memory = service.peakMemory;
  } finally {
    await service.stop();
  }
  return { ...measured, memory, stored: await countStored(target) };
}

async function prepare(target: string): Promise<void> {
  const database = await openDatabase(target);
  const surveys = new SurveyRepository(database.db);
  await surveys.import(survey);
  await surveys.publish(survey.slug);
  await database.close();
}

async function countStored(target: string): Promise<number> {
  const database = await openDatabase(target);
  const { rows } = await database.db
    .selectFrom('responses')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  await database.close();
  return rows;
}
