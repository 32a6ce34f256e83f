import type { RequestStatus, RequestSubmission, SentMessage, Service } from '@cmto/contract';
import { requestStatusSchema } from '@cmto/contract/schemas';
import { aKey, aRequest } from '@cmto/testing/builders';
import { ServiceRepository } from '@cmto/server';
import type { TestServer } from './test-server.ts';

/** Imports and publishes services. */
export async function offer(server: TestServer, ...services: readonly Service[]): Promise<void> {
  const repository = new ServiceRepository(server.database.db);
  for (const service of services) {
    await repository.import(service);
    await repository.publish(service.slug);
  }
}

const post = (server: TestServer, path: string, key: string, body: object): Promise<Response> =>
  server.ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });

export const request = (
  server: TestServer,
  body: RequestSubmission | object = aRequest(),
  { key = aKey(), slug = 'assistenza' } = {},
): Promise<Response> => post(server, `/services/${slug}/requests`, key, body);

export const write = (
  server: TestServer,
  code: string,
  sent: Partial<SentMessage> | object,
  key = aKey(),
): Promise<Response> => post(server, `/receipts/${code}/messages`, key, { language: 'it', ...sent });

/** Sends a request that must be taken; gives its receipt. */
export async function sent(server: TestServer, body = aRequest(), key = aKey()) {
  const answer = await request(server, body, { key });
  const receipt = (await answer.json()) as { id: string; receiptCode: string; register?: { number: string } };
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(receipt)}`);
  return receipt;
}

/** What the receipt tells, as the contract says it must look. */
export async function statusOf(server: TestServer, code: string): Promise<RequestStatus> {
  const answer = await server.ask(`/receipts/${code}`);
  return requestStatusSchema.parse(await answer.json());
}

/** The letters ordered about a request, in their order. */
export const letters = (server: TestServer, key: string) =>
  server.database.db
    .selectFrom('mail_queue')
    .select(['template', 'data', 'office', 'language'])
    .where('key', '=', key)
    .orderBy('created_at')
    .orderBy('template')
    .execute();

/** The six digits in the last letter with a code. */
export async function codeIn(server: TestServer, key: string): Promise<string> {
  const all = (await letters(server, key)).filter(({ template }) => template === 'code');
  return (JSON.parse(all.at(-1)!.data) as { code: string }).code;
}

export const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;
