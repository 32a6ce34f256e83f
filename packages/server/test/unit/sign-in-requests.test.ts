import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey, aRequest } from '@cmto/testing/builders';
import { eraseRequestRows } from '../../src/requests/request-erasure.ts';
import { IdentityOffice } from '../support/identity-office.ts';
import { readPdf } from '../support/read-pdf.ts';
import { request, statusOf } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { aSignInServer, problemOf, SignInPage } from '../support/sign-in.ts';
import { asFetch } from '../support/test-server.ts';

const day = 24 * 3_600_000;
const slug = 'istanza';
/** Somebody who writes another name than the one they sign in with. */
const written = { nome: 'Luca', cognome: 'Verdi', cf: 'VRDLCU75M10L219U' };

describe('a formal request', () => {
  it('is from the person who signed in, whatever is written in it', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proof } = await new SignInPage(server).prove(office);
    const key = aKey();
    const answer = await request(server, aRequest(written, { identity: proof }), { key, slug });
    assert.equal(answer.status, 201, await answer.clone().text());
    const { receiptCode } = (await answer.json()) as { receiptCode: string };
    assert.equal((await statusOf(server, receiptCode)).isFormal, true);
    const { db } = server.database;
    const { applicant } = await db.selectFrom('requests').select('applicant').executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(applicant), { kind: 'person', name: 'Ada Rossi', taxCode: 'RSSDAA80A41L219A' });
    const { content } = await db.selectFrom('request_documents').select('content').executeTakeFirstOrThrow();
    const { signedIn } = JSON.parse(content) as { signedIn: object };
    assert.deepEqual(signedIn, { givenName: 'Ada', familyName: 'Rossi', taxCode: 'RSSDAA80A41L219A' });
    const { rows } = await db
      .selectFrom('responses')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('content', 'like', `%${proof}%`)
      .executeTakeFirstOrThrow();
    assert.equal(Number(rows), 0, 'the proof is not stored with it');
  });

  it('is refused without a proof, with one for another service, another request’s, or one that is over', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const prove = () => new SignInPage(server).prove(office);
    const refused = async (identity: string | undefined, why: string) =>
      assert.equal(
        await problemOf(await request(server, aRequest({}, identity === undefined ? {} : { identity }), { slug })),
        '403 identity.required',
        why,
      );
    await refused(undefined, 'none');
    await refused('A'.repeat(43), 'never given');
    const other = await new SignInPage(server).prove(office, { service: 'altra-istanza' });
    await refused(other.proof, 'another service');
    const { proof } = await prove();
    assert.equal((await request(server, aRequest({}, { identity: proof }), { slug })).status, 201);
    await refused(proof, 'another request has it');
    const late = await prove();
    server.now += 7 * day;
    await refused(late.proof, 'over');
    assert.equal(await server.count(), 1);
  });

  it('shows who signed in: on the receipt’s page, in the PDF, and to the office', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proof } = await new SignInPage(server).prove(office);
    const answer = await request(server, aRequest(written, { identity: proof }), { slug });
    const { receiptCode, id } = (await answer.json()) as { receiptCode: string; id: string };
    const ask = asFetch(server.app);
    const page = await (await ask(`/r/${receiptCode}`)).text();
    assert.ok(page.includes('Ada Rossi, codice fiscale RSSDAA80A41L219A, con SPID o CIE'), page);
    const { text } = await readPdf(Buffer.from(await (await ask(`/r/${receiptCode}/pdf`)).arrayBuffer()));
    assert.match(text, /Identificazione\nAda Rossi, codice fiscale RSSDAA80A41L219A, con SPID o CIE/);
    assert.match(
      (await run(server, 'request', 'show', id)).said,
      /^signed in: Ada Rossi, RSSDAA80A41L219A, with SPID or CIE$/m,
    );
  });

  it('gets its receipt again for ever, also when the proof is long over', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proof } = await new SignInPage(server).prove(office);
    const [key, body] = [aKey(), aRequest({}, { identity: proof })];
    const first = await (await request(server, body, { key, slug })).json();
    server.now += 30 * day;
    await server.app.services.signIn.store.prune(server.now);
    const again = await request(server, body, { key, slug });
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), first);
  });

  it('may be mended and sent again with the same proof when something in it was wrong', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proof } = await new SignInPage(server).prove(office);
    const key = aKey();
    const wrong = await request(server, aRequest({ email: 'nessuno' }, { identity: proof }), { key, slug });
    assert.equal(wrong.status, 422);
    assert.equal((await request(server, aRequest({}, { identity: proof }), { key, slug })).status, 201);
  });

  it('takes who signed in with it when it is erased', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proof } = await new SignInPage(server).prove(office);
    const key = aKey();
    await request(server, aRequest({}, { identity: proof }), { key, slug });
    const { db } = server.database;
    assert.equal((await db.selectFrom('sign_ins').selectAll().execute()).length, 1);
    await db.transaction().execute((transaction) => eraseRequestRows(transaction, key));
    assert.deepEqual(await db.selectFrom('sign_ins').selectAll().execute(), []);
  });
});

describe('a request to a service that asks for no identity', () => {
  it('is not made formal by a proof', async (test) => {
    const office = await IdentityOffice.open(test);
    const server = await aSignInServer(test, office);
    const { proof } = await new SignInPage(server).prove(office);
    const answer = await request(server, aRequest(written, { identity: proof }), { slug: 'segnalazione' });
    const { receiptCode } = (await answer.json()) as { receiptCode: string };
    assert.equal((await statusOf(server, receiptCode)).isFormal, false);
    const { applicant } = await server.database.db.selectFrom('requests').select('applicant').executeTakeFirstOrThrow();
    assert.equal((JSON.parse(applicant) as { name: string }).name, 'Luca Verdi');
  });
});
