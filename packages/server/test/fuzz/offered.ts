import type { Survey } from '@cmto/contract';
import { suiteConsultations, suiteServices, suiteVersions } from '@cmto/testing/api-suite';
import { aField, aRequest, aSubmission, aSurvey, anIdea, oneFieldOfEachType } from '@cmto/testing/builders';
import { SignInStore } from '../../src/sign-in/sign-in-store.ts';
import { consult } from '../support/consultations.ts';
import { fileOf, putPart } from '../support/files.ts';
import { offer } from '../support/requests.ts';
import type { TestServer } from '../support/test-server.ts';
import { sentFiles } from './files.ts';
import { fileKeys, ideaKeys, requestKeys, signIns, states, thereBefore } from './known.ts';

/** A page of the department, on an origin that every department here allows. */
export const page = 'http://localhost:1/servizi/assistenza';

/** The suite's surveys, one that keeps language, page and times too, and one whose results are public. */
export const surveys: readonly Survey[] = [
  ...suiteVersions(Date.now()).map(({ survey }) => survey),
  aSurvey({ slug: 'verifica-riservata', attribution: 'confidential', fields: oneFieldOfEachType() }),
  aSurvey({
    slug: 'verifica-risultati',
    fields: [aField('choice')],
    results: { threshold: 5, publish: 'always' },
  }),
];
export const services = suiteServices;
export const consultations = suiteConsultations;

/** Publishes all there is to be asked for, and has people send and sign in, so that there is something to meet. */
export async function prepare(server: TestServer): Promise<void> {
  await server.publish(...surveys);
  await offer(server, ...services);
  await consult(server, ...consultations);
  // Side by side: what comes together is stored in one commit.
  await Promise.all(
    Array.from({ length: thereBefore }, async (_, at) => {
      await must(server, '/services/verifica-richieste/requests', requestKeys[at]!, aRequest());
      await must(server, '/consultations/verifica-idee/contributions', ideaKeys[at]!, anIdea({ testo: `Idea ${at}.` }));
      await mustTake(await putPart(server, fileOf(sentFiles[0]!.bytes, fileKeys[at]!)));
    }),
  );
  const choices = Array.from({ length: 10 }, () => aSubmission({ choice: 'a' }));
  await Promise.all(choices.map(async (one) => mustTake(await server.post(one, { slug: 'verifica-risultati' }))));
  await signIn(server);
}

/** Some have come back from the provider, others are there now. Their codes hold longer than any run takes. */
async function signIn({ database: { db } }: TestServer): Promise<void> {
  const longer = Date.now() + 365 * 86_400_000;
  const begun = { nonce: 'nonce', verifier: 'verifier', service: 'verifica-identita', page, expiresAt: longer };
  const identity = { givenName: 'Ada', familyName: 'Rossi', taxCode: 'RSSDAA80A41L219A' };
  await db.transaction().execute(async (transaction) => {
    const store = new SignInStore(transaction);
    for (const { code, challenge } of signIns) {
      await store.begin({ ...begun, state: `of ${code}`, challenge });
      await store.back(`of ${code}`, { code, identity, codeUntil: longer });
    }
    for (const state of states) await store.begin({ ...begun, state, challenge: signIns[0]!.challenge });
  });
}

const must = async (server: TestServer, path: string, key: string, body: object): Promise<void> =>
  mustTake(
    await server.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    }),
  );

async function mustTake(answer: Response): Promise<void> {
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
}
