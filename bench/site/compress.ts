import { brotliCompressSync, constants } from 'node:zlib';

/** Beyond this a body is a measured document, not a delivered file, and level 11 would take minutes. */
const LEVEL_11_UP_TO = 400_000;

/** A body as a careful server keeps it: precompressed. */
export function compress(body: Buffer): Buffer {
  const quality = body.length > LEVEL_11_UP_TO ? 5 : 11;
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}
