import type { Attachment } from '@cmto/contract';
import type { Device } from '@cmto/core/platform/platform';
import type { Entry } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import { forgetFile, keepFile, readFile } from '@cmto/core/storage/keep-file';

/** The draft that files are kept with. */
export interface FilesOwner {
  readonly entry: Entry;
  /** It is sent, deleted or left: its files go with what became of it. */
  readonly isOver: boolean;
  changed(change: Pick<Entry, 'attachments'>): void;
  /** Resolves once what is written is on the device, or is known not to be. */
  flush(): Promise<void>;
}

/** The files of what is added to a request, beside its text. */
export class AdditionFiles {
  readonly #owner: FilesOwner;
  readonly #device: Device;
  readonly #store: EntryStore;
  /** Files taken away are being taken off the device: the same ones, chosen again, come after. */
  #forgetting: Promise<void> = Promise.resolve();

  constructor(owner: FilesOwner, device: Device, store: EntryStore) {
    this.#owner = owner;
    this.#device = device;
    this.#store = store;
  }

  /** Keeps a file beside the text; undefined when the draft is over by then. Rejects when it cannot be read or kept. */
  async keep(field: string, file: File, type: string): Promise<Attachment | undefined> {
    const owner = this.#owner;
    const bytes = await readFile(file);
    const sha256 = await this.#device.sha256(bytes);
    await this.#forgetting;
    const { id } = owner.entry;
    await keepFile(this.#store, id, sha256, bytes);
    if (owner.isOver || owner.entry.id !== id) {
      await forgetFile(this.#store, id, sha256);
      return undefined;
    }
    const attachment = { field, sha256, name: file.name.slice(-255), type, size: bytes.byteLength };
    const others = owner.entry.attachments.filter((each) => each.sha256 !== sha256);
    owner.changed({ attachments: [...others, attachment] });
    return attachment;
  }

  drop(sha256: string): void {
    const owner = this.#owner;
    owner.changed({ attachments: owner.entry.attachments.filter((each) => each.sha256 !== sha256) });
    // Being sent, they go with the message.
    if (owner.isOver) return;
    const { id } = owner.entry;
    // Whether another tab has sent the draft meanwhile is known once this is written.
    this.#forgetting = owner.flush().then(() => forgetFile(this.#store, id, sha256));
  }
}
