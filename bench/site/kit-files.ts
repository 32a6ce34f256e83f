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

/** The files a page can come to load from `entry`: every file whose name stands in one already reached. */
export function reachable(entry: string, files: Map<string, Buffer>): string[] {
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const reached = new Set([entry]);
  // The set grows while it is walked.
  for (const path of reached) {
    const text = files.get(path)!.toString();
    for (const other of files.keys()) {
      if (/\.(js|css)$/.test(other) && text.includes(nameOf(other))) reached.add(other);
    }
  }
  return [...reached].toSorted();
}
