import type { Section } from '@cmto/contract';
import { sectionId } from '@cmto/documents/ids';

/** A heading of the page's document, in its order. */
export interface PageHeading {
  /** The ids that lead to it: its own, and those around or in it. */
  readonly ids: readonly string[];
  readonly text: string;
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/**
 * Which heading begins which section, by index: by the section's id on the page, else by the same words, else by the
 * name that follows from the heading, as its number. Each heading is taken once; a section without one is left out.
 */
export const matchHeadings = (
  sections: readonly Section[],
  headings: readonly PageHeading[],
  titlesOf: (section: Section) => readonly string[],
): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const match = (isIt: (heading: PageHeading, section: Section) => boolean): void => {
    for (const section of sections) {
      if (found.has(section.id)) continue;
      const at = headings.findIndex((heading, index) => !taken.has(index) && isIt(heading, section));
      if (at === -1) continue;
      found.set(section.id, at);
      taken.add(at);
    }
  };
  match(({ ids }, { id }) => ids.includes(id));
  const titles = new Map(sections.map((section) => [section, new Set(titlesOf(section).map(plain))]));
  match(({ text }, section) => titles.get(section)!.has(plain(text)));
  match(({ text }, { id }) => text.trim() !== '' && sectionId(text) === id);
  return found;
};
