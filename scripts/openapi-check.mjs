// Checks the contract's OpenAPI document: valid 3.1, as the Italian guidelines ask, and equal to the committed
// packages/contract/openapi.json, where a review sees what changes for integrators. `--write` updates that file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../packages/contract/src/openapi/index.ts';
import { openapiProblems } from './lib/openapi-rules.mjs';
import { root } from './lib/paths.mjs';

const committed = join(root, 'packages', 'contract', 'openapi.json');
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
const document = JSON.parse(text);

const { valid, errors } = await new Validator().validate(JSON.parse(text));
const problems = openapiProblems(document);
if (!valid) problems.push(`not valid OpenAPI: ${JSON.stringify(errors, null, 2)}`);

if (process.argv.includes('--write')) writeFileSync(committed, text);
else if (!existsSync(committed) || readFileSync(committed, 'utf8') !== text) {
  problems.push('packages/contract/openapi.json is not what the schemas say; run  pnpm openapi --write');
}

for (const problem of problems) console.error(`OpenAPI: ${problem}`);
if (problems.length === 0)
  console.log(`OpenAPI: ${Object.keys(document.paths).length} paths, valid, as the guidelines ask`);
process.exitCode = problems.length > 0 ? 1 : 0;
