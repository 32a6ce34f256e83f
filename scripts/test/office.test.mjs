import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openOffice } from '../lib/office.mjs';
import { root } from '../lib/paths.mjs';

const origin = 'http://127.0.0.1:4300';

/** What this machine has, without what would make it one for people. */
const { DATABASE_URL: _database, NODE_ENV: _mode, ...trial } = process.env;

const ofProduction = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://cmto@db.example.org/cmto',
  CMTO_PUBLIC_URL: 'https://partecipa.example.org',
  CMTO_DEMO_DIR: '/srv/pages',
  CMTO_OIDC_ISSUER: 'https://accesso.example.org',
  CMTO_SMTP_URL: 'smtp://mail.example.org',
  CMTO_PEC_URL: 'smtps://pec.example.org',
};

describe('the office of the trial', () => {
  for (const [name, value] of Object.entries(ofProduction)) {
    it(`refuses to open where ${name} is that of a server for people`, async () => {
      const environment = { ...trial, [name]: value };
      assert.equal(await openOffice(origin, environment), undefined);
    });
  }

  it('says why it refuses, ends with a fault and prints no setting', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'demo/office/main.ts'), origin], {
      env: { ...trial, DATABASE_URL: ofProduction.DATABASE_URL },
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^The demonstration identity is for the trial on one machine only/);
  });

  it('opens on this machine alone, on ports that are free, and is gone once it is closed', async () => {
    const [office, another] = await Promise.all([openOffice(origin, trial), openOffice(origin, trial)]);
    const { settings, mailbox } = office;
    assert.equal(new URL(mailbox).hostname, '127.0.0.1');
    assert.equal(new URL(settings.CMTO_OIDC_ISSUER).origin, new URL(mailbox).origin);
    assert.equal(new URL(settings.CMTO_SMTP_URL).hostname, '127.0.0.1');
    assert.notEqual(mailbox, another.mailbox);
    assert.match(await (await fetch(mailbox)).text(), /Ancora nessuna lettera/);
    await Promise.all([office.close(), another.close()]);
    await assert.rejects(fetch(mailbox));
  });
});
