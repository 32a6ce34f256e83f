// Holds the built kit to its size ceilings: packages/kit/size-ceilings.json lists what is measured, how many bytes
// (brotli) it may take and why. `--files` also lists the files. Needs `pnpm build` first.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliSize, filesOf } from './lib/chunk-sizes.mjs';
import { root } from './lib/paths.mjs';
import { giveUp } from './lib/say.mjs';

const kit = join(root, 'packages', 'kit');
const built = join(kit, 'dist', 'manifest.json');
if (!existsSync(built)) giveUp('The kit is not built: run pnpm build first.');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = readJson(built);
const { ceilings } = readJson(join(kit, 'size-ceilings.json'));
const sizes = new Map();

function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, brotliSize(readFileSync(join(kit, 'dist', file))));
  return sizes.get(file);
}

const figure = (bytes) => bytes.toLocaleString('en').padStart(9);

for (const { name, roots, follow, except, maxBytes, reason } of ceilings) {
  if (!reason) giveUp(`size-ceilings.json: "${name}" gives no reason for its ceiling.`);
  const files = filesOf(manifest, roots, follow, except);
  const size = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const over = size > maxBytes;
  console.log(
    `${over ? 'OVER' : 'ok  '} ${figure(size)} of ${figure(maxBytes)} bytes  ${name} (${files.length} files)`,
  );
  if (over) process.exitCode = 1;
  if (over || process.argv.includes('--files')) {
    for (const file of files) console.log(`     ${figure(sizeOf(file))}  ${file}`);
  }
}
if (ceilings.length === 0) giveUp('size-ceilings.json lists no ceiling.');
