import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom';
import { strToU8, zipSync } from 'fflate';
import { withoutControls } from '../without-controls.ts';

const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const table = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const text = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
const manifest = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** The earliest time that a zip can say: the same table gives the same bytes. */
const mtime = new Date(1980, 0, 1, 12);

/**
 * A spreadsheet in OpenDocument 1.3 (ISO/IEC 26300): one sheet of text. A cell says that it is text, so nothing in it is
 * ever taken for a formula, and it stays as it was written.
 */
export function toOds(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  return zipSync(
    {
      // First and not compressed: by it the file is recognised.
      mimetype: [strToU8(mediaType), { level: 0 }],
      'content.xml': strToU8(content(name, rows)),
      'META-INF/manifest.xml': strToU8(manifestOf()),
    },
    { mtime },
  );
}

function content(name: string, rows: readonly (readonly string[])[]): string {
  const root = begin(office, 'office:document-content');
  root.setAttributeNS(office, 'office:version', '1.3');
  const sheet = add(add(add(root, office, 'office:body'), office, 'office:spreadsheet'), table, 'table:table');
  sheet.setAttributeNS(table, 'table:name', name);
  const columns = add(sheet, table, 'table:table-column');
  columns.setAttributeNS(table, 'table:number-columns-repeated', String(rows[0]?.length ?? 1));
  const [header = [], ...lines] = rows;
  addRow(add(sheet, table, 'table:table-header-rows'), header);
  for (const line of lines) addRow(sheet, line);
  return finish(root);
}

function addRow(parent: Element, cells: readonly string[]): void {
  const row = add(parent, table, 'table:table-row');
  for (const words of cells) {
    const cell = add(row, table, 'table:table-cell');
    if (words === '') continue;
    cell.setAttributeNS(office, 'office:value-type', 'string');
    for (const line of words.split(/\r\n|[\n\r]/)) addLine(add(cell, text, 'text:p'), line);
  }
}

/** Runs of spaces, which would become one, and tabs have elements of their own. */
function addLine(paragraph: Element, line: string): void {
  for (const piece of line.match(/\t| {2,}|[^\t ]+(?: [^\t ]+)*| /g) ?? []) {
    if (piece === '\t') add(paragraph, text, 'text:tab');
    else if (/^ +$/.test(piece)) add(paragraph, text, 'text:s').setAttributeNS(text, 'text:c', String(piece.length));
    else paragraph.appendChild(paragraph.ownerDocument!.createTextNode(withoutControls(piece)));
  }
}

function manifestOf(): string {
  const root = begin(manifest, 'manifest:manifest');
  root.setAttributeNS(manifest, 'manifest:version', '1.3');
  for (const [path, type] of [
    ['/', mediaType],
    ['content.xml', 'text/xml'],
  ] as const) {
    const entry = add(root, manifest, 'manifest:file-entry');
    entry.setAttributeNS(manifest, 'manifest:full-path', path);
    entry.setAttributeNS(manifest, 'manifest:media-type', type);
  }
  return finish(root);
}

const begin = (namespace: string, name: string): Element =>
  new DOMImplementation().createDocument(namespace, name, null).documentElement!;

const finish = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root.ownerDocument!, { requireWellFormed: true })}`;

const add = (parent: Element, namespace: string, name: string): Element =>
  parent.appendChild(parent.ownerDocument!.createElementNS(namespace, name)) as Element;
