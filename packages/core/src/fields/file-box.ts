import { mediaTypeOf } from '@cmto/contract/rules/files/file-kinds';
import type { FieldOf } from '@cmto/contract';
import { toKitError } from '../kit-error.ts';
import type { Upload } from '../uploads/upload.ts';
import type { FieldContext } from './field-context.ts';
import { isFinal, isGenuine, reasonFor, refusalOf } from './file-refusal.ts';

export type FileContext = FieldContext<FieldOf<'file'>>;

/** One file of the list. */
export interface FileItem {
  readonly key: number;
  readonly name: string;
  readonly size: number | undefined;
  /** As chosen here; undefined for one of a draft that was found again. */
  readonly file?: File;
  /** `kept`: on this device and part of the answer; how far it is on its way is the upload's to tell. */
  phase: 'reading' | 'kept' | 'failed' | 'refused';
  sha256?: string;
  /** Why it failed or was refused, in words. */
  reason?: string;
  /** The person has heard what became of it. */
  told?: boolean;
}

/** The files of one field, from being chosen to being on the server; the answer is the hashes of those kept here. */
export class FileBox {
  items: FileItem[] = [];
  readonly #context: FileContext;
  #keys = 0;

  constructor(context: FileContext) {
    this.#context = context;
    context.services.watchUploads(context.id, (sha256) => this.#hear(sha256));
    // What has become of files meanwhile, once the list has been shown: a refusal changes the answer.
    queueMicrotask(() => {
      for (const item of this.items) if (this.upload(item).status === 'refused') this.#hear(item.sha256!);
    });
  }

  /** Brings the list in line with the answer, which another tab may have changed. */
  sync(): void {
    const { value, services, t } = this.#context;
    const named = Array.isArray(value) ? (value as string[]) : [];
    this.items = this.items.filter(({ phase, sha256 }) => phase !== 'kept' || named.includes(sha256!));
    for (const sha256 of named) {
      if (this.items.some((item) => item.sha256 === sha256)) continue;
      const known = services.attachment(sha256);
      this.#add({ name: known?.name ?? t('field.file'), size: known?.size, phase: 'kept', sha256 });
    }
  }

  /** How far a kept file is; one that nobody sends has been sent. */
  upload({ sha256 }: FileItem): Upload {
    return this.#context.services.upload(sha256!) ?? { status: 'sent' };
  }

  choose(files: readonly File[]): void {
    const chosen: FileItem[] = [];
    for (const file of files) {
      const reason = refusalOf(this.#context, file, this.items.filter(({ phase }) => phase !== 'refused').length);
      const item = this.#add({ name: file.name, size: file.size, file, phase: 'reading' });
      if (reason) this.#refuse(item, reason);
      else chosen.push(item);
    }
    this.#context.requestUpdate();
    this.keep(...chosen);
  }

  /** Keeps chosen files on the device, also again after that has failed. One by one: each is in memory meanwhile. */
  keep(...items: readonly FileItem[]): void {
    const work = async (): Promise<void> => {
      for (const item of items) await this.#keep(item);
    };
    this.#context.services.hold(work());
  }

  async #keep(item: FileItem): Promise<void> {
    const { services, field } = this.#context;
    const { file } = item;
    // Taken off the list before its turn came.
    if (!file || !this.items.includes(item)) return;
    item.phase = 'reading';
    this.#context.requestUpdate();
    try {
      if (!(await isGenuine(file))) return this.#refuse(item, reasonFor(this.#context, 'request.unsupported-type'));
      const attachment = await services.storeFile(field.id, file, mediaTypeOf(file.name, file.type));
      // The draft was deleted, and nobody sees this list any more.
      if (!attachment) return;
      this.#kept(item, attachment.sha256);
    } catch (error) {
      item.phase = 'failed';
      // What slices of a file reject with when it was moved or deleted meanwhile.
      const code = error instanceof DOMException ? 'file.unreadable' : toKitError(error).code;
      item.reason = reasonFor(this.#context, code);
      this.#context.announce(`${item.name}: ${item.reason}`);
    }
    this.#context.requestUpdate();
  }

  remove(item: FileItem): void {
    this.items = this.items.filter((other) => other !== item);
    this.#commit();
    if (item.phase === 'kept') this.#context.services.dropFile(this.#context.field.id, item.sha256!);
    this.#context.requestUpdate();
    this.#context.announce(this.#context.t('field.file-removed', { name: item.name }));
  }

  #add(item: Omit<FileItem, 'key'>): FileItem {
    this.#keys += 1;
    const added = { ...item, key: this.#keys };
    this.items.push(added);
    return added;
  }

  #kept(item: FileItem, sha256: string): void {
    const { services, field, t } = this.#context;
    const twin = this.items.find((other) => other !== item && other.phase === 'kept' && other.sha256 === sha256);
    // Taken off the list while it was being read.
    if (!this.items.includes(item)) return twin ? undefined : services.dropFile(field.id, sha256);
    if (twin) {
      this.items = this.items.filter((other) => other !== item);
      return this.#context.announce(t('field.file-twice', { name: item.name }));
    }
    Object.assign(item, { phase: 'kept', sha256 });
    this.#commit();
    this.#hear(sha256);
  }

  /** An upload has got further, or has come to its end. */
  #hear(sha256: string): void {
    const item = this.items.find((each) => each.phase === 'kept' && each.sha256 === sha256);
    if (!item) return;
    const upload = this.upload(item);
    if (upload.status === 'refused') this.#giveUp(item, upload.code);
    else if (upload.status === 'sent' || upload.status === 'stalled') this.#tellOnce(item, upload.status);
    this.#context.requestUpdate();
  }

  #tellOnce(item: FileItem, status: 'sent' | 'stalled'): void {
    // Of a file found again, nothing has happened that the person waits for.
    if (item.told || !item.file) return;
    item.told = true;
    const words = status === 'sent' ? 'field.file-stored' : 'field.file-queued';
    this.#context.announce(this.#context.t(words, { name: item.name }));
  }

  /** The server does not want it: it is no part of the answer, and stays in the list for the person to read why. */
  #giveUp(item: FileItem, code: string): void {
    const { services, field } = this.#context;
    services.dropFile(field.id, item.sha256!);
    const reason = reasonFor(this.#context, code);
    if (isFinal(code) || !item.file) this.#refuse(item, reason);
    else {
      Object.assign(item, { phase: 'failed', reason });
      this.#context.announce(`${item.name}: ${reason}`);
    }
    this.#commit();
  }

  #refuse(item: FileItem, reason: string): void {
    Object.assign(item, { phase: 'refused', reason });
    this.#context.announce(`${item.name}: ${reason}`);
    this.#context.requestUpdate();
  }

  #commit(): void {
    const kept = this.items.flatMap(({ phase, sha256 }) => (phase === 'kept' && sha256 ? [sha256] : []));
    this.#context.set(kept.length > 0 ? kept : undefined);
  }
}
