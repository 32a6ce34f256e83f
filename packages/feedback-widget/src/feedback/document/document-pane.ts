import type { ConsultedDocument, Section } from '@cmto/contract';
import { breathe } from '@cmto/core/form-tag/turns';
import type { Platform } from '@cmto/core/platform/platform';
import { render } from 'lit-html';
import { type Passage, toQuote } from '../model/passage.ts';
import { renderBar, renderSection, type SectionLook } from '../views/section-view.ts';

interface ShownSection {
  readonly section: Section;
  readonly element: HTMLElement;
  readonly bar: HTMLElement;
}

const isSame = (one: SectionLook | undefined, other: SectionLook): boolean =>
  one !== undefined &&
  (Object.keys(other) as (keyof SectionLook)[]).every((key) => key === 'text' || one[key] === other[key]);

/**
 * The document as it is read in the tag. Its text is rendered once, in turns with the page, and never again: what changes
 * is the bar under each section. One listener hears all buttons.
 */
export class DocumentPane {
  readonly element: HTMLElement = document.createElement('div');
  readonly #sections = new Map<string, ShownSection>();
  #document: ConsultedDocument | undefined;
  #look: SectionLook | undefined;
  #isTranslated = false;
  #painting: Promise<void> = Promise.resolve();

  constructor(comment: (section: string) => void) {
    this.element.className = 'document';
    this.element.setAttribute('part', 'document');
    this.element.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button[data-comment]') : undefined;
      if (button) comment(button.dataset['comment']!);
    });
  }

  /** Fulfilled once what was asked for last is shown. */
  async painted(): Promise<void> {
    for (let work: Promise<void> | undefined; work !== this.#painting;) await (work = this.#painting);
  }

  /** Shows the document, or what has changed around its text. */
  show(consulted: ConsultedDocument, look: SectionLook, platform: Platform): void {
    const isNew = consulted !== this.#document || look.level !== this.#look?.level;
    if (!isNew && isSame(this.#look, look)) return;
    // Texts of a language half shown when another one was asked for are shown anew.
    this.#isTranslated ||= look.language !== this.#look?.language;
    this.#document = consulted;
    this.#look = look;
    if (isNew) {
      this.#sections.clear();
      this.element.replaceChildren();
      this.element.lang = look.firstLanguage;
      this.element.classList.toggle('long', consulted.sections.length > 40);
    }
    this.#painting = this.#paint(consulted, look, platform);
  }

  async #paint(consulted: ConsultedDocument, look: SectionLook, platform: Platform): Promise<void> {
    for (const section of consulted.sections) {
      await breathe(platform);
      if (this.#look !== look) return;
      const known = this.#sections.get(section.id);
      const shown = known ?? this.#add(section);
      if (!known || this.#isTranslated)
        render(renderSection(section, look), shown.element.firstElementChild as HTMLElement);
      render(renderBar(section, look), shown.bar);
    }
    this.#isTranslated = false;
  }

  /** Puts the questions under the section that they are about, or at the top where they are about all of it. */
  place(panel: HTMLElement, name: string | undefined): void {
    if (name === undefined) return panel.remove();
    const shown = this.#sections.get(name);
    if (shown) {
      if (panel.parentElement !== shown.element) shown.element.append(panel);
    } else if (panel.parentElement !== this.element) this.element.prepend(panel);
  }

  button(name: string): HTMLElement | undefined {
    return this.#sections.get(name)?.bar.querySelector('button') ?? undefined;
  }

  /** Brings a person to a section, or to one of its paragraphs. */
  reveal(name: string, paragraph?: string): void {
    const shown = this.#sections.get(name)?.element;
    const target =
      (paragraph && shown?.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(paragraph)}"]`)) ||
      shown?.querySelector<HTMLElement>('[data-title]');
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }

  /** What of the document a range quotes; undefined where it is not in one section's text. */
  passage(range: Range): Passage | undefined {
    const start = elementOf(range.startContainer)?.closest<HTMLElement>('[data-text]');
    const end = elementOf(range.endContainer)?.closest<HTMLElement>('[data-text]');
    const section = start?.dataset['text'];
    if (!section || start !== end || !this.element.contains(start)) return undefined;
    const paragraph = elementOf(range.startContainer)?.closest<HTMLElement>('[data-paragraph]')?.dataset['paragraph'];
    const quote = toQuote(range.toString());
    return quote ? { section, quote, ...(paragraph ? { paragraph } : {}) } : undefined;
  }

  #add(section: Section): ShownSection {
    const element = document.createElement('section');
    element.className = 'part';
    const bar = document.createElement('div');
    bar.className = 'bar';
    element.append(document.createElement('div'), bar);
    this.element.append(element);
    const shown = { section, element, bar };
    this.#sections.set(section.id, shown);
    return shown;
  }
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
