import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { ENGINE_TESTS, ENGINES } from '../lib/engines.mjs';
import { root } from '../lib/paths.mjs';

const { FIREFOX_PATH } = process.env;

describe('the engines besides Chromium', () => {
  afterEach(() => {
    if (FIREFOX_PATH === undefined) delete process.env.FIREFOX_PATH;
    else process.env.FIREFOX_PATH = FIREFOX_PATH;
  });

  it('have the Firefox that FIREFOX_PATH names', () => {
    process.env.FIREFOX_PATH = process.execPath;
    assert.deepEqual(ENGINES.firefox.find(), { browser: process.execPath });
  });

  it('never have another Firefox when FIREFOX_PATH is wrong', () => {
    process.env.FIREFOX_PATH = '/nowhere/firefox';
    assert.throws(() => ENGINES.firefox.find(), /FIREFOX_PATH names \/nowhere\/firefox/);
  });

  it('run the storage suite and those of the outbox', () => {
    const files = globSync(ENGINE_TESTS, { cwd: root });
    for (const name of ['device-store', 'drafts', 'offline', 'sending', 'two-tabs'])
      assert.ok(
        files.some((file) => file.includes(name)),
        name,
      );
  });
});
