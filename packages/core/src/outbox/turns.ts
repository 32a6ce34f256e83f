import type { Receipt } from '@cmto/contract';
import type { ApiClient } from '../api/api-client.ts';
import { postMessage } from '../api/messages.ts';
import { postSubmission } from '../api/submissions.ts';
import { type KitError, toKitError } from '../kit-error.ts';
import type { Device, Membership, Platform } from '../platform/platform.ts';
import type { Entry, NotBefore } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { isRetried } from './delivery-rules.ts';
import type { Listeners } from './listeners.ts';
import { arrivedMark } from './marks.ts';
import { QueuedFiles, uploadedBut } from './queued-files.ts';
import { retryDelay } from './retry-delay.ts';

/** What became of one turn at an entry: it goes on at once, it is over, or it has to wait (`asked`: says the server). */
export type Turn = 'goes-on' | 'over' | { readonly seconds: number; readonly asked?: NotBefore | undefined };

/** What an answer has no longer once it has arrived: nothing stays on the device that was written or chosen. */
const spent = {
  answers: {},
  attachments: [],
  uploaded: [],
  setAside: [],
  conflicts: undefined,
  formPage: undefined,
  submission: undefined,
  signIn: undefined,
  notBefore: undefined,
};

/** Turns at queued entries, one request each: what is sent, and how it is marked. Whoever takes one holds the lock. */
export class Turns {
  readonly #store: EntryStore;
  readonly #platform: Platform;
  readonly #device: Device;
  readonly #client: (base: string) => ApiClient;
  readonly #listeners: Listeners;
  readonly #tabs: Membership | undefined;
  readonly #files: QueuedFiles;
  /** Proofs of what has arrived that the storage has not taken yet. */
  readonly #receipts = new Map<string, Receipt>();

  constructor(
    store: EntryStore,
    platform: Platform,
    device: Device,
    client: (base: string) => ApiClient,
    listeners: Listeners,
    tabs: Membership | undefined,
  ) {
    this.#store = store;
    this.#platform = platform;
    this.#device = device;
    this.#client = client;
    this.#listeners = listeners;
    this.#tabs = tabs;
    this.#files = new QueuedFiles(store);
  }

  /** Sends one request for an entry, unless it `rests` as it is stored now. Rejects when the storage fails on the way. */
  async take(id: string, rests: (entry: Entry) => boolean): Promise<Turn> {
    // Read again under the lock: another tab may have delivered it meanwhile.
    const entry = await this.#store.update(id, () => undefined);
    if (entry?.state !== 'queued') {
      if (entry) this.#listeners.tellOnce(entry);
      else this.#listeners.tellLoss(id);
      return 'over';
    }
    if (rests(entry)) {
      this.#listeners.tellOnce(entry);
      return 'over';
    }
    try {
      return await this.#send(entry);
    } catch (error) {
      return this.#fail(entry, toKitError(error));
    }
  }

  /** The files first, then what names them. */
  async #send(entry: Entry): Promise<Turn> {
    const { id, submission, message } = entry;
    const api = this.#client(entry.api);
    const attachments = message ? entry.attachments : (submission?.attachments ?? []);
    const attachment = attachments.find(({ sha256 }) => !entry.uploaded.includes(sha256));
    if (attachment) {
      const { sha256, size } = attachment;
      const offset = await this.#files.sendPart(api, id, attachment, attachments.indexOf(attachment));
      this.#listeners.tellProgress(id, sha256, offset ?? size);
      if (offset === undefined) {
        const now = await this.#store.update(id, (was) => was && { ...was, uploaded: [...was.uploaded, sha256] });
        if (now) this.#listeners.tell(now);
      }
      return 'goes-on';
    }
    if (message) {
      await postMessage(api, entry.path, id, message);
      await this.#forget(entry);
      return 'over';
    }
    const receipt = this.#receipts.get(id) ?? (await postSubmission(api, entry.path, id, submission!));
    await this.#deliver({ ...entry, ...spent, state: 'delivered', receipt }, receipt);
    // The server has the files; here they would only fill the disk. If this fails they go with the entry.
    await this.#store.deleteFiles(id).catch(() => undefined);
    return 'over';
  }

  /** A message has arrived, and its receipt shows it. Left here by a device that fails, it is sent again and known. */
  async #forget(entry: Entry): Promise<void> {
    this.#listeners.withdraw(entry.id);
    // Said before it is gone: who misses it the next moment knows why.
    this.#tabs?.tell(arrivedMark + entry.id);
    await this.#store.delete(entry.id);
    this.#listeners.tell({ ...entry, state: 'delivered' });
    this.#tabs?.tell(entry.lookup);
  }

  /** The answer has arrived: the person hears of it even if the device cannot note it now, or has lost it meanwhile. */
  async #deliver(delivered: Entry, receipt: Receipt): Promise<void> {
    const { id } = delivered;
    this.#receipts.set(id, receipt);
    try {
      await this.#mark(id, () => delivered, delivered);
      this.#receipts.delete(id);
    } catch (error) {
      this.#listeners.tell(delivered);
      throw error;
    }
  }

  async #fail(entry: Entry, error: KitError): Promise<Turn> {
    const attempts = (entry.attempts ?? 0) + 1;
    const { retryAfter } = error;
    const notBefore = retryAfter === undefined ? undefined : { since: this.#platform.now(), seconds: retryAfter };
    const problem = { code: error.code, errors: error.problem?.errors };
    // The server lacks files it had, or never had: those are sent from here, once.
    const resend =
      error.code === 'attachment.missing' && entry.uploaded.length > 0 && entry.problem?.code !== error.code;
    if (isRetried(error.code) || resend) {
      await this.#mark(entry.id, (now) => ({
        ...now,
        attempts,
        notBefore,
        problem,
        uploaded: resend ? uploadedBut(now, problem.errors) : now.uploaded,
      }));
      if (resend) return { seconds: 1 };
      return { seconds: retryDelay(attempts, this.#device.random(), retryAfter), asked: notBefore };
    }
    await this.#mark(entry.id, (now) => ({ ...now, state: 'attention', attempts, problem, notBefore: undefined }));
    return 'over';
  }

  /** `instead`: what is stored where the entry is no longer there. */
  async #mark(id: string, change: (entry: Entry) => Entry, instead?: Entry): Promise<void> {
    const entry = await this.#store.update(id, (now) => {
      if (!now) return instead;
      return now.state === 'queued' ? change(now) : undefined;
    });
    if (!entry) return this.#listeners.tellLoss(id);
    this.#listeners.tell(entry);
    if (entry.state !== 'queued') this.#tabs?.tell(entry.lookup);
  }
}
