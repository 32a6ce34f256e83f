import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { findBrowser } from '../lib/find-browser.mjs';

const { CHROME_PATH } = process.env;

describe('the browser to test with', () => {
  afterEach(() => {
    if (CHROME_PATH === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = CHROME_PATH;
  });

  it('is the one CHROME_PATH names', () => {
    process.env.CHROME_PATH = process.execPath;
    assert.equal(findBrowser(), process.execPath);
  });

  it('is never another one when CHROME_PATH is wrong', () => {
    process.env.CHROME_PATH = '/nowhere/chrome';
    assert.throws(() => findBrowser(), /CHROME_PATH names \/nowhere\/chrome/);
  });
});
