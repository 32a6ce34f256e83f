import type { Section } from '@cmto/contract';
import type { Section as ReadSection, TextDocument } from '@cmto/documents';

/** A section as it is served. */
export const toSection = ({ id, heading, level, paragraphs }: ReadSection): Section => ({
  id,
  title: heading,
  level,
  ...(paragraphs.length > 0 ? { paragraphs: [...paragraphs] } : {}),
});

/** The sections of a document that was read. What stands before the first heading belongs to none. */
export const toSections = ({ sections }: TextDocument): Section[] =>
  sections.filter(({ level }) => level > 0).map(toSection);
