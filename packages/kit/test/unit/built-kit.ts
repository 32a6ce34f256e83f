import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The files of a built kit, by their path in its folder. */
export type Files = ReadonlyMap<string, Buffer>;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the kit as it is released, into a folder that is gone afterwards. */
export const buildKit = async (): Promise<Files> => {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-kit-'));
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      build: { outDir: folder, emptyOutDir: true },
      logLevel: 'error',
    });
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      names.map(({ parentPath, name }): [string, Buffer] => {
        const path = join(parentPath, name);
        return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The scripts among them, as text. */
export const scriptsOf = (files: Files): Map<string, string> =>
  new Map(
    [...files].filter(([path]) => path.endsWith('.js')).map(([path, content]) => [path, content.toString('utf8')]),
  );
