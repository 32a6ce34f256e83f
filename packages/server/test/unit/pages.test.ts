import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Receipt } from '@cmto/contract';
import { aSubmission, aSurvey } from '@cmto/testing/builders';
import { asFetch, aServer } from '../support/test-server.ts';

function aFolder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'cmto-files-'));
  after(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const kit = aFolder({
  'cmto.js': 'entry',
  'cmto.js.br': 'entry in brotli',
  'chunks/form-AbCd1234.js': 'chunk',
  'chunks/form-AbCd1234.js.gz': 'chunk in gzip',
});
const demo = aFolder({
  'index.html': '<!doctype html><title>Demo</title>',
  'questionario/index.html': '<!doctype html>',
});
const environment = { CMTO_KIT_DIR: kit, CMTO_DEMO_DIR: demo };

describe('the kit’s files', () => {
  it('are for pages of every origin; hashed ones for ever, the entry asked for each time', async (test) => {
    const get = asFetch((await aServer(test, { environment })).app);
    const entry = await get('/kit/v1/cmto.js', { headers: { Origin: 'https://www.example.it' } });
    assert.equal(await entry.text(), 'entry');
    assert.equal(entry.headers.get('access-control-allow-origin'), '*');
    assert.equal(entry.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(entry.headers.get('cache-control'), 'no-cache');
    assert.match(entry.headers.get('content-type')!, /javascript/);
    const again = await get('/kit/v1/cmto.js', { headers: { 'If-None-Match': entry.headers.get('etag')! } });
    assert.equal(again.status, 304);
    const chunk = await get('/kit/v1/chunks/form-AbCd1234.js');
    assert.match(chunk.headers.get('cache-control')!, /immutable/);
  });

  it('come compressed where they were built so', async (test) => {
    const get = asFetch((await aServer(test, { environment })).app);
    const entry = await get('/kit/v1/cmto.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
    assert.deepEqual([entry.headers.get('content-encoding'), await entry.text()], ['br', 'entry in brotli']);
    const chunk = await get('/kit/v1/chunks/form-AbCd1234.js', { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(chunk.headers.get('content-encoding'), 'gzip');
    assert.match(chunk.headers.get('cache-control')!, /immutable/);
    assert.match(chunk.headers.get('vary') ?? '', /accept-encoding/i);
  });

  it('do not let anyone out of their folder', async (test) => {
    const get = asFetch((await aServer(test, { environment })).app);
    for (const path of [
      '/kit/v1/../secret',
      '/kit/v1/%2e%2e/secret',
      '/kit/v1/..%2fsecret',
      '/kit/v1/nothing.js',
      '/kit/v1/chunks/',
    ]) {
      const answer = await get(path);
      assert.ok(answer.status === 404 || answer.status === 403, `${path}: ${answer.status}`);
      assert.match(answer.headers.get('content-type')!, /problem\+json/, path);
    }
  });
});

describe('the demo site', () => {
  it('is served at the top, under a strict policy', async (test) => {
    const get = asFetch((await aServer(test, { environment })).app);
    const page = await get('/');
    assert.match(page.headers.get('content-type')!, /text\/html/);
    const policy = page.headers.get('content-security-policy')!;
    for (const part of [
      "script-src 'self';",
      "style-src 'self';",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html 'allow-duplicates'",
    ]) {
      assert.ok(policy.includes(part), part);
    }
    assert.ok(!/unsafe/.test(policy));
    assert.equal((await get('/questionario/')).status, 200);
    assert.equal((await get('/nulla')).status, 404);
  });
});

describe('the receipt’s page', () => {
  it('shows a receipt in the language asked for, to be kept by nobody', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ title: { it: 'Piano <b>strategico</b>', en: 'Plan' } }));
    const { receiptCode } = (await (await server.post(aSubmission())).json()) as Receipt;
    const get = asFetch(server.app);
    const page = await get(`/r/${receiptCode}`);
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.match(html, /<html lang="it">/);
    assert.ok(html.includes('Piano &lt;b&gt;strategico'), 'text stays text');
    assert.match(html, /venerdì 20 novembre 2026/);
    assert.ok(!/\d\d:\d\d/.test(html.replace(/datetime="[^"]*"/, '')), 'no hour of an anonymous answer');
    assert.deepEqual(
      ['cache-control', 'referrer-policy', 'x-content-type-options'].map((name) => page.headers.get(name)),
      ['no-store', 'no-referrer', 'nosniff'],
    );
    assert.match(page.headers.get('x-robots-tag')!, /noindex/);
    assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/);
    assert.ok(!/<script|style=|<style/.test(html));
    for (const [ask, lang] of [
      [`/r/${receiptCode}?lang=fr`, 'fr'],
      [`/r/${receiptCode}?lang=xx`, 'it'],
    ] as const) {
      assert.match(await (await get(ask)).text(), new RegExp(`<html lang="${lang}">`));
    }
    const accepted = await get(`/r/${receiptCode}`, { headers: { 'Accept-Language': 'de, en-GB;q=0.8, it;q=0.5' } });
    assert.match(await accepted.text(), /<html lang="en">[^]*Plan/);
    const typed = `${receiptCode.slice(0, 5)}-${receiptCode.slice(5).toLowerCase()}`;
    assert.equal((await get(`/r/${typed}`)).status, 200, 'as typed from paper');
  });

  it('helps whoever has a wrong code', async (test) => {
    const get = asFetch((await aServer(test)).app);
    const page = await get('/r/SBAGLIATO');
    assert.equal(page.status, 404);
    assert.match(await page.text(), /Non c’è nessuna ricevuta/);
    assert.equal((await get('/hosted/hosted.css')).status, 200);
  });
});
