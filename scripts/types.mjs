// Type-checks every package: each tsconfig*.json in packages/*, demo, bench and this folder's parent is one program.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectNode, root } from './lib/paths.mjs';
import { runQuietly } from './lib/run.mjs';

const given = process.argv.slice(2);
const projects = globSync(given.length > 0 ? given : ['{packages/*,demo,bench}/tsconfig*.json', 'tsconfig.json'], {
  cwd: root,
}).sort();
const failed = [];

async function worker(queue) {
  for (let project = queue.shift(); project; project = queue.shift()) {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { code, output } = await runQuietly(projectNode(), [tsc, '--noEmit', '--pretty', 'false', '-p', project]);
    // TS18003: a program without files, of a package that has no tests of that kind (yet).
    if (code === 0 || /^error TS18003[^\n]*\s*$/.test(output)) continue;
    failed.push(project);
    console.error(`${project}\n${output}`);
  }
}

const queue = [...projects];
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, () => worker(queue)));
console.log(`types: ${projects.length - failed.length} of ${projects.length} programs are sound`);
process.exitCode = failed.length > 0 || projects.length === 0 ? 1 : 0;
