import { type FileContent, isNeverType, kindsByType } from './file-kinds.ts';
import { zipNames } from './zip-names.ts';

/** As much of a file as it takes to tell what it is: its first bytes and its last, the same ones in a short file. */
export interface FileEnds {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** Bytes looked at; the end of a ZIP file holds the list of what is in it. */
export const headLength = 4096;
export const tailLength = 131_072;

export const endsOf = (bytes: Uint8Array): FileEnds => ({
  head: bytes.subarray(0, headLength),
  tail: bytes.subarray(Math.max(0, bytes.length - tailLength)),
});

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const hasOffice = (names: readonly string[], folder: string): boolean =>
  names.some((name) => name.startsWith(`${folder}/`)) && !names.some((name) => name.endsWith('vbaProject.bin'));

/** A control character other than tab, line and page ends: no text in UTF-8 or a Latin alphabet has any. */
const noText = /[^\t\n\f\r\x1b\x20-\uffff]/;

const isText = ({ head, tail }: FileEnds): boolean => {
  const start = latin(head);
  // UTF-16 says so at its beginning, and half of it is zeros.
  return /^(?:\xff\xfe|\xfe\xff)/.test(start) || !(noText.test(start) || noText.test(latin(tail)));
};

const tests: Record<FileContent, (start: string, ends: FileEnds) => boolean> = {
  pdf: (start) => start.slice(0, 1024).includes('%PDF-'),
  png: (start) => start.startsWith('\x89PNG\r\n\x1a\n'),
  jpeg: (start) => start.startsWith('\xff\xd8\xff'),
  gif: (start) => /^GIF8[79]a/.test(start),
  webp: (start) => /^RIFF[^]{4}WEBP/.test(start),
  heif: (start) => /^[^]{4}ftyp(?:hei[cmsx]|hev[cx]|mif1|msf1|avi[fs])/.test(start),
  tiff: (start) => /^(?:II\*\0|MM\0\*)/.test(start),
  word: (start, { tail }) => start.startsWith('PK\x03\x04') && hasOffice(zipNames(tail), 'word'),
  sheet: (start, { tail }) => start.startsWith('PK\x03\x04') && hasOffice(zipNames(tail), 'xl'),
  slides: (start, { tail }) => start.startsWith('PK\x03\x04') && hasOffice(zipNames(tail), 'ppt'),
  'open-document': (start) => /^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\./.test(start),
  'old-office': (start) => start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  'rich-text': (start) => start.startsWith('{\\rtf'),
  zip: (start) => /^PK(?:\x03\x04|\x05\x06)/.test(start),
  // DER, or the same as base64 with or without its frame.
  signed: (start) => /^(?:\x30[\x80-\x84]|MI[A-Za-z0-9+/]|-----BEGIN )/.test(start),
  text: (_, ends) => isText(ends),
};

/** Tags by which browsers take a file for a page, whatever its type, and the beginnings of XML and of scripts. */
const markup =
  /^<(?:!doctype|!--|[?%]|(?:html|head|body|script|iframe|style|title|svg|math|object|embed|link|meta|base|form|img|table|font|div|h1|a|b|br|p)[\s/>])/i;

/** Whether a browser or a desktop would run a file that begins so. */
const isRun = (start: string): boolean =>
  markup.test(
    start
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
      .replaceAll('\0', '')
      .trimStart(),
  ) ||
  /^(?:\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe)/.test(start) ||
  // A text may begin with these letters; a program has zeros soon after.
  (start.startsWith('MZ') && start.includes('\0'));

/**
 * Whether a file's bytes allow it to be of the media type it is sent under. A type that is not known is only kept
 * from being a program or a page.
 */
export const isWhatItSays = (type: string, ends: FileEnds): boolean => {
  const start = latin(ends.head);
  if (isNeverType(type) || isRun(start)) return false;
  const contents = kindsByType(type).flatMap(({ content }) => content);
  return contents.length === 0 || contents.some((content) => tests[content](start, ends));
};
