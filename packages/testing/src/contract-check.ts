// pnpm contract:check URL — runs the black-box suite against any implementation of the contract.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { apiSuite, suiteConsultations, suiteServices, suiteVersions } from './api-suite/index.ts';

const usage = `Usage: pnpm contract:check URL          runs the suite; URL ends in the version: https://…/api/v1
       pnpm contract:check --write DIR   writes the definitions that the suite asks about

The implementation has imported and published the definitions, in the order of their names, within the last year, and
has then withdrawn version 1 of verifica-versioni. Files that begin with "service" are services, with "consultation"
consultations, all others surveys. It does not limit the rate of requests (CMTO_RATE_LIMIT=off).`;

const [first, second] = process.argv.slice(2);
if (first === '--write' && second) writeDefinitions(second);
else if (first && URL.canParse(first)) check(first.replace(/\/+$/, ''));
else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
}

function writeDefinitions(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [at, { survey }] of suiteVersions(Date.now()).entries()) {
    const name = `${String(at + 1).padStart(2, '0')}-${survey.slug}-${survey.version}.json`;
    writeFileSync(join(folder, name), `${JSON.stringify(survey, null, 2)}\n`);
  }
  for (const service of suiteServices)
    writeFileSync(join(folder, `service-${service.slug}.json`), `${JSON.stringify(service, null, 2)}\n`);
  for (const consultation of suiteConsultations)
    writeFileSync(join(folder, `consultation-${consultation.slug}.json`), `${JSON.stringify(consultation, null, 2)}\n`);
}

function check(base: string): void {
  describe(`${base} keeps the contract`, () => {
    apiSuite({
      ask: (path, init) => fetch(base + path, init),
      describe,
      it,
      capabilities: { origins: true, signIn: true },
    });
  });
}
