// Compares each widget package's custom-elements.json with its sources; `--write` brings it up to date.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { memory, projectNode, root } from './lib/paths.mjs';
import { runQuietly } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';
import { workspaceFolders } from './lib/workspace.mjs';

const analyzer = join(root, 'node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');
const config = join(root, 'packages', 'config', 'cem.config.mjs');

/** The manifest as the sources make it today. */
async function generate(folder) {
  const target = join(memory, 'manifest', basename(folder));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // The analyzer takes both paths from the package's folder, even absolute ones.
  const args = ['analyze', '--config', relative(folder, config), '--outdir', relative(folder, target)];
  const { code, output } = await runQuietly(projectNode(), [analyzer, ...args], { cwd: folder });
  if (code !== 0) giveUp(output);
  return readFileSync(join(target, 'custom-elements.json'), 'utf8').trimEnd() + '\n';
}

const packages = workspaceFolders().filter(({ manifest }) => manifest.customElements);
if (packages.length === 0)
  giveUp('No package names a custom elements manifest ("customElements" in its package.json).');

for (const { folder, manifest } of packages) {
  const committed = join(folder, manifest.customElements);
  const generated = await generate(folder);
  const tags = generated.match(/"customElement": true/g)?.length ?? 0;
  if (tags === 0) giveUp(`${manifest.name}: its sources document no custom element.`);
  if (process.argv.includes('--write')) {
    writeFileSync(committed, generated);
    console.log(`${manifest.name}: written`);
  } else if (existsSync(committed) && readFileSync(committed, 'utf8') === generated) {
    console.log(`${manifest.name}: as its sources say`);
  } else {
    console.error(`${manifest.name}: custom-elements.json is not what its sources say; run  pnpm manifest --write`);
    process.exitCode = 1;
  }
}
