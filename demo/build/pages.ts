import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Every page of the demo, as an entry of the build. */
export const pages = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root)
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name.replace('.html', ''), `${root}${name}`]),
  );
