import type { Consultation, ContributionStatus, Submission } from '@cmto/contract';
import { contributionStatusSchema } from '@cmto/contract/schemas';
import { ConsultationRepository } from '@cmto/server';
import { aConsultation, aContribution, aKey } from '@cmto/testing/builders';
import type { ContributionRow } from '../../src/database/contribution-rows.ts';
import type { TestServer } from './test-server.ts';

/** Imports and publishes consultations. */
export async function consult(server: TestServer, ...consultations: readonly Consultation[]): Promise<void> {
  const repository = new ConsultationRepository(server.database.db);
  for (const consultation of consultations) {
    await repository.import(consultation);
    await repository.publish(consultation.slug);
  }
}

/** A search for ideas, published as they come. */
export const anIdeasConsultation = (parts: Partial<Consultation> = {}): Consultation => {
  const { document: _, ...rest } = aConsultation();
  return { ...rest, slug: 'idee', kind: 'ideas', moderation: { ...rest.moderation, when: 'after' }, ...parts };
};

export const contribute = (
  server: TestServer,
  body: Submission | object = aContribution(),
  { key = aKey(), slug = 'bozza-di-piano' } = {},
): Promise<Response> =>
  server.ask(`/consultations/${slug}/contributions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });

/** Sends a contribution that must be taken; gives its receipt. */
export async function contributed(
  server: TestServer,
  body: Submission | object = aContribution(),
  sent: { key?: string; slug?: string } = {},
) {
  const answer = await contribute(server, body, sent);
  const receipt = (await answer.json()) as { id: string; receiptCode: string; receivedAt: string; register?: object };
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(receipt)}`);
  return receipt;
}

/** The row of a contribution. */
export const contributionOf = (server: TestServer, id: string): Promise<ContributionRow> =>
  server.database.db.selectFrom('contributions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** What the receipt tells, as the contract says it must look. */
export async function statusOf(server: TestServer, code: string): Promise<ContributionStatus> {
  const answer = await server.ask(`/receipts/${code}`);
  return contributionStatusSchema.parse(await answer.json());
}
