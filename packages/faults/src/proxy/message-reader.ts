/** One whole HTTP/1.1 message as it came over the wire. */
export interface Message {
  /** `POST /path HTTP/1.1` or `HTTP/1.1 201 Created`. */
  readonly start: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Head and body, unchanged. */
  readonly bytes: Buffer;
  /** Where the body begins in `bytes`. */
  readonly bodyAt: number;
}

type Head = Omit<Message, 'bytes'>;

const emptyLine = Buffer.from('\r\n\r\n');
const lineEnd = '\r\n';
const lastChunk = Buffer.from('0\r\n\r\n');

/**
 * Each line is decoded by itself: a part of a long text keeps the whole of it in memory, and the ledger keeps a key out
 * of every head.
 */
const readLines = (head: Buffer): string[] => {
  const lines: string[] = [];
  for (let from = 0, end = 0; end >= 0; from = end + lineEnd.length) {
    end = head.indexOf(lineEnd, from);
    lines.push(head.toString('latin1', from, end < 0 ? head.length : end));
  }
  return lines;
};

/** Cuts a stream of bytes into messages: by Content-Length, by chunks, or a message without a body. */
export class MessageReader {
  #held: Buffer[] = [];
  #length = 0;
  #head: Head | undefined;
  /** Whether the next message has a head only, as the answer to HEAD. */
  headOnly = false;

  /** Takes bytes in; gives the message they complete, if any. The clients here send one request at a time. */
  read(chunk: Buffer): Message | undefined {
    this.#held.push(chunk);
    this.#length += chunk.length;
    this.#head ??= this.#readHead();
    if (!this.#head) return undefined;
    const end = this.#end(this.#head);
    if (end === undefined || this.#length < end) return undefined;
    const all = this.#joined();
    const message = { ...this.#head, bytes: all.subarray(0, end) };
    this.#head = undefined;
    this.#held = end < all.length ? [all.subarray(end)] : [];
    this.#length = all.length - end;
    // "100 Continue" and its like announce an answer, they are none.
    return /^HTTP\/1\.1 1\d\d /.test(message.start) ? this.read(Buffer.alloc(0)) : message;
  }

  #joined(): Buffer {
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = [all];
    return all;
  }

  #readHead(): Head | undefined {
    const all = this.#joined();
    const end = all.indexOf(emptyLine);
    if (end < 0) return undefined;
    const [start = '', ...lines] = readLines(all.subarray(0, end));
    const headers = new Map(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    return { start, headers, bodyAt: end + emptyLine.length };
  }

  /** Where the message ends; undefined until that can be told. */
  #end({ start, headers, bodyAt }: Head): number | undefined {
    if (this.headOnly || /^HTTP\/1\.1 (?:1\d\d|204|304) /.test(start)) return bodyAt;
    if (headers.get('transfer-encoding') !== 'chunked') return bodyAt + Number(headers.get('content-length') ?? 0);
    const all = this.#joined();
    // Chunked bodies here are pages and scripts, nothing that is judged: their end is looked for, not their chunks.
    if (!all.subarray(-lastChunk.length).equals(lastChunk)) return undefined;
    return all.length;
  }
}
