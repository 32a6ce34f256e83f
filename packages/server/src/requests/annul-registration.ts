import type { ReceiptRegistration } from '@cmto/contract';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { AnnulmentQueue } from '../protocol/annulment-queue.ts';
import type { Registration } from '../register/entry.ts';
import { RegisterError } from '../register/register-error.ts';
import type { Entered, Register } from '../register/register.ts';
import { readMessage } from './message-row.ts';
import { addEvent, lockRequest } from './request-row.ts';

/**
 * Annuls any registration, and has the official register told. Throws a `RegisterError` for a request's own, which the
 * procedure annuls: it ends with it.
 */
export async function annulRegistration(
  transaction: Transaction<Schema>,
  { register, annulments }: { readonly register: Register; readonly annulments: Pick<AnnulmentQueue, 'order'> },
  entered: Entered,
): Promise<Registration> {
  const task = await transaction
    .selectFrom('protocol_tasks')
    .select(['key', 'request'])
    .where('year', '=', entered.year)
    .where('number', '=', String(entered.number).padStart(7, '0'))
    .executeTakeFirst();
  if (task) {
    const request = await lockRequest(transaction, task.request);
    if (request && task.key === task.request)
      throw new RegisterError('It is the registration of a request, which "request annul" closes, too');
    const shown = await showAnnulled(transaction, task.key);
    if (request && shown) {
      const { at, reason, operator } = entered;
      await addEvent(transaction, request.id, { at, event: 'annulled', note: reason, register: shown, operator });
    }
    await annulments.order(transaction, task.key, entered);
  }
  return register.annul(transaction, entered);
}

async function showAnnulled(transaction: Transaction<Schema>, key: string): Promise<ReceiptRegistration | undefined> {
  const message = await readMessage(transaction, key);
  if (!message?.register) return undefined;
  const register = { ...(JSON.parse(message.register) as ReceiptRegistration), status: 'annulled' } as const;
  await transaction
    .updateTable('request_messages')
    .set({ register: JSON.stringify(register) })
    .where('id', '=', key)
    .execute();
  return register;
}
