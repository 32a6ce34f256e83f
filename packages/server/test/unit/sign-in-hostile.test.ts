import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey } from '@cmto/testing/builders';
import { ada, IdentityOffice } from '../support/identity-office.ts';
import { aSignInServer, codeOf, page, problemOf, returnOf, SignInPage } from '../support/sign-in.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const token = 'A'.repeat(43);
const failed = { page, fragment: 'cmto-sign-in-failed=failed' };

describe('signing in, for somebody who means harm', () => {
  it('goes back only to pages that the service’s own department allows, whatever the request says of itself', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office, {
      environment: { CMTO_PUBLIC_URL: 'https://partecipa.example.it' },
    });
    const here = new SignInPage(server);
    const pages = [
      'https://evil.example/',
      'https://altri.example.it/pagina',
      'http://www.example.it/servizi',
      'https://www.example.it:8443/servizi',
      'https://www.example.it.evil.example/',
      'https://www.example.it@evil.example/',
      'https://ada:parola@www.example.it/',
      'http://localhost:8080/',
    ];
    for (const evil of pages) {
      const { origin: claimed, host } = new URL(evil);
      const asBrowser: Record<string, string> = { Origin: claimed, Host: host, 'Sec-Fetch-Site': 'same-origin' };
      for (const headers of [{ Host: host }, asBrowser])
        assert.equal(await problemOf(await here.start({ page: evil }, headers)), '403 origin.not-allowed', evil);
    }
    for (const odd of ['javascript:alert(1)', '//evil.example', 'https:\\\\evil.example', `${page}#cmto-sign-in=x`])
      assert.equal((await here.start({ page: odd })).status, 422, odd);
    const fromOther = await here.start({ page }, { Origin: 'https://altri.example.it' });
    assert.equal(await problemOf(fromOther), '403 origin.not-allowed', 'another department’s page');
    assert.equal((await here.start({ page: 'https://partecipa.example.it/w/service/istanza' }, {})).status, 201);
    assert.equal((await here.start({ page }, { Origin: 'null' })).status, 403);
  });

  it('takes no shape but its own', async (test) => {
    const server = await aSignInServer(test, await IdentityOffice.open(test));
    const here = new SignInPage(server);
    for (const changes of [{ identity: 'x' }, { challenge: 'corta' }, { service: '../x' }, { page: 1 }])
      assert.equal((await here.start(changes)).status, 422, JSON.stringify(changes));
    const polluted = await server.ask('/sign-in/proofs', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"code":"${token}","verifier":"${token}","__proto__":{"identity":"x"}}`,
    });
    assert.equal(polluted.status, 422);
  });

  it('lets a person back once, however often and however many at once they come', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const back = await office.visit(await here.begin());
    assert.equal((await here.back(back, { method: 'HEAD' })).status, 204, 'looking ahead uses nothing up');
    const answers = await Promise.all(Array.from({ length: 20 }, () => here.back(back)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [303, ...Array.from({ length: 19 }, () => 410)]);
    assert.equal(office.fetched, 1);
    assert.equal((await here.exchange(codeOf(answers.find(({ status }) => status === 303)!))).status, 201);
  });

  it('tells who has signed in to nobody but the page that began', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const [ours, theirs] = [new SignInPage(server), new SignInPage(server)];
    const code = await ours.signIn(office);
    const other = await theirs.signIn(office);
    const refusals = [
      await theirs.exchange(code),
      await ours.exchange(other),
      await ours.exchange(token),
      await ours.exchange(code, token),
    ];
    const bodies = await Promise.all(refusals.map((answer) => answer.text()));
    assert.deepEqual(new Set(refusals.map(({ status }) => status)), new Set([410]));
    assert.equal(new Set(bodies).size, 1, 'one answer, whether there is such a code or not');
    assert.equal((await ours.exchange(code)).status, 201, 'who guesses takes nothing away');
  });

  it('makes one proof of a code, however many ask at once', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const code = await here.signIn(office);
    const answers = await Promise.all(Array.from({ length: 10 }, () => here.exchange(code)));
    const proofs = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { proof: string }).proof));
    assert.equal(new Set(proofs).size, 1);
  });

  it('does not take one person’s word for another’s sign-in', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const [one, two] = [new SignInPage(server), new SignInPage(server)];
    const [first, other] = [await office.visit(await one.begin()), await office.visit(await two.begin())];
    const mixed = new URL(first);
    mixed.searchParams.set('code', other.searchParams.get('code')!);
    assert.deepEqual(returnOf(await one.back(mixed)), failed);
    const twice = new URL(other);
    twice.searchParams.append('state', first.searchParams.get('state')!);
    assert.equal((await two.back(twice)).status, 410);
    assert.equal((await one.back({ search: `?code=x&state=${token}` })).status, 410);
    assert.equal((await one.back({ search: '?error=access_denied' })).status, 410);
  });

  it('does not take the word of another provider', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    for (const issuer of ['https://evil.example', undefined]) {
      const back = await office.visit(await here.begin());
      if (issuer) back.searchParams.set('iss', issuer);
      else back.searchParams.delete('iss');
      assert.deepEqual(returnOf(await here.back(back)), failed, String(issuer));
    }
    assert.equal(office.fetched, 0);
  });

  it('does not take a word that was said before, or was changed on its way', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    let before: Record<string, unknown> = {};
    office.tamper = (answer) => (before = answer);
    await here.signIn(office);
    const changes: ((answer: Record<string, unknown>) => Record<string, unknown>)[] = [
      () => before,
      (answer) => ({ ...answer, id_token: withTaxCode(String(answer['id_token'])) }),
      (answer) => ({ ...answer, id_token: unsigned(String(answer['id_token'])) }),
      ({ id_token: _, ...answer }) => answer,
    ];
    for (const change of changes) {
      office.tamper = change;
      const back = await office.visit(await here.begin());
      assert.deepEqual(returnOf(await here.back(back)), failed, String(change));
    }
  });

  it('lets in nobody at a lower level, without a name, or without a tax code that holds', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const back = async () => returnOf(await here.back(await office.visit(await here.begin())));
    office.level = 'https://www.spid.gov.it/SpidL1';
    assert.deepEqual(await back(), failed, 'a password alone');
    office.level = 'https://www.spid.gov.it/SpidL3';
    const number = 'https://attributes.eid.gov.it/fiscal_number';
    for (const change of [
      { given_name: ' ' },
      { family_name: undefined },
      { [number]: undefined },
      { [number]: 'TINIT-RSSDAA80A41L219B' },
      { [number]: '12345678903' },
    ]) {
      office.person = { ...ada, ...change };
      assert.deepEqual(await back(), failed, JSON.stringify(change));
    }
    office.person = ada;
    assert.match((await back()).fragment, /^cmto-sign-in=/);
  });

  it('is over after a quarter of an hour at the provider', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const here = new SignInPage(server);
    const [early, late] = [await office.visit(await here.begin()), await office.visit(await here.begin())];
    server.now += 15 * minute - 1;
    assert.equal((await here.back(early)).status, 303);
    server.now += 1;
    assert.equal((await here.back(late)).status, 410);
  });
});

describe('a proof', () => {
  it('is good for one submission, which may come again, and for no other', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proofs } = server.app.services.signIn;
    const { proof } = await new SignInPage(server).prove(office);
    const keys = Array.from({ length: 10 }, () => aKey());
    const used = await Promise.all(keys.map((key) => proofs.use({ proof, slug: 'istanza', key })));
    const winners = keys.filter((_, at) => used[at]);
    assert.equal(winners.length, 1);
    const again = await proofs.use({ proof, slug: 'istanza', key: winners[0]! });
    assert.deepEqual(again, { givenName: 'Ada', familyName: 'Rossi', taxCode: 'RSSDAA80A41L219A' });
  });

  it('is good for the service it was made for, until seven days are over', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proofs } = server.app.services.signIn;
    const { proof } = await new SignInPage(server).prove(office);
    const key = aKey();
    for (const slug of ['altra-istanza', 'segnalazione', 'non-esiste'])
      assert.equal(await proofs.use({ proof, slug, key }), undefined, slug);
    for (const wrong of [token, '', '\0', proof.toLowerCase(), 'x'.repeat(10_000)])
      assert.equal(await proofs.use({ proof: wrong, slug: 'istanza', key }), undefined);
    server.now += 7 * day - 1;
    assert.ok(await proofs.use({ proof, slug: 'istanza', key }));
    server.now += 1;
    assert.equal(await proofs.use({ proof, slug: 'istanza', key }), undefined);
  });
});

/** A statement about somebody else, under the signature of the first. */
function withTaxCode(statement: string): string {
  const [head, body, signature] = statement.split('.');
  const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as Record<string, unknown>;
  const changed = { ...claims, 'https://attributes.eid.gov.it/fiscal_number': 'TINIT-VRDLCU75M10L219U' };
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** The same statement, signed by nobody. */
function unsigned(statement: string): string {
  const [, body] = statement.split('.');
  return [Buffer.from('{"alg":"none"}').toString('base64url'), body, ''].join('.');
}
