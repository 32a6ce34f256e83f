import type { Entry } from './entry.ts';
import type { FileStore } from './file-store.ts';

/** Where entries and their files are kept. Every method rejects with the storage's own error. */
export interface EntryStore extends FileStore {
  /** False where everything is gone when the page is closed: the person is told. */
  readonly durable: boolean;
  all(): Promise<Entry[]>;
  /**
   * Changes one entry in one transaction: `change` sees what is stored now and answers what is to be stored, or
   * `undefined` to leave it as it is. With another id in it the entry moves there; files stay where they are. Resolves,
   * once it is on disk, with what is stored then.
   */
  update(id: string, change: (entry: Entry | undefined) => Entry | undefined): Promise<Entry | undefined>;
  /**
   * Forgets an entry together with its files; `isMeant` is asked about the entry as it is stored now, for another tab
   * may have sent meanwhile what a person deletes as a draft.
   */
  delete(id: string, isMeant?: (entry: Entry) => boolean): Promise<void>;
  /** Forgets files that have long been without an entry. `now`: device clock, milliseconds. */
  forgetOrphans(now: number): Promise<void>;
}
