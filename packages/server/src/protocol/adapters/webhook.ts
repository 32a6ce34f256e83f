import type { KeyObject } from 'node:crypto';
import type { AdapterDescription, Consignment, CopyFor, RegisterAdapter } from '../adapter.ts';
import type { Network } from '../addresses.ts';
import type { DepartmentRegister } from '../department-registers.ts';
import { postPinned, type Answer } from '../pinned-request.ts';
import { toAnnulmentOutcome, toFound, toOutcome } from './webhook-answer.ts';
import { consignmentBody, plainBody } from './webhook-body.ts';
import { signatureHeaders, webhookKey } from './webhook-signature.ts';

export interface WebhookOptions {
  readonly secret: KeyObject;
  readonly named: readonly Network[];
  readonly now: () => number;
  readonly copyFor?: CopyFor | undefined;
  /** Milliseconds that a question may take; a document gets ten times as long. */
  readonly patience?: number;
}

/** A message without files. */
interface Message {
  readonly operation: string;
  readonly [name: string]: unknown;
}

const description: AdapterDescription = {
  name: 'webhook',
  version: '1',
  capabilities: { attachments: true, annul: true, outgoing: true, search: true, maxBytes: 100 * 1024 * 1024 },
};

/** A register that is reached over HTTP: a signed message per document, answered by its number, now or at a `lookup`. */
export function webhookAdapter({ secret, named, now, copyFor, patience = 30_000 }: WebhookOptions): RegisterAdapter {
  const post = async (
    { department, target }: DepartmentRegister,
    id: string,
    body: () => AsyncIterable<Buffer>,
    limit: number,
  ): Promise<Answer> => {
    if (target === undefined) throw Object.assign(new Error('The department has no address'), { code: 'no-target' });
    const key = webhookKey(secret, department, target);
    const headers = await signatureHeaders(key, { id, at: now(), body: body() });
    return postPinned({ url: target, headers, body: body(), patience: limit, named });
  };
  const ask = (register: DepartmentRegister, key: string, message: Message): Promise<Answer> =>
    post(register, `${message.operation}_${key}`, () => plainBody(message), patience);
  const sending = (operation: string) => async (consignment: Consignment) => {
    const { register, task } = consignment;
    // One id for all three ways: the same document is one document.
    const copy = await copyFor?.(consignment);
    const body = () => consignmentBody(operation, consignment, copy);
    return toOutcome(await post(register, `register_${task.key}`, body, 10 * patience));
  };
  return {
    describe: () => description,
    health: async (register) => {
      const problem = await ask(register, register.department, { operation: 'health' }).then(
        ({ status }) => (status === 200 ? undefined : `http-${status}`),
        (error: NodeJS.ErrnoException) => error.code ?? error.name,
      );
      return problem === undefined ? { state: 'up' } : { state: 'down', problem };
    },
    register: sending('register'),
    addAttachment: sending('add'),
    registerOutgoing: sending('register-outgoing'),
    annul: async (register, key, annulment) =>
      toAnnulmentOutcome(await ask(register, key, { operation: 'annul', key, ...annulment })),
    lookup: async (register, key) => toFound(await ask(register, key, { operation: 'lookup', key })),
    dailyRegister: () => Promise.resolve(undefined),
  };
}
