import type { KeyObject } from 'node:crypto';
import type { Attachment } from '@cmto/contract';
import { ProblemError } from '../http/problem-error.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import { newEmailCode, tryEmailCode, type EmailCode } from '../sign-in/email-code.ts';
import type { Registrar } from './registrar.ts';
import { addEvent, changeRequest } from './request-row.ts';
import { requireState, type Taken, type Taking } from './taking.ts';

interface Desk {
  readonly secret: KeyObject;
  readonly registrar: Registrar;
  readonly mail: MailQueue;
}

/** The code comes back: the address is the applicant's, and the request is registered now. A wrong one costs a try. */
export async function confirm({ secret, registrar }: Desk, taking: Taking): Promise<Taken> {
  const { transaction, request, row, sent, at, days } = taking;
  requireState(request, 'confirm');
  const stored = storedCode(request.confirmation);
  const tried = stored && tryEmailCode(secret, request.id, stored, sent.code!, at);
  if (!tried || tried.result === 'over') throw new ProblemError('message.code-expired');
  if (tried.result === 'wrong') {
    await changeRequest(transaction, request.id, { confirmation: JSON.stringify(tried.stored) });
    return new ProblemError('message.code-wrong');
  }
  await addEvent(transaction, request.id, { at, event: 'confirmed' });
  const attachments = JSON.parse(row.attachments) as Attachment[];
  await registrar.registerRequest(transaction, request, {
    at,
    days,
    language: row.language ?? sent.language,
    attachments,
  });
  return { register: null };
}

/** Another code, to the address that the request names: never to another one. */
export async function resendCode(
  { secret, mail }: Desk,
  { transaction, request, row, sent, at }: Taking,
): Promise<Taken> {
  requireState(request, 'confirm');
  const next = newEmailCode(secret, request.id, at, storedCode(request.confirmation));
  if (!next) throw new ProblemError('request.rate-limited', { headers: { 'Retry-After': '60' } });
  await changeRequest(transaction, request.id, { confirmation: JSON.stringify(next.stored) });
  const language = row.language ?? sent.language;
  await mail.enqueue(transaction, { key: request.id, template: 'code', language, data: { code: next.code } });
  return { register: null };
}

const storedCode = (json: string | null): EmailCode | undefined =>
  json === null ? undefined : (JSON.parse(json) as EmailCode);
