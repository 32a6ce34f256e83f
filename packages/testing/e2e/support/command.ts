import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** `pnpm cmto …` under these settings; answers what it printed. */
export const command = async (environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> => {
  const { stdout } = await run(process.execPath, [join(root, 'packages/server/src/cli.ts'), ...words], {
    cwd: root,
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};
