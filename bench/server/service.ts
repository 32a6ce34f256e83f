import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Load, Measured } from './load.ts';

/** A service under measurement, in a process of its own. */
export interface Service {
  readonly port: number;
  /** Most memory it has held so far, in megabytes. */
  readonly peakMemory: number;
  /** Seconds of processor time it has used so far, all threads together. */
  readonly cpu: number;
  stop(): Promise<void>;
}

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Starts a Node program that listens on `PORT` and waits until it answers. */
export async function startService(
  file: string,
  environment: Record<string, string>,
  execArgv: readonly string[] = [],
): Promise<Service> {
  const port = await freePort();
  const child = fork(path(file), {
    // A database that the person measuring has named is for the rows that say so.
    env: { ...process.env, DATABASE_URL: '', ...environment, PORT: String(port) },
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await untilListening(child, port);
  return {
    port,
    get peakMemory() {
      const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    get cpu() {
      // After the name in brackets; the 14th and 15th of all fields, in hundredths of a second.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Sends a load from another process. */
export async function measure(load: Load): Promise<Measured> {
  const sender = fork(path('./send.ts'));
  sender.send(load);
  const [measured] = (await once(sender, 'message')) as [Measured];
  return measured;
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode}`);
    try {
      await fetch(`http://127.0.0.1:${port}/api/v1/status`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
