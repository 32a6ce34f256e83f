import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FreshDatabase } from './fresh-database.ts';
import { freePort } from './free-port.ts';
import { ServerProcess } from './server-process.ts';
import type { Asked } from './asked.ts';

export interface Servers {
  readonly count: number;
  readonly asked: Asked;
  /** Besides those that name the database. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** Starts as many real servers as asked on one fresh database in which what is asked is published. */
export const startServers = async (
  database: FreshDatabase,
  { count, asked: { kind, definition }, settings }: Servers,
): Promise<ServerProcess[]> => {
  const servers: ServerProcess[] = [];
  for (let at = 0; at < count; at += 1) {
    servers.push(new ServerProcess(await freePort(), { ...database.settings, ...settings }));
  }
  const file = join(database.dataDir, 'definition.json');
  await writeFile(file, JSON.stringify(definition));
  const word = kind === 'survey' ? 'survey' : 'service';
  await servers[0]!.command(word, 'import', file);
  await servers[0]!.command(word, 'publish', definition.slug);
  await Promise.all(servers.map((server) => server.start()));
  return servers;
};
