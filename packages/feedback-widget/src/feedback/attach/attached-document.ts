import type { ConsultedDocument } from '@cmto/contract';
import type { Platform } from '@cmto/core/platform/platform';
import { matchHeadings, type PageHeading } from '../model/match-headings.ts';
import { type Passage, toQuote } from '../model/passage.ts';
import { renderPassageBar } from '../views/passage-view.ts';
import { renderBar, type SectionLook } from '../views/section-view.ts';
import { CommentPlace } from './comment-place.ts';

/** Milliseconds for which changes of the page are gathered. */
const pause = 100;

interface Listeners {
  comment(section: string): void;
  observePassage(): void;
  /** Headings have come or gone. */
  changed(): void;
}

/** The document that the page itself shows, with a button of ours under each section's heading. */
export class AttachedDocument {
  readonly #listeners: Listeners;
  readonly #places = new Map<string, CommentPlace>();
  readonly #headings = new Map<string, Element>();
  readonly #bar = { place: undefined as CommentPlace | undefined };
  /** Sections that were found on this page at some time. */
  readonly #known = new Set<string>();
  #observer: MutationObserver | undefined;
  #stopTimer: (() => void) | undefined;
  #shown: { selector: string; document: ConsultedDocument; look: SectionLook; platform: Platform } | undefined;
  #container: Element | undefined;

  constructor(listeners: Listeners) {
    this.#listeners = listeners;
  }

  /** The page's document is there. */
  get isFound(): boolean {
    return this.#container !== undefined;
  }

  /** It has been looked for: before, nobody is told that it is missing. */
  get isSettled(): boolean {
    return this.#observer !== undefined;
  }

  hasLost(section: string): boolean {
    return this.#known.has(section) && !this.#headings.has(section);
  }

  has(section: string): boolean {
    return this.#headings.has(section);
  }

  button(section: string): HTMLElement | undefined {
    return this.#places.get(section)?.button;
  }

  /** Goes to a section of the page. */
  reveal(section: string): void {
    this.#headings.get(section)?.scrollIntoView({ block: 'start' });
    this.button(section)?.focus({ preventScroll: true });
  }

  /** Puts buttons into the page's document, and follows it. */
  show(
    selector: string,
    consulted: ConsultedDocument,
    look: SectionLook,
    passage: Passage | undefined,
    platform: Platform,
  ): void {
    this.#shown = { selector, document: consulted, look, platform };
    if (!this.#observer) {
      this.#observer = new MutationObserver(() => this.#soon(platform));
      this.#observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
      this.#match();
      this.#listeners.changed();
    }
    for (const section of consulted.sections) {
      this.#places.get(section.id)?.show(renderBar(section, look));
    }
    this.#showPassage(passage, look);
    // What we have changed ourselves is no news.
    this.#observer.takeRecords();
  }

  /** Takes away all that was put into the page. */
  leave(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    for (const place of this.#places.values()) place.remove();
    this.#bar.place?.remove();
    this.#places.clear();
    this.#headings.clear();
    this.#known.clear();
    this.#container = undefined;
  }

  /** What of the page's document a range quotes; undefined where it is not in one known section. */
  passage(range: Range): Passage | undefined {
    if (!this.#container?.contains(range.commonAncestorContainer)) return undefined;
    const section = this.#sectionAt(range, true);
    if (section === undefined || section !== this.#sectionAt(range, false)) return undefined;
    const quote = toQuote(range.toString());
    return quote ? { section, quote } : undefined;
  }

  /** The section in which a range starts, or ends: that of the last heading before. */
  #sectionAt(range: Range, start: boolean): string | undefined {
    let found: string | undefined;
    let last: Element | undefined;
    const point = document.createRange();
    point.setStart(start ? range.startContainer : range.endContainer, start ? range.startOffset : range.endOffset);
    for (const [section, heading] of this.#headings) {
      if (point.comparePoint(heading, 0) > 0) continue;
      if (last && !(last.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      last = heading;
      found = section;
    }
    return found;
  }

  #showPassage(passage: Passage | undefined, look: SectionLook): void {
    const { place } = this.#bar;
    if (!passage || !this.#container) {
      place?.remove();
      return;
    }
    const bar = place ?? new CommentPlace('passage', () => this.#listeners.observePassage());
    this.#bar.place = bar;
    bar.show(renderPassageBar(passage, look.t));
    if (bar.element.parentElement !== this.#container) this.#container.append(bar.element);
  }

  #soon(platform: Platform): void {
    this.#stopTimer ??= platform.setTimer(() => {
      this.#stopTimer = undefined;
      if (!this.#observer) return;
      this.#match();
      this.#observer.takeRecords();
      this.#listeners.changed();
    }, pause);
  }

  /** Finds the sections in the page as it is now. */
  #match(): void {
    const { selector, document: consulted } = this.#shown!;
    this.#container = findContainer(selector);
    const headings = [...(this.#container?.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]') ?? [])];
    const matched = matchHeadings(consulted.sections, headings.map(toPageHeading), ({ title }) =>
      typeof title === 'string' ? [title] : Object.values(title),
    );
    this.#headings.clear();
    for (const { id } of consulted.sections) {
      const at = matched.get(id);
      const place = this.#places.get(id);
      if (at === undefined) {
        place?.remove();
        this.#places.delete(id);
        continue;
      }
      this.#known.add(id);
      const heading = headings[at]!;
      this.#headings.set(id, heading);
      const here = place ?? new CommentPlace('section', () => this.#listeners.comment(id));
      this.#places.set(id, here);
      if (heading.nextElementSibling !== here.element) heading.after(here.element);
    }
  }
}

/** What is no selector finds nothing: the tag says so. */
const findContainer = (selector: string): Element | undefined => {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
};

const toPageHeading = (heading: Element): PageHeading => ({
  ids: [heading, heading.parentElement, ...heading.querySelectorAll('[id]')]
    .map((element) => element?.id)
    .filter((id): id is string => Boolean(id)),
  text: heading.textContent ?? '',
});
