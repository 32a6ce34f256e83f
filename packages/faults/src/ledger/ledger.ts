import type { Receipt, Submission } from '@cmto/contract';
import { canonicalJson } from '@cmto/contract/rules/canonical-json';
import type { Asked } from '../service/asked.ts';
import { contentOf, sha256 } from './content.ts';
import type { Told } from './judge-register.ts';

/** Of a receipt only this is kept: a million of them would fill the memory. */
const markOf = (receipt: unknown): string => sha256(canonicalJson(receipt));

const readReceipt = (body: string): string | undefined => {
  try {
    return markOf(JSON.parse(body));
  } catch {
    // Counted as the server's failure where it is asked for.
    return undefined;
  }
};

/** What a server answered to a submission. */
export interface ServerAnswer {
  readonly status: number;
  readonly body: string;
  /** Its `Retry-After`, if there was one. */
  readonly retryAfter?: string | undefined;
}

/** What is known outside the server: what people meant, what they were told, and what the server said on the way. */
export class Ledger {
  /** Content hash of what was meant, by key. */
  readonly meant = new Map<string, string>();
  /** Keys of what a device has promised to deliver. */
  readonly promised = new Set<string>();
  /** The hash of the receipt each client ended with; empty where it took something else for success. */
  readonly acknowledged = new Map<string, string>();
  /** The number in the register on the receipt each client ended with, where there was one. */
  readonly numbers = new Map<string, Told>();
  /** The hash of the first receipt the server gave for each key. */
  readonly receipts = new Map<string, string>();
  /** Keys for which the server gave two different receipts. */
  readonly changedReceipts = new Set<string>();
  /** Keys whose clients ended without success, and why. */
  readonly undelivered = new Map<string, string>();
  /** Answers of 500 and more that the server gave by itself, "come again later" aside, and successes without JSON. */
  failures = 0;
  /** How often the server said "come again later": 503 with `Retry-After`. */
  comeAgain = 0;
  /** How many receipts the server gave, replays included. */
  answered = 0;

  /** A person has pressed "send": from now on it may be stored. */
  mean(key: string, submission: Submission, asked?: Asked): void {
    this.meant.set(key, sha256(contentOf(submission, asked)));
  }

  /** The device has said that it keeps the answer: from now on it must not be lost. */
  promise(key: string): void {
    this.promised.add(key);
  }

  /** A client counts the submission as delivered. */
  acknowledge(key: string, receipt: Receipt | undefined): void {
    this.acknowledged.set(key, receipt ? markOf(receipt) : '');
    const { register } = receipt ?? {};
    if (register) this.numbers.set(key, { year: register.year, number: Number(register.number) });
  }

  /** A client has stopped trying. */
  giveUp(key: string, why: string): void {
    this.undelivered.set(key, why);
  }

  /** The server answered a POST. */
  hearServer(key: string, { status, body, retryAfter }: ServerAnswer): void {
    if (status === 503 && Number(retryAfter) > 0) this.comeAgain += 1;
    else if (status >= 500) this.failures += 1;
    if (status !== 200 && status !== 201) return;
    this.answered += 1;
    const receipt = readReceipt(body);
    if (receipt === undefined) {
      this.failures += 1;
      return;
    }
    const earlier = this.receipts.get(key);
    if (earlier === undefined) this.receipts.set(key, receipt);
    else if (earlier !== receipt) this.changedReceipts.add(key);
  }
}
