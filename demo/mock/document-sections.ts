import type { ConsultationFile, Section } from '@cmto/contract';
import { readMarkdown } from '@cmto/documents/markdown';

const texts = import.meta.glob<string>('../consultations/*.md', { eager: true, import: 'default', query: '?raw' });

const toSection = ({
  id,
  heading,
  level,
  paragraphs,
}: ReturnType<typeof readMarkdown>['sections'][number]): Section => ({
  id,
  title: heading,
  level,
  ...(paragraphs.length > 0 ? { paragraphs: [...paragraphs] } : {}),
});

/** A consultation's file with its document's text in the place of the file that holds it, as the server's import does. */
export const sectionsOf = (file: ConsultationFile): ConsultationFile => {
  const { document } = file as { document?: ConsultationFile['document'] & { readonly file?: string } };
  if (!document?.file) return file;
  const { file: name, ...rest } = document;
  const { sections } = readMarkdown(texts[`../consultations/${name}`] ?? '');
  return { ...file, document: { ...rest, sections: sections.filter(({ level }) => level > 0).map(toSection) } };
};
