// Checks publiccode.yml against the standard's mandatory keys (0.7), and that it tells the same as package.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './lib/paths.mjs';
import { publiccodeProblems } from './lib/publiccode-rules.mjs';
import { readManifest } from './lib/workspace.mjs';

const file = parse(readFileSync(join(root, 'publiccode.yml'), 'utf8'));
const { license, version } = readManifest(root);
const problems = publiccodeProblems(file);
if (file.legal?.license !== license) problems.push(`legal/license is not package.json's ${license}`);
if (file.softwareVersion !== version) problems.push(`softwareVersion is not package.json's ${version}`);

for (const problem of problems) console.error(`publiccode.yml: ${problem}`);
if (problems.length === 0) console.log('publiccode.yml is valid under 0.7');
process.exitCode = problems.length > 0 ? 1 : 0;
