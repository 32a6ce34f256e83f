import type { AnswerValue, Attachment, Field } from '@cmto/contract';
import { isRecord } from '@cmto/contract/rules/own';
import { isSameValue } from '../drafts/same-value.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { forgetFile, keepFile, readFile } from '../storage/keep-file.ts';
import type { Upload } from '../uploads/upload.ts';
import { UploadQueue } from '../uploads/upload-queue.ts';
import type { Drafts } from './drafts.ts';
import type { FormWidget, Sheet } from './form-widget.ts';

/** The answer without the files in it. */
const withoutFiles = (field: Field, value: AnswerValue | undefined): AnswerValue | undefined => {
  if (field.type === 'file') return undefined;
  if (field.type !== 'group' || !Array.isArray(value)) return value;
  const files = new Set(field.fields.filter(({ type }) => type === 'file').map(({ id }) => id));
  return value.map((row) =>
    isRecord(row) ? Object.fromEntries(Object.entries(row).filter(([id]) => !files.has(id))) : row,
  ) as AnswerValue;
};

/** The files of the draft: kept on the device at once, sent one after the other while the person goes on. */
export class DraftFiles {
  readonly #widget: FormWidget;
  readonly #drafts: Drafts;
  readonly #listeners = new Map<string, (sha256: string) => void>();
  readonly #held = new Set<Promise<unknown>>();
  /** Files taken away are being taken off the device: the same ones, chosen again, come after. */
  #forgetting: Promise<void> = Promise.resolve();
  #queue: { readonly id: string; readonly uploads: UploadQueue } | undefined;

  constructor(widget: FormWidget, drafts: Drafts) {
    this.#widget = widget;
    this.#drafts = drafts;
  }

  /**
   * Keeps a file with the draft that `sheet` shows; undefined when that is gone by then, and with it the file. Rejects
   * when it cannot be read or kept; how it is sent is told to those who watch.
   */
  async store(sheet: Sheet | undefined, field: string, file: File, type: string): Promise<Attachment | undefined> {
    const drafts = this.#drafts;
    const { services } = this.#widget;
    if (await this.#isOver(sheet)) return undefined;
    if (!drafts.entry) await drafts.open();
    const store = drafts.store!;
    const bytes = await readFile(file);
    const sha256 = await (await services.platform.device()).sha256(bytes);
    const attachment: Attachment = { field, sha256, name: file.name.slice(-255), type, size: bytes.byteLength };
    await drafts.others.catchUp();
    if (await this.#isOver(sheet)) return undefined;
    // What another tab has sent takes no more files: this one belongs to the answer that begins here.
    if (drafts.others.isSent(drafts.entry!.id)) drafts.part('sent-elsewhere');
    const id = await this.#keep(sheet, store, sha256, bytes);
    if (id === undefined) return undefined;
    const others = drafts.entry!.attachments.filter((each) => each.field !== field || each.sha256 !== sha256);
    drafts.changed({ attachments: [...others, attachment] });
    if (!drafts.entry!.uploaded.includes(sha256)) (await this.#uploads(id, store)).add(attachment, true);
    return attachment;
  }

  /** Keeps the bytes under the draft's id, which may become another one meanwhile: under which. Undefined as `store`. */
  async #keep(
    sheet: Sheet | undefined,
    store: EntryStore,
    sha256: string,
    bytes: ArrayBuffer,
  ): Promise<string | undefined> {
    await this.#forgetting;
    const { id } = this.#drafts.entry!;
    await keepFile(store, id, sha256, bytes);
    if (await this.#isOver(sheet)) {
      await forgetFile(store, id, sha256);
      return undefined;
    }
    return this.#drafts.entry!.id === id ? id : this.#keep(sheet, store, sha256, bytes);
  }

  /** Whether the draft shown was deleted, here or elsewhere, or the tag has begun anew: a file is no answer any more. */
  async #isOver(sheet: Sheet | undefined): Promise<boolean> {
    // A deletion that fails leaves everything as it is.
    await this.#drafts.deletion;
    const { session, submission } = this.#widget;
    return session !== sheet || submission?.drafts !== this.#drafts || this.#drafts.isDeleted;
  }

  /** A file is being read or kept: it is not part of the answers yet. */
  get isBusy(): boolean {
    return this.#held.size > 0;
  }

  hold(work: Promise<unknown>): void {
    this.#held.add(work);
    const done = (): void => void this.#held.delete(work);
    work.then(done, done);
  }

  /** Waits for the files being kept: until then they are not part of the answer. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#held);
  }

  /** How far a file is; undefined for one that nobody sends now. */
  upload(sha256: string): Upload | undefined {
    const known = this.#queue?.uploads.state(sha256);
    if (known) return known;
    const { entry } = this.#drafts;
    const isLeft = this.#drafts.attachment(sha256) && !entry?.uploaded.includes(sha256);
    return isLeft ? { status: 'waiting' } : undefined;
  }

  watch(owner: string, listener: (sha256: string) => void): void {
    this.#listeners.set(owner, listener);
  }

  retry(): void {
    this.#queue?.uploads.retry();
  }

  /**
   * Takes a file out of the draft, and its bytes off the device unless another field has the very same ones, or an
   * answer that another tab has sent with it.
   */
  drop(field: string, sha256: string): void {
    const { entry, store } = this.#drafts;
    if (!entry) return;
    const attachments = entry.attachments.filter((each) => each.field !== field || each.sha256 !== sha256);
    this.#drafts.changed({ attachments });
    if (attachments.some((each) => each.sha256 === sha256)) return;
    this.#queue?.uploads.drop(sha256);
    // Whether the draft was sent meanwhile is known once this is written.
    if (store) this.#forgetting = this.#drafts.flush().then(() => forgetFile(store, entry.id, sha256));
  }

  /** Takes all files out of the answers, for they lie with the answer that was sent. Answers whether there were any. */
  release(): boolean {
    const { session } = this.#widget;
    if (!session) return false;
    this.leave();
    let isAny = false;
    for (const field of session.state.form.pages.flatMap(({ fields }) => fields)) {
      const value = session.state.raw(field.id);
      const rest = withoutFiles(field, value);
      if (isSameValue(value, rest)) continue;
      isAny = true;
      this.#widget.show(field.id, rest);
    }
    return isAny;
  }

  /** Goes on sending what a draft found on this device still holds. */
  async resume(): Promise<void> {
    const { entry, store } = this.#drafts;
    const waiting = entry?.attachments.filter(({ sha256 }) => !entry.uploaded.includes(sha256)) ?? [];
    if (!store || waiting.length === 0) return;
    const uploads = await this.#uploads(entry!.id, store);
    for (const attachment of waiting) uploads.add(attachment);
  }

  /** No longer on the page: what is left is sent when it comes back, or with the answer. */
  leave(): void {
    this.#queue?.uploads.end();
    this.#queue = undefined;
  }

  /** One queue per draft: what follows a draft that was sent or discarded has its own. */
  async #uploads(id: string, store: EntryStore): Promise<UploadQueue> {
    const { base, services } = this.#widget;
    const { client, device } = await services.delivery();
    if (this.#queue?.id === id) return this.#queue.uploads;
    this.#queue?.uploads.end();
    const uploads = new UploadQueue({
      id,
      store,
      device,
      api: client(base),
      platform: services.platform,
      isOpen: () => {
        const { entry } = this.#drafts;
        return this.#widget.isConnected && entry?.id === id && entry.state === 'draft';
      },
      onChange: (sha256, upload) => this.#heard(sha256, upload),
    });
    this.#queue = { id, uploads };
    return uploads;
  }

  #heard(sha256: string, { status }: Upload): void {
    const { entry } = this.#drafts;
    if (status === 'sent' && entry && !entry.uploaded.includes(sha256)) {
      this.#drafts.changed({ uploaded: [...entry.uploaded, sha256] });
    }
    for (const listener of this.#listeners.values()) listener(sha256);
  }
}
