import type { Submission, Survey } from '@cmto/contract';
import { aKey } from '@cmto/testing/builders';
import {
  createApp,
  openDatabase,
  readConfig,
  SurveyRepository,
  type App,
  type AppOptions,
  type Database,
} from '@cmto/server';
import { aPlace, type Lifetime, type Place } from './database.ts';

/** A service on a database of its own, asked without a port, at a time that stands still until the test moves it. */
export interface TestServer extends Place {
  readonly app: App;
  readonly database: Database;
  readonly surveys: SurveyRepository;
  /** Milliseconds; assign to move the clock. */
  now: number;
  publish(...surveys: readonly Survey[]): Promise<void>;
  ask(path: string, init?: RequestInit): Promise<Response>;
  post(
    body: Submission | object | string,
    sent?: { key?: string; slug?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  count(): Promise<number>;
}

/** Friday, 20 November 2026, noon in Rome. */
export const noon = Date.parse('2026-11-20T11:00:00Z');

export interface TestServerOptions extends Partial<Omit<AppOptions, 'config' | 'database'>> {
  readonly environment?: Record<string, string>;
  /** Where another server is or has been; without it, a new and empty place. */
  readonly place?: Place;
}

export async function aServer(
  test: Lifetime,
  { environment = {}, place: given, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const cleaning: (() => Promise<void>)[] = [];
  const place = given ?? (await aPlace({ after: (clean) => cleaning.push(clean) }));
  const { dataDir, target } = place;
  const config = readConfig({
    ...place.environment,
    CMTO_KIT_DIR: dataDir,
    CMTO_DEMO_DIR: dataDir,
    CMTO_RATE_LIMIT: 'off',
    ...environment,
  });
  const database = await openDatabase(target);
  const clock = { now: noon };
  const app = await createApp({ now: () => clock.now, ...options, config, database });
  test.after(async () => {
    await app.stop();
    await database.close();
    for (const clean of cleaning.reverse()) await clean();
  });
  const surveys = new SurveyRepository(database.db);
  const ask = asFetch(app);
  return {
    ...place,
    app,
    database,
    surveys,
    get now() {
      return clock.now;
    },
    set now(instant) {
      clock.now = instant;
    },
    publish: async (...list) => {
      for (const survey of list) {
        await surveys.import(survey);
        await surveys.publish(survey.slug);
      }
    },
    ask: (path, init) => ask(`/api/v1${path}`, init),
    post: (body, { key = aKey(), slug = 'prova', headers = {} } = {}) =>
      ask(`/api/v1/surveys/${slug}/responses`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    count: async () => {
      const { rows } = await database.db
        .selectFrom('responses')
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow();
      return rows;
    },
  };
}

/** The app as a `fetch` that needs no port. */
export const asFetch =
  ({ fastify }: App) =>
  async (path: string, init: RequestInit = {}): Promise<Response> => {
    // In a turn of the event loop of its own, as a request over a network comes.
    await new Promise(setImmediate);
    const { method = 'GET', body } = init;
    const payload =
      body === undefined || body === null
        ? undefined
        : typeof body === 'string'
          ? body
          : Buffer.from(body as ArrayBuffer);
    const answer = await fastify.inject({
      method: method as 'GET',
      url: path,
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(payload === undefined ? {} : { payload }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
    const empty = method === 'HEAD' || [204, 304].includes(answer.statusCode);
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers });
  };
