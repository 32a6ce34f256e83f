import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../packages/kit/dist/', import.meta.url));

/** Whether the kit has been built; without it only the limits can be measured. */
export const isKitBuilt = (): boolean => existsSync(join(dist, 'cmto.js'));

/** Path below `/kit/v1/` → body, for everything the kit's build made but source maps and what it compressed. */
export function kitFiles(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (!isKitBuilt()) return files;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(map|br|gz)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(dist.length).replaceAll('\\', '/'), readFileSync(path));
  }
  return files;
}

/** Every file that a survey may come to load, in any language: what `pnpm size` counts under that name. */
export async function surveyFiles(): Promise<string[]> {
  const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const { ceilings } = readJson(join(dist, '..', 'size-ceilings.json')) as { ceilings: Ceiling[] };
  const { roots, follow, except } = ceilings.find(({ name }) => name.startsWith('everything a survey can ever load'))!;
  const { href } = new URL('../../scripts/lib/chunk-sizes.mjs', import.meta.url);
  const { filesOf } = (await import(href)) as { filesOf: (manifest: unknown, ...of: unknown[]) => string[] };
  return filesOf(readJson(join(dist, 'manifest.json')), roots, follow, except);
}

interface Ceiling {
  readonly name: string;
  readonly roots: readonly string[];
  readonly follow?: string;
  readonly except?: readonly string[];
}
