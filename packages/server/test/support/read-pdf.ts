import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a program that reads it aloud finds it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly isTagged: boolean;
  readonly pages: number;
  /** All text, each line as it is copied. */
  readonly text: string;
  /** Elements of the logical structure, in reading order, as `H1`. */
  readonly roles: readonly string[];
  /** What figures say in place of a picture. */
  readonly alternatives: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const [lines, roles, alternatives]: [string[], string[], string[]] = [[], [], []];
  const walk = (node: Node): void => {
    if (node.role && node.role !== 'Root') roles.push(node.role);
    if (node.alt) alternatives.push(node.alt);
    for (const child of node.children ?? []) walk(child);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    lines.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    walk(((await page.getStructTree()) ?? {}) as Node);
  }
  // A map, whatever its type says.
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const read = {
    title: String((info as { Title?: string }).Title),
    language: (info as { Language?: string }).Language ?? null,
    isTagged: marks?.get('Marked') === true,
    pages: pdf.numPages,
    text: lines.join('\n').normalize('NFC'),
    roles,
    alternatives,
  };
  await task.destroy();
  return read;
}
