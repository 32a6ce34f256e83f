import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

type Encoding = 'br' | 'gzip';

/** A body that many ask for: hashed and compressed once, then served from memory. */
export class Representation {
  readonly #type: string;
  readonly #body: Buffer;
  readonly #hash: string;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();

  /** `type`: where it is no JSON. */
  constructor(text: string, type = 'application/json; charset=utf-8') {
    this.#type = type;
    this.#body = Buffer.from(text);
    this.#hash = hash('sha256', this.#body, 'base64url').slice(0, 27);
  }

  /** Answers 200 with the body or 304, and the `Cache-Control` given. */
  async send(request: FastifyRequest, reply: FastifyReply, cacheControl: string): Promise<FastifyReply> {
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    // Each encoding is another representation, so it has a tag of its own.
    const etag = `"${this.#hash}${encoding ? `-${encoding}` : ''}"`;
    appendVary(reply, 'Accept-Encoding');
    reply.header('ETag', etag).header('Cache-Control', cacheControl);
    if (isMatch(request.headers['if-none-match'], etag)) return reply.code(304).send();
    if (encoding) reply.header('Content-Encoding', encoding);
    return reply.type(this.#type).send(encoding ? await this.#compress(encoding) : this.#body);
  }

  #compress(encoding: Encoding): Promise<Buffer> {
    let compressed = this.#compressed.get(encoding);
    if (!compressed) {
      compressed =
        encoding === 'gzip'
          ? zip(this.#body, { level: 9 })
          : brotli(this.#body, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: 10,
                [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
                [constants.BROTLI_PARAM_SIZE_HINT]: this.#body.length,
              },
            });
      this.#compressed.set(encoding, compressed);
    }
    return compressed;
  }
}

/** Adds to `Vary` what is not there yet. */
export function appendVary(reply: FastifyReply, name: string): void {
  const given = reply.getHeader('Vary');
  reply.header('Vary', given ? `${String(given)}, ${name}` : name);
}

function acceptedEncoding(header: string | string[] | undefined): Encoding | undefined {
  const accepted = String(header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** `If-None-Match` compares weakly, as RFC 9110 says: a proxy may have weakened the tag. */
const isMatch = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
