import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { findPostgres } from '../lib/find-postgres.mjs';

const { CMTO_POSTGRES_BIN, PATH } = process.env;

function aFolderWith(test, ...programs) {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-bin-'));
  test.after(() => rmSync(folder, { recursive: true }));
  for (const name of programs) writeFileSync(join(folder, name), '', { mode: 0o755 });
  return folder;
}

describe('the PostgreSQL to test with', () => {
  afterEach(() => {
    process.env.PATH = PATH;
    if (CMTO_POSTGRES_BIN === undefined) delete process.env.CMTO_POSTGRES_BIN;
    else process.env.CMTO_POSTGRES_BIN = CMTO_POSTGRES_BIN;
  });

  it('is the one CMTO_POSTGRES_BIN names', (test) => {
    process.env.CMTO_POSTGRES_BIN = aFolderWith(test, 'initdb', 'postgres');
    assert.equal(findPostgres(), process.env.CMTO_POSTGRES_BIN);
  });

  it('is never another one when CMTO_POSTGRES_BIN is wrong', () => {
    process.env.CMTO_POSTGRES_BIN = '/nowhere';
    assert.throws(() => findPostgres(), /CMTO_POSTGRES_BIN names \/nowhere/);
  });

  it('has both programs: a client alone is none', (test) => {
    delete process.env.CMTO_POSTGRES_BIN;
    const [client, server] = [aFolderWith(test, 'initdb'), aFolderWith(test, 'initdb', 'postgres')];
    process.env.PATH = `${client}:${server}`;
    assert.equal(findPostgres(), server);
  });
});
