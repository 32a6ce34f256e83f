import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { readSecret } from '../../src/secret.ts';

describe('readConfig', () => {
  it('has a default for everything, and takes an empty setting for none', () => {
    const config = readConfig({ PORT: '', CMTO_PUBLIC_URL: '' });
    assert.deepEqual(
      [config.host, config.port, config.publicUrl, config.rateLimit],
      ['127.0.0.1', 4300, undefined, true],
    );
  });

  it('keeps the origin of the public address', () => {
    assert.equal(
      readConfig({ CMTO_PUBLIC_URL: 'https://partecipa.example.it/' }).publicUrl,
      'https://partecipa.example.it',
    );
  });

  it('names every setting that cannot be used', () => {
    const wrong = { PORT: 'x', CMTO_RATE_LIMIT: 'maybe', CMTO_PUBLIC_URL: 'ftp://x', CMTO_SECRET: 'short' };
    for (const name of Object.keys(wrong)) assert.throws(() => readConfig(wrong), new RegExp(name));
  });
});

describe('the identity provider', () => {
  const whole = {
    CMTO_OIDC_ISSUER: 'https://accesso.example.it',
    CMTO_OIDC_CLIENT_ID: 'partecipa',
    CMTO_OIDC_CLIENT_SECRET: 'parola',
  };

  it('is named completely or not at all', () => {
    assert.equal(readConfig({}).oidc, undefined);
    assert.equal(readConfig(whole).oidc?.issuer, 'https://accesso.example.it');
    for (const name of Object.keys(whole))
      assert.throws(() => readConfig({ ...whole, [name]: '' }), /belong together/, name);
  });

  it('is reached over TLS, unless it is on this machine', () => {
    for (const issuer of ['http://accesso.example.it', 'http://127.0.0.1.example.it', 'ftp://127.0.0.1'])
      assert.throws(() => readConfig({ ...whole, CMTO_OIDC_ISSUER: issuer }), /CMTO_OIDC_ISSUER/, issuer);
    assert.ok(readConfig({ ...whole, CMTO_OIDC_ISSUER: 'http://127.0.0.1:9000' }).oidc);
  });

  it('is asked for an identity, at a level that makes a formal request', () => {
    assert.deepEqual(readConfig(whole).oidc?.acrValues, [
      'https://www.spid.gov.it/SpidL2',
      'https://www.spid.gov.it/SpidL3',
    ]);
    assert.throws(() => readConfig({ ...whole, CMTO_OIDC_SCOPE: 'profile' }), /openid/);
    assert.throws(() => readConfig({ ...whole, CMTO_OIDC_ACR_VALUES: ' ' }), /CMTO_OIDC_ACR_VALUES/);
  });
});

describe('readSecret', () => {
  const aFolder = (): string => mkdtempSync(join(tmpdir(), 'cmto-secret-'));

  it('makes one for its owner only, and keeps it', (test) => {
    const folder = aFolder();
    test.after(() => rmSync(folder, { recursive: true }));
    const first = readSecret(folder, undefined);
    assert.ok(first.equals(readSecret(folder, undefined)));
    assert.equal(first.symmetricKeySize, 32);
    assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600);
    assert.ok(!first.equals(readSecret(folder, 'x'.repeat(32))), 'CMTO_SECRET comes first');
  });

  it('does not go on with a damaged one: all receipts would be lost', (test) => {
    const folder = aFolder();
    test.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'secret'), 'abc\n');
    assert.throws(() => readSecret(folder, undefined), /damaged/);
  });
});
