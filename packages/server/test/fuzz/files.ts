import { hash } from 'node:crypto';

/** A file that somebody sends, with the name and the type they give it. */
export interface SentFile {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
}

const fileOf = (name: string, type: string, bytes: Buffer): SentFile => ({
  bytes,
  sha256: hash('sha256', bytes),
  name,
  type,
});

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}`);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Small ones that are what they say, one of several parts, and some that are something else. */
export const sentFiles: readonly SentFile[] = [
  fileOf('osservazione.pdf', 'application/pdf', pdf('prova')),
  fileOf('relazione.pdf', 'application/pdf', pdf('relazione '.repeat(400))),
  fileOf('mappa.png', 'image/png', Buffer.concat([png, Buffer.alloc(100)])),
  fileOf('appunti.txt', 'text/plain', Buffer.from('Più treni, ogni quarto d’ora.')),
  fileOf('programma.pdf', 'application/pdf', Buffer.from('MZ\u0090\u0000 non è un PDF', 'latin1')),
  fileOf('pagina.pdf', 'application/pdf', Buffer.from('<!doctype html><script>alert(1)</script>')),
  fileOf('vuoto.txt', 'text/plain', Buffer.alloc(0)),
];

/** How a submission names it. */
export const namedIn = (field: string, { sha256, name, type, bytes }: SentFile) => ({
  field,
  sha256,
  name,
  type,
  size: bytes.length,
});
