import { randomUUID } from 'node:crypto';
import type { Receipt, Submission } from '@cmto/contract';
import { isReceipt } from '@cmto/contract/guards/receipt';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { responsesPath } from '../../../src/service/survey.ts';

/** What a home-made client is given. */
export interface Errand {
  readonly api: string;
  readonly id: string;
  readonly submission: Submission;
  readonly ledger: Ledger;
  /** Ends the request under way when nothing more can come. */
  readonly patience: () => AbortSignal;
}

export type BrokenClient = (errand: Errand) => Promise<void>;

const post = (errand: Errand, key: string, redirect: RequestRedirect = 'error'): Promise<Response> =>
  fetch(errand.api + responsesPath, {
    method: 'POST',
    body: JSON.stringify(errand.submission),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    signal: errand.patience(),
    redirect,
  });

const receiptIn = async (answer: Response): Promise<Receipt | undefined> => {
  const body: unknown = await answer.json().catch(() => undefined);
  return isReceipt(body) ? body : undefined;
};

/** Tries until `attempt` is content. */
const untilDone = async (attempt: () => Promise<boolean>): Promise<void> => {
  while (!(await attempt().catch(() => false)));
};

/** Takes the answer out of its box before sending it, as a ready-made background queue does. */
export const removesBeforeSending: BrokenClient = async (errand) => {
  const answer = await post(errand, errand.id).catch(() => undefined);
  const receipt = answer?.ok ? await receiptIn(answer) : undefined;
  if (receipt?.id === errand.id) errand.ledger.acknowledge(errand.id, receipt);
};

/** Mints a key for each try. */
export const newKeyPerTry: BrokenClient = (errand) =>
  untilDone(async () => {
    const key = randomUUID();
    const receipt = await receiptIn(await post(errand, key));
    if (receipt?.id !== key) return false;
    errand.ledger.acknowledge(errand.id, { ...receipt, id: errand.id });
    return true;
  });

/** Any 2xx is success. */
export const trustsOk: BrokenClient = (errand) =>
  untilDone(async () => {
    const answer = await post(errand, errand.id);
    if (answer.ok) errand.ledger.acknowledge(errand.id, await receiptIn(answer));
    return answer.ok;
  });

/** Any answer at all is success: the promise was kept, was it not? */
export const trustsAnyAnswer: BrokenClient = (errand) =>
  untilDone(async () => {
    const answer = await post(errand, errand.id);
    errand.ledger.acknowledge(errand.id, await receiptIn(answer));
    return true;
  });

/** Any receipt is success, whosever it is. */
export const trustsAnyReceipt: BrokenClient = (errand) =>
  untilDone(async () => {
    const receipt = await receiptIn(await post(errand, errand.id));
    if (receipt) errand.ledger.acknowledge(errand.id, receipt);
    return receipt !== undefined;
  });

/** Follows redirects and trusts what is there. */
export const followsRedirects: BrokenClient = (errand) =>
  untilDone(async () => {
    const answer = await post(errand, errand.id, 'follow');
    if (answer.ok) errand.ledger.acknowledge(errand.id, await receiptIn(answer));
    return answer.ok;
  });
