import type { KeyObject } from 'node:crypto';
import { type Answers, quoteAnswers, type RequestSubmission, type Service } from '@cmto/contract';
import type { RequestRow, ResponseRow } from '../database/schema.ts';
import { writeTogether } from '../database/write-together.ts';
import { documentInsert } from '../documents/document-store.ts';
import { describeAnswers } from '../documents/describe-answers.ts';
import { it } from '../documents/locales/it.ts';
import { requestDocument, seal } from '../documents/request-document.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Door } from '../intake/intake.ts';
import type { NotStored, ResponseStore } from '../intake/response-store.ts';
import { readRequestSubmission } from '../intake/submission-body.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import { newEmailCode } from '../sign-in/email-code.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { toInstant } from '../surveys/definition.ts';
import type { Published } from '../surveys/published-survey.ts';
import { addressOf, correspondentOf, shorten } from './model/applicant.ts';
import type { Registrar } from './registrar.ts';
import type { RequestDesk } from './request-desk.ts';
import type { RequestWriter } from './request-writer.ts';
import { eventInsert } from './request-row.ts';
import type { IdentityProofs, ProvenIdentity } from './seams.ts';

export interface RequestDoorOptions {
  readonly catalogue: Catalogue;
  readonly responses: ResponseStore;
  readonly registrar: Registrar;
  readonly writer: RequestWriter;
  readonly mail: MailQueue;
  readonly proofs: Pick<IdentityProofs, 'use'>;
  readonly desk: RequestDesk;
  readonly secret: KeyObject;
  readonly municipalityName: (code: string) => string;
}

/** Requests to services: each is stored, registered and answered for in one transaction. */
export function requestDoor(options: RequestDoorOptions): Door<RequestSubmission, Service> {
  const { catalogue, proofs, desk } = options;
  const proven = new WeakMap<RequestSubmission, ProvenIdentity>();
  return {
    kind: 'request',
    unknown: 'service.not-found',
    find: (slug) => catalogue.service(slug),
    read: readRequestSubmission,
    require: async (key, submission, { slug, current }) => {
      if (current.definition.identity !== 'eid') return;
      const { identity: proof } = submission;
      const identity = proof === undefined ? undefined : await proofs.use({ proof, slug, key });
      if (!identity) throw new ProblemError('identity.required');
      proven.set(submission, identity);
    },
    store: (row, submission, published) =>
      storeRequest(options, arrivalOf(options, row, submission, published, proven.get(submission))),
    receipt: (row, code) => desk.receipt(row, code),
  };
}

/** A request before it is stored. */
interface Arrival {
  readonly row: ResponseRow;
  readonly service: Service;
  readonly submission: RequestSubmission;
  readonly request: RequestRow;
  readonly document: ReturnType<typeof seal>;
  readonly address: string | undefined;
}

function arrivalOf(
  { municipalityName }: RequestDoorOptions,
  row: ResponseRow,
  submission: RequestSubmission,
  { versions }: Published<Service>,
  proven: ProvenIdentity | undefined,
): Arrival {
  const service = versions.get(row.form_version)!.definition;
  const { slug, department, identity, form, languages, title } = service;
  const { answers } = JSON.parse(row.content) as { answers: Answers };
  const { attachments = [], language } = submission;
  const asked = { form, answers, attachments, languages, municipalityName };
  const words = wordsOf(asked);
  const subject = shorten(quoteAnswers(service.subject, words));
  const document = seal(
    requestDocument({
      ...asked,
      id: row.id,
      department,
      slug,
      formVersion: row.form_version,
      title: typeof title === 'string' ? title : (title['it'] ?? Object.values(title)[0]!),
      subject,
      language,
      identity,
      ...(proven ? { signedIn: proven } : {}),
      isFormal: identity === 'eid',
      receivedAt: toInstant(row.received_at),
      contentHash: row.content_hash,
    }),
  );
  const request: RequestRow = {
    id: row.id,
    slug,
    department,
    state: identity === 'email' ? 'unconfirmed' : 'received',
    identity,
    formal: identity === 'eid' ? 1 : 0,
    applicant: JSON.stringify(correspondentOf(service, answers, words, proven)),
    subject,
    document: document.sha256,
    register_code: null,
    register_year: null,
    register_number: null,
    annulled: 0,
    official: null,
    registered_at: null,
    deadline: null,
    suspended_at: null,
    was_suspended: 0,
    escalated: 0,
    asked: null,
    outcome: null,
    confirmation: null,
  };
  return { row, service, submission, request, document, address: addressOf(service, answers) };
}

/** Answers in Italian words, by field: for what the register reads. */
function wordsOf(asked: Omit<Parameters<typeof describeAnswers>[0], 'language' | 'yes' | 'no'>) {
  const pages = describeAnswers({ ...asked, language: 'it', yes: it['answer.yes'], no: it['answer.no'] });
  const words = new Map(pages.flatMap((page) => page.answers).map((answer) => [answer.field, answer.words]));
  return (field: string): string | undefined => words.get(field);
}

function storeRequest(options: RequestDoorOptions, arrival: Arrival): Promise<NotStored | undefined> {
  const { responses, mail, registrar, writer, secret } = options;
  const { row, request, document, address, submission, service } = arrival;
  const { id: key, received_at: at } = row;
  const { language } = submission;
  return writer.write(async (transaction) => {
    const notStored = await responses.storeOne(transaction, row);
    if (notStored) return notStored;
    const code = request.state === 'unconfirmed' ? newEmailCode(secret, key, at)! : undefined;
    await writeTogether(transaction, [
      transaction
        .insertInto('requests')
        .values({ ...request, confirmation: code ? JSON.stringify(code.stored) : null }),
      ...(address === undefined ? [] : [transaction.insertInto('request_contacts').values({ key, email: address })]),
      documentInsert(transaction, key, document),
      eventInsert(transaction, key, { at, event: 'received' }),
    ]);
    if (code) {
      await mail.enqueue(transaction, { key, template: 'code', language, data: { code: code.code } });
      return undefined;
    }
    const attachments = submission.attachments ?? [];
    await registrar.registerRequest(transaction, request, {
      at,
      days: service.procedure.days,
      language,
      attachments,
    });
    return undefined;
  });
}
