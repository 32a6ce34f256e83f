import type { ConsultedDocument } from '@cmto/contract';
import type { FormController } from '@cmto/core/form-tag/form-controller';
import { opening } from '@cmto/core/form-tag/model/phase';
import { AttachedDocument } from './attach/attached-document.ts';
import { DocumentPane } from './document/document-pane.ts';
import { consultationOf, hasText, sectionOf, subjectOf } from './model/consulted.ts';
import { isSamePassage, type Passage } from './model/passage.ts';
import { ObservationDrafts } from './observation-drafts.ts';
import { PassageWatch } from './passage-watch.ts';

/** One person reading a document under consultation, and where they write about it. */
export class Reader {
  readonly form: FormController;
  readonly drafts: ObservationDrafts;
  readonly pane: DocumentPane;
  readonly attached: AttachedDocument;
  /** The questions about one section: a place of its own, which goes to that section. */
  readonly panel: HTMLElement = document.createElement('div');
  /** The page's own document, by the tag's `for`. */
  selector: string | undefined;
  /** What is selected in the document now. */
  passage: Passage | undefined;
  /** The widget is as wide as a page: measured once. */
  isWide: boolean | undefined;
  /** What is looked for in the text. */
  wanted = '';
  readonly #watch: PassageWatch;
  #lastPhase = '';
  /** What the page was told can be read. */
  #told: unknown;

  constructor(form: FormController) {
    this.form = form;
    this.drafts = new ObservationDrafts(form);
    this.pane = new DocumentPane((section) => void this.observe(section));
    this.attached = new AttachedDocument({
      comment: (section) => void this.observe(section),
      observePassage: () => void this.observePassage(),
      changed: () => form.host.requestUpdate(),
    });
    this.#watch = new PassageWatch(
      () => (this.showsText ? form.host.renderRoot : undefined),
      (range) => this.#select(range),
    );
    this.panel.className = 'observation';
    this.panel.setAttribute('part', 'observation');
  }

  get document(): ConsultedDocument | undefined {
    return consultationOf(this.form.survey)?.document;
  }

  /** Contributions are taken now. */
  get isOpen(): boolean {
    const { survey } = this.form;
    return survey !== undefined && opening(survey, this.form.now()) === 'open';
  }

  /** The text stands in the tag, not in the page. */
  get showsText(): boolean {
    return this.selector === undefined && this.document !== undefined && hasText(this.document);
  }

  /** The section written about was in the page and is there no more, or the document has it no more. */
  get isGone(): boolean {
    const name = this.form.subject?.name;
    if (!name || !this.document) return false;
    return !sectionOf(this.document, name) || (this.selector !== undefined && this.attached.hasLost(name));
  }

  connected(): void {
    this.#watch.start();
  }

  disconnected(): void {
    this.#watch.stop();
    this.attached.leave();
  }

  /** Another consultation is shown from now on. */
  begin(): void {
    this.form.subject = undefined;
    this.drafts.clear();
    this.attached.leave();
  }

  /** Asks for an observation on a section, or on the whole document; what is written already stays a draft. */
  async observe(section: string | undefined, passage?: Passage): Promise<void> {
    const { document, form } = this;
    if (!document) return;
    const { quote, paragraph } = passage ?? {};
    const chosen = { ...(quote ? { quote } : {}), ...(paragraph ? { paragraph } : {}) };
    const subject = subjectOf(document, section, chosen);
    this.passage = undefined;
    if (form.subject?.name === subject.name && form.phase.name === 'ready') {
      if (passage) this.quote(passage);
    } else {
      await form.finish?.drafts.flush();
      await form.turnTo(subject);
    }
    await form.host.updateComplete;
    this.panel.querySelector<HTMLElement>('[data-about]')?.focus();
    this.panel.scrollIntoView({ block: 'start' });
  }

  async observePassage(): Promise<void> {
    if (this.passage) await this.observe(this.passage.section, this.passage);
  }

  /** Quotes this passage in the observation that is being written, or none. */
  quote(passage: Partial<Passage>): void {
    const { form, document } = this;
    const section = form.subject?.name;
    if (!document || !section) return;
    const { quote, paragraph } = passage;
    form.subject = subjectOf(document, section, {
      ...(quote ? { quote } : {}),
      ...(paragraph ? { paragraph } : {}),
    });
    form.finish?.drafts.changed({ target: form.subject.target });
    form.host.requestUpdate();
  }

  /** Back to the document; the draft stays on the device. */
  async close(): Promise<void> {
    const name = this.form.subject?.name ?? '';
    await this.form.finish?.drafts.flush();
    await this.form.turnTo(undefined);
    await this.form.host.updateComplete;
    await this.pane.painted();
    const button = this.selector === undefined ? this.pane.button(name) : this.attached.button(name);
    (button ?? this.form.host.renderRoot.querySelector<HTMLElement>('.whole'))?.focus();
  }

  /** Prints the document alone; says so where the code for it cannot be had. */
  async print(): Promise<void> {
    const { form, document: consulted } = this;
    const { code, t } = form.language;
    const title = form.language.text(form.survey!).words(consulted!.title);
    try {
      const { printDocument } = await import('./document/print-document.ts');
      printDocument(this.pane.element, t('feedback.print'), title, code);
    } catch {
      form.announce(t('form.part-missing'));
    }
  }

  /** What is shown has been rendered: the document and its buttons follow. */
  updated(): void {
    const { form, document } = this;
    this.isWide ??= form.host.offsetWidth > 0 ? form.host.offsetWidth >= 832 : undefined;
    if (!document) return;
    const isNew = form.phase.name !== this.#lastPhase;
    this.#lastPhase = form.phase.name;
    if (isNew && form.phase.name === 'choosing') this.#await();
    const look = {
      language: form.language.code,
      t: form.language.t,
      text: form.language.text(form.survey!),
      firstLanguage: form.survey!.languages[0] ?? form.language.code,
      level: form.host.headingLevel + 1,
      isOpen: this.isOpen,
      states: this.drafts.states,
      current: form.subject?.name,
    };
    if (this.showsText) {
      this.pane.show(document, look, form.services!.platform);
      this.pane.place(this.panel, form.subject?.name);
    } else if (this.selector !== undefined && form.host.isConnected) {
      this.attached.show(this.selector, document, look, this.passage, form.services!.platform);
    }
  }

  /** The person chooses what to write about: what that needs is fetched meanwhile. */
  #await(): void {
    const { form } = this;
    if (this.#told !== form.survey) form.ready();
    this.#told = form.survey;
    void this.drafts.read();
    form.services!.platform.afterPaint(() => void form.finish?.prepare());
  }

  #select(range: Range | undefined): void {
    const found = range && this.isOpen && (this.showsText ? this.pane.passage(range) : this.attached.passage(range));
    if (isSamePassage(found || undefined, this.passage)) return;
    this.passage = found || undefined;
    this.form.host.requestUpdate();
  }
}

const readers = new WeakMap<FormController, Reader>();

/** Who reads in a tag. */
export const readerOf = (form: FormController): Reader => {
  const reader = readers.get(form) ?? new Reader(form);
  readers.set(form, reader);
  return reader;
};
