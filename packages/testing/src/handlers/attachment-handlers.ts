import { endsOf, isWhatItSays } from '@cmto/contract/rules/files/file-content';
import { filePartSchema, sha256Schema, storedFileSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { ArrivingFiles, readPart } from './arriving-files.ts';
import { sha256 } from './digest.ts';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';

const largest = 10_485_760;
/** What every virus scanner takes for a virus, by agreement among their makers; in two halves, or they take this file for one. */
const virusOfTests = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

const readHash = (hash: string | undefined): string => {
  if (!sha256Schema.safeParse(hash).success) throw new Refusal('request.not-found');
  return hash!;
};

const check = async (bytes: Uint8Array<ArrayBuffer>, hash: string, type: string): Promise<void> => {
  if ((await sha256(bytes.buffer)) !== hash) throw new Refusal('attachment.mismatch');
  if (!isWhatItSays(type, endsOf(bytes))) throw new Refusal('request.unsupported-type');
  if (new TextDecoder().decode(bytes.subarray(0, 100)).includes(virusOfTests)) throw new Refusal('attachment.infected');
};

/** Files under their submission's key, whole or in parts. */
export const attachmentHandlers = (context: MockContext): RequestHandler[] => {
  const arriving = new ArrivingFiles();
  return serve(context, '/attachments/:sha256', {
    head: async ({ request, params }) => {
      const [key, hash] = [readKey(request), readHash(params['sha256'])];
      const offset = (await context.store.findFile(key, hash))?.size ?? arriving.offset(`${key} ${hash}`);
      if (offset === undefined) throw new Refusal('request.not-found');
      return new Response(null, { headers: { 'Upload-Offset': String(offset), 'Cache-Control': 'no-store' } });
    },
    put: async ({ request, params }) => {
      const [key, hash] = [readKey(request), readHash(params['sha256'])];
      const type = request.headers.get('content-type') ?? 'application/octet-stream';
      const body = await request.arrayBuffer();
      const part = readPart(request.headers.get('content-range'), body.byteLength);
      const { size } = part;
      if (size > largest) throw new Refusal('attachment.too-large');
      const stored = (status: 200 | 201): Response =>
        jsonResponse(
          storedFileSchema,
          { sha256: hash, size },
          {
            status,
            headers: { 'Upload-Offset': String(size), ...(status === 200 ? { 'Idempotent-Replayed': 'true' } : {}) },
          },
        );
      if (await context.store.findFile(key, hash)) return stored(200);
      const name = `${key} ${hash}`;
      const offset = arriving.append(name, part, new Uint8Array(body));
      if (offset < size) {
        const headers = { 'Upload-Offset': String(offset) };
        return jsonResponse(filePartSchema, { sha256: hash, size, offset }, { status: 202, headers });
      }
      const bytes = arriving.bytes(name);
      const isGood = check(bytes, hash, type);
      // While it is looked at and stored, another sender's parts find the file whole.
      const isNew = await isGood
        .then(() => context.store.addFile({ key, sha256: hash, size, type, bytes: bytes.buffer }))
        .finally(() => arriving.forget(name));
      return stored(isNew ? 201 : 200);
    },
  });
};
