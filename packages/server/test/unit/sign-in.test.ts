import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey } from '@cmto/testing/builders';
import { createLogger } from '../../src/http/log.ts';
import { ada, IdentityOffice } from '../support/identity-office.ts';
import { aSignInServer, codeOf, origin, page, problemOf, returnOf, SignInPage } from '../support/sign-in.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('signing in', () => {
  it('brings the person back to the page, and tells that page alone who they are', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const address = new URL(await here.begin());
    const asked = Object.fromEntries(address.searchParams);
    assert.equal(address.origin, office.issuer);
    assert.deepEqual(
      [asked['response_type'], asked['code_challenge_method'], asked['prompt'], asked['scope']],
      ['code', 'S256', 'login', 'openid profile'],
    );
    assert.equal(asked['acr_values'], 'https://www.spid.gov.it/SpidL2 https://www.spid.gov.it/SpidL3');
    assert.ok([asked['state'], asked['nonce'], asked['code_challenge']].every((token) => token!.length >= 43));
    const back = await here.back(await office.visit(address.href));
    assert.equal(returnOf(back).page, page);
    assert.equal(back.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(back.headers.get('set-cookie'), null);
    const proven = await here.exchange(codeOf(back));
    assert.deepEqual(
      [proven.headers.get('cache-control'), proven.headers.get('access-control-allow-origin')],
      ['no-store', origin],
    );
    const { proof, expiresAt, ...person } = (await proven.json()) as Record<string, string>;
    assert.deepEqual(person, { givenName: 'Ada', familyName: 'Rossi', taxCode: 'RSSDAA80A41L219A' });
    assert.match(proof!, /^[\w-]{43}$/);
    assert.equal(Date.parse(expiresAt!), server.now + 7 * day);
  });

  it('tells the same once more to a page that did not hear it, for five minutes', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const code = await here.signIn(office);
    const first = await (await here.exchange(code)).json();
    server.now += 5 * minute - 1;
    assert.deepEqual(await (await here.exchange(code)).json(), first);
    server.now += 1;
    assert.equal(await problemOf(await here.exchange(code)), '410 identity.over');
    const late = await here.signIn(office);
    server.now += 5 * minute;
    assert.equal(await problemOf(await here.exchange(late)), '410 identity.over');
    assert.equal(await server.app.services.signIn.store.prune(server.now), 1, 'coming late makes nothing last longer');
  });

  it('works over servers that share a database: begun with one, back at another, proven at a third', async (test) => {
    const office = await IdentityOffice.open(test);
    const one = await aSignInServer(test, office);
    const two = await aSignInServer(test, office, { place: one });
    const three = await aSignInServer(test, office, { place: one });
    const here = new SignInPage(one);
    const back = await office.visit(await here.begin());
    const code = codeOf(await two.ask(`/sign-in/callback${back.search}`));
    const asked = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, verifier: here.verifier }),
    };
    const { proof } = (await (await three.ask('/sign-in/proofs', asked)).json()) as { proof: string };
    const use = { proof, slug: 'istanza', key: aKey() };
    assert.equal((await two.app.services.signIn.proofs.use(use))?.taxCode, 'RSSDAA80A41L219A');
  });

  it('asks the provider for the user’s information where its statement does not have it', async (test) => {
    const office = await IdentityOffice.open(test, { claimsParameter: false });
    const server = await aSignInServer(test, office, { environment: { CMTO_OIDC_SCOPE: 'openid profile tax' } });
    const { givenName, taxCode } = await new SignInPage(server).prove(office);
    assert.deepEqual([givenName, taxCode], ['Ada', 'RSSDAA80A41L219A']);
  });

  it('says so on the page when the person says no, and a sign-in that failed is over', async (test) => {
    const office = await IdentityOffice.open(test);
    office.person = undefined;
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const refused = await office.visit(await here.begin());
    assert.deepEqual(returnOf(await here.back(refused)), { page, fragment: 'cmto-sign-in-failed=denied' });
    assert.equal((await here.back(refused)).status, 410);
    assert.equal(office.fetched, 0, 'nothing was asked of the provider');
    assert.deepEqual(await server.database.db.selectFrom('sign_ins').selectAll().execute(), []);
  });

  it('says so when the provider is away, at the beginning and on the way back', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const back = await office.visit(await here.begin());
    await office.close();
    assert.deepEqual(returnOf(await here.back(back)), { page, fragment: 'cmto-sign-in-failed=unavailable' });
    const later = await aSignInServer(test, office);
    const answer = await new SignInPage(later).start();
    assert.deepEqual([answer.headers.get('retry-after'), await problemOf(answer)], ['60', '503 server.unavailable']);
    const rows = await later.database.db.selectFrom('sign_ins').selectAll().execute();
    assert.deepEqual(rows, [], 'nothing remains of what could not begin');
  });

  it('tells trouble that passes from trouble that stays', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const troubles = [
      [503, 'torno subito', 'unavailable'],
      [500, '{"error":"server_error"}', 'unavailable'],
      [200, '<h1>Manutenzione</h1>', 'failed'],
      [400, '{"error":"invalid_client"}', 'failed'],
    ] as const;
    for (const [status, body, reason] of troubles) {
      office.trouble = { status, body };
      const back = await here.back(await office.visit(await here.begin()));
      assert.equal(returnOf(back).fragment, `cmto-sign-in-failed=${reason}`, body);
    }
    office.trouble = undefined;
    assert.ok((await here.prove(office)).proof, 'and then it works again');
  });

  it('is offered only where the service asks for it and the server has a provider', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    assert.equal(await problemOf(await here.start({ service: 'segnalazione' })), '409 identity.not-offered');
    assert.equal(await problemOf(await here.start({ service: 'non-esiste' })), '404 service.not-found');
    const without = await aSignInServer(test, undefined);
    assert.equal(await problemOf(await new SignInPage(without).start()), '409 identity.not-offered');
    assert.equal((await without.ask('/sign-in/callback?state=x&code=y')).status, 410);
  });

  it('tells in the reader’s language that it is over, and keeps nothing of the address', async (test) => {
    const server = await aSignInServer(test, await IdentityOffice.open(test));
    for (const [language, words] of Object.entries({ it: /accedi di nuovo/, en: /sign in again/, fr: /à nouveau/ })) {
      const answer = await server.ask('/sign-in/callback?state=x', { headers: { 'Accept-Language': language } });
      assert.deepEqual([answer.status, answer.headers.get('content-language')], [410, language]);
      assert.match(await answer.text(), words);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
  });

  it('logs nothing of the person, the page or the tokens', async (test) => {
    const lines: string[] = [];
    const logger = createLogger('debug', { write: (line) => void lines.push(line) });
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office, { logger });
    const here = new SignInPage(server);
    const back = await office.visit(await here.begin());
    const code = codeOf(await here.back(back));
    const { proof } = (await (await here.exchange(code)).json()) as { proof: string };
    office.tamper = (answer) => ({ ...answer, id_token: 'ada.rossi.rssdaa' });
    await here.back(await office.visit(await here.begin()));
    const all = lines.join('');
    assert.match(all, /"route":"\/api\/v1\/sign-in\/callback","status":303/);
    assert.match(all, /"level":40/, 'the office hears of the failure');
    const secrets = [code, proof, here.verifier, back.searchParams.get('state')!, back.searchParams.get('code')!];
    for (const trace of [...secrets, 'RSSDAA', 'Rossi', 'rossi', 'example.it'])
      assert.ok(!all.includes(trace), `${trace} in ${all}`);
  });

  it('forgets names and tax codes when they are over', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { store } = server.app.services.signIn;
    await new SignInPage(server).prove(office);
    await new SignInPage(server).signIn(office);
    await new SignInPage(server).begin();
    assert.equal(await store.prune(server.now + 5 * minute), 1, 'the code nobody came for');
    assert.equal(await store.prune(server.now + 15 * minute), 1, 'the person who did not come back');
    assert.equal(await store.prune(server.now + 7 * day - 1), 0);
    assert.equal(await store.prune(server.now + 7 * day), 1, 'the proof');
  });

  it('keeps no token in the clear', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const back = await office.visit(await here.begin());
    const code = codeOf(await here.back(back));
    const { proof } = (await (await here.exchange(code)).json()) as { proof: string };
    const rows = JSON.stringify(await server.database.db.selectFrom('sign_ins').selectAll().execute());
    for (const token of [code, proof, here.verifier, back.searchParams.get('state')!]) assert.ok(!rows.includes(token));
    assert.ok(rows.includes(String(ada['given_name'])));
  });
});
