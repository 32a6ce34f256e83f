import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FreshDatabase } from './fresh-database.ts';
import { freePort } from './free-port.ts';
import { ServerProcess } from './server-process.ts';
import { survey } from './survey.ts';

/** Starts as many real servers as asked on one fresh database in which the survey is published. */
export const startServers = async (database: FreshDatabase, count: number): Promise<ServerProcess[]> => {
  const servers: ServerProcess[] = [];
  for (let at = 0; at < count; at += 1) {
    servers.push(new ServerProcess(await freePort(), database.settings));
  }
  const file = join(database.dataDir, 'survey.json');
  await writeFile(file, JSON.stringify(survey));
  await servers[0]!.command('survey', 'import', file);
  await servers[0]!.command('survey', 'publish', survey.slug);
  await Promise.all(servers.map((server) => server.start()));
  return servers;
};
