import { createIds, paragraphId, sectionId } from './ids.ts';
import { plainText } from './plain-text.ts';
import type { Block, Paragraph, Section, TextDocument } from './text-document.ts';

type Open = Omit<Section, 'paragraphs'> & { readonly paragraphs: Paragraph[] };

/** Puts blocks under their headings and gives ids; blocks without text are left out. */
export const toDocument = (blocks: Iterable<Block>): TextDocument => {
  const newSectionId = createIds();
  const newParagraphId = createIds();
  const sections: Open[] = [];
  const around: Open[] = [];
  const open = (level: number, heading: string, own?: string, line?: number): Open => {
    while (around.length > 0 && around.at(-1)!.level >= level) around.pop();
    const parent = around.at(-1)?.id;
    const id = newSectionId(level === 0 ? 'start' : sectionId(heading, own));
    const section: Open = {
      id,
      level,
      heading,
      ...(parent === undefined ? {} : { parent }),
      ...(line === undefined ? {} : { line }),
      ...(own === undefined || own === id ? {} : { clash: own }),
      paragraphs: [],
    };
    sections.push(section);
    // What stands before the first heading holds no other section.
    if (level > 0) around.push(section);
    return section;
  };
  for (const block of blocks) {
    const text = plainText(block.text);
    if (text === '') continue;
    if (block.type === 'heading') open(block.level, text, block.id, block.line);
    else
      (sections.at(-1) ?? open(0, '')).paragraphs.push({
        id: newParagraphId(paragraphId(text)),
        kind: block.kind,
        text,
      });
  }
  return { sections };
};
