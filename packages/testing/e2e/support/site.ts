import type { Receipt, Survey } from '@cmto/contract';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, root } from './command.ts';
import { freePort } from './free-port.ts';

/** One answer, as the JSON export gives it. */
export interface Stored {
  readonly id: string;
  readonly formVersion: number;
  readonly receivedAt: string;
  readonly answers: Record<string, unknown>;
}

/** The real server on a fresh database with the demo's surveys and services, the built kit and the built demo. */
export class Site {
  readonly url: string;
  readonly #environment: NodeJS.ProcessEnv;
  /** Where this site keeps everything; gone when it is closed. */
  readonly folder: string;
  #server: ChildProcess | undefined;
  #office: ChildProcess | undefined;
  /** Where the letters of a site with an office can be read. */
  mailbox = '';

  private constructor(folder: string, port: number, environment: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {
      ...process.env,
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
      CMTO_DATA_DIR: join(folder, 'data'),
    };
  }

  static async open(environment: NodeJS.ProcessEnv = {}): Promise<Site> {
    const site = new Site(await mkdtemp(join(tmpdir(), 'cmto-e2e-')), await freePort(), environment);
    for (const folder of ['surveys', 'services', 'consultations'])
      await site.command('seed', join(root, 'demo', folder));
    await site.start();
    return site;
  }

  /** With the trial's own identity provider and mailbox, as `npm start` starts them. */
  static async openWithOffice(): Promise<Site> {
    const site = new Site(await mkdtemp(join(tmpdir(), 'cmto-e2e-')), await freePort(), {});
    await site.#openOffice();
    for (const folder of ['surveys', 'services', 'consultations'])
      await site.command('seed', join(root, 'demo', folder));
    await site.start();
    return site;
  }

  async #openOffice(): Promise<void> {
    const office = spawn(process.execPath, [join(root, 'demo/office/main.ts'), this.url], {
      cwd: root,
      env: this.#environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#office = office;
    const lines = createInterface({ input: office.stdout });
    const [first] = (await Promise.race([once(lines, 'line'), once(office, 'exit')])) as [unknown];
    if (typeof first !== 'string') throw new Error('the office did not open');
    const { mailbox, ...settings } = JSON.parse(first) as Record<string, string>;
    this.mailbox = mailbox!;
    Object.assign(this.#environment, settings);
  }

  /** `pnpm cmto …` on this site's data; answers what it printed. */
  command(...words: string[]): Promise<string> {
    return command(this.#environment, words);
  }

  async start(): Promise<void> {
    await this.stop();
    this.#server = spawn(process.execPath, [join(root, 'packages/server/src/main.ts')], {
      cwd: root,
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let attempt = 0; attempt < 1200; attempt += 1) {
      if (await this.#answers()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the server did not start within a minute');
  }

  /** Stops the server as an operator would, and waits until it is gone. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }

  async close(): Promise<void> {
    await this.stop();
    this.#office?.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/api/v1/status`)).ok;
    } catch {
      return false;
    }
  }

  /** The definition as served now. */
  async definition(slug: string): Promise<Survey> {
    return (await (await fetch(`${this.url}/api/v1/surveys/${slug}`)).json()) as Survey;
  }

  /** Sends an answer as a program would, without a page. Throws when it is refused. */
  async send(slug: string, answers: object, key: string = randomUUID()): Promise<Receipt> {
    const response = await fetch(`${this.url}/api/v1/surveys/${slug}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ formVersion: 1, language: 'it', answers }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Receipt;
  }

  /** Stored answers of a survey, as its JSON export gives them. */
  async answers(slug: string): Promise<Stored[]> {
    return JSON.parse(await this.command('survey', 'export', slug, '--json')) as never;
  }
}
