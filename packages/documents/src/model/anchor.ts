import type { Paragraph, Section, TextDocument } from './text-document.ts';
import { plainText } from './plain-text.ts';

/** A quoted passage with the text around it, which tells two equal passages of a paragraph apart. */
export interface Quote {
  readonly exact: string;
  /** Up to 32 characters before it; absent where it was not kept. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What an observation is about, in one version of a document: a section, one of its paragraphs, or a passage. */
export interface Anchor {
  readonly section: string;
  readonly paragraph?: string;
  readonly quote?: Quote;
}

/** Where an anchor stands; `start` and `end` count UTF-16 units of the paragraph's text. */
export interface Location {
  readonly section: Section;
  readonly paragraph?: Paragraph;
  readonly passage?: { readonly start: number; readonly end: number };
}

const CONTEXT = 32;

/** The anchor of a passage of a paragraph, or of the paragraph as a whole. */
export const anchorOf = (section: Section, paragraph: Paragraph, passage?: { start: number; end: number }): Anchor => {
  if (!passage) return { section: section.id, paragraph: paragraph.id };
  const { text } = paragraph;
  const { start, end } = passage;
  return {
    section: section.id,
    paragraph: paragraph.id,
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
  };
};

const passagesOf = (text: string, { exact, prefix, suffix }: Quote): { start: number; end: number }[] => {
  const wanted = plainText(exact);
  const found: { start: number; end: number }[] = [];
  if (wanted === '') return found;
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1))
    found.push({ start, end: start + wanted.length });
  const inContext = found.filter(
    ({ start, end }) => text.slice(0, start).endsWith(prefix ?? '') && text.slice(end).startsWith(suffix ?? ''),
  );
  return inContext.length > 0 ? inContext : found;
};

/**
 * Finds an anchor in the version it was made in. `undefined` where the section or paragraph is not there, where the
 * passage is not, or where more than one passage fits: then a person has to say which.
 */
export const locate = (document: TextDocument, anchor: Anchor): Location | undefined => {
  const section = document.sections.find(({ id }) => id === anchor.section);
  if (!section) return undefined;
  const { paragraph: id, quote } = anchor;
  if (id === undefined && !quote) return { section };
  const among = id === undefined ? section.paragraphs : section.paragraphs.filter((paragraph) => paragraph.id === id);
  if (!quote) return among[0] && { section, paragraph: among[0] };
  const found = among.flatMap((paragraph) =>
    passagesOf(paragraph.text, quote).map((passage) => ({ section, paragraph, passage })),
  );
  return found.length === 1 ? found[0] : undefined;
};
