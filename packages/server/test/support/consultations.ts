import type { Consultation } from '@cmto/contract';
import { ConsultationRepository } from '@cmto/server';
import type { TestServer } from './test-server.ts';

/** Imports and publishes consultations. */
export async function consult(server: TestServer, ...consultations: readonly Consultation[]): Promise<void> {
  const repository = new ConsultationRepository(server.database.db);
  for (const consultation of consultations) {
    await repository.import(consultation);
    await repository.publish(consultation.slug);
  }
}
