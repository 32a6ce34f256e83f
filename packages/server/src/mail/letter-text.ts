import type { Letter } from './letter.ts';

/** A letter as plain text. Lines are left long: mail programs break them, and an address must stay whole. */
export const letterText = ({ paragraphs, facts, link, footer }: Letter): string =>
  [
    ...paragraphs,
    ...(facts.length > 0 ? [facts.map(({ term, value }) => `${term}: ${value}`).join('\n')] : []),
    ...(link ? [`${link.term}:\n${link.value}`] : []),
    `-- \n${footer}`,
  ].join('\n\n');
