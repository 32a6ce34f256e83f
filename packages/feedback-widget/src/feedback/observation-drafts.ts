import type { FormController } from '@cmto/core/form-tag/form-controller';
import { mayHoldEntries } from '@cmto/core/platform/sentinel';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import type { Entry, EntryState } from '@cmto/core/storage/entry';
import { consultationOf, sectionOf, subjectOf } from './model/consulted.ts';

/** What this device holds of observations on one document, by section. */
export class ObservationDrafts {
  readonly #form: FormController;
  #store: EntryStore | undefined;
  #entries: readonly Entry[] = [];
  /** Begins the lookup of every draft on a part. */
  #prefix = '';
  states: ReadonlyMap<string, EntryState> = new Map();

  constructor(form: FormController) {
    this.#form = form;
  }

  /** Drafts on sections that the document has no more. */
  get orphans(): readonly Entry[] {
    const document = consultationOf(this.#form.survey)?.document;
    if (!document) return [];
    return this.#entries.filter((entry) => {
      const section = this.#sectionOf(entry);
      return entry.state === 'draft' && section !== '' && !sectionOf(document, section);
    });
  }

  clear(): void {
    this.#entries = [];
    this.states = new Map();
  }

  /** Reads what there is, before a part is chosen; where the device does not say, nothing is marked. */
  async read(): Promise<void> {
    const { host, services, finish } = this.#form;
    if (!services || !finish || (!host.sharedDevice && !mayHoldEntries())) return;
    try {
      this.#prefix = `${finish.drafts.lookup}#`;
      this.#store = await (await services.delivery()).store(host.sharedDevice);
      const all = await this.#store.all();
      this.#entries = all.filter(({ lookup, state }) => state !== 'delivered' && lookup.startsWith(this.#prefix));
    } catch {
      // The drafts are found again when their section is opened.
      return;
    }
    this.states = new Map(this.#entries.map((entry) => [this.#sectionOf(entry), entry.state]));
    host.requestUpdate();
  }

  /**
   * Makes a draft on a section that is gone one on the whole document, `quoted` (the words for it) kept beside the
   * answers. Rejects when the storage does.
   */
  async moveToWhole(orphan: Entry, quoted: string): Promise<void> {
    const document = consultationOf(this.#form.survey)!.document!;
    const { target } = subjectOf(document);
    const quote = orphan.target?.quote;
    await this.#store?.update(orphan.id, (now) =>
      now?.state === 'draft'
        ? {
            ...now,
            lookup: this.#prefix,
            target,
            setAside: [...now.setAside, ...(quote ? [{ label: quoted, answer: quote }] : [])],
            savedAt: this.#form.services!.platform.now(),
            revision: (now.revision ?? 0) + 1,
          }
        : undefined,
    );
    await this.read();
  }

  #sectionOf({ lookup }: Entry): string {
    return lookup.slice(this.#prefix.length);
  }
}
