import { Refusal } from './refusal.ts';

/** Bytes of one file, as far as they have come. */
interface Arriving {
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  offset: number;
}

/** One part of a file, as `Content-Range` says. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** What a request says of its body; without `Content-Range` it is the whole file. */
export const readPart = (header: string | null, length: number): Part => {
  if (header === null) return { start: 0, end: length, size: length };
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header) ?? [];
  const part = { start: Number(first), end: Number(last) + 1, size: Number(total) };
  if (part.start < part.end && part.end <= part.size && part.end - part.start === length) return part;
  throw new Refusal('request.invalid');
};

/** The files that are not whole yet, by submission and hash. */
export class ArrivingFiles {
  readonly #files = new Map<string, Arriving>();

  /** From which byte on a file is to be sent; the last one is asked for until it was looked at. */
  offset(name: string): number | undefined {
    const file = this.#files.get(name);
    return file && Math.min(file.offset, Math.max(0, file.size - 1));
  }

  /** Takes in a part and answers how far the file is then. What is there already is passed over. */
  append(name: string, { start, end, size }: Part, body: Uint8Array): number {
    const file = this.#files.get(name) ?? { size, bytes: new Uint8Array(size), offset: 0 };
    const headers = { 'Upload-Offset': String(file.offset) };
    if (start > file.offset) throw new Refusal('attachment.offset', { headers });
    if (size !== file.size) throw new Refusal('request.invalid', { headers });
    this.#files.set(name, file);
    if (end > file.offset) {
      file.bytes.set(body.subarray(file.offset - start), file.offset);
      file.offset = end;
    }
    return file.offset;
  }

  bytes(name: string): Uint8Array<ArrayBuffer> {
    return this.#files.get(name)!.bytes;
  }

  forget(name: string): void {
    this.#files.delete(name);
  }
}
