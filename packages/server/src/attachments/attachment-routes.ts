import type { Readable } from 'node:stream';
import { sha256Schema } from '@cmto/contract/schemas';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { resource } from '../http/resource.ts';
import { unavailable } from '../http/to-problem.ts';
import { readKey } from '../intake/key.ts';
import type { AttachmentIntake, Taken } from './attachment-intake.ts';
import type { FileId } from './attachment-store.ts';
import { readRange, type PartRange } from './content-range.ts';

/** Bytes that a part must bring to go uncounted: a file counts as one request, however it is cut, if not into crumbs. */
const fairPart = 65_536;

/** `PUT` and `HEAD /attachments/{sha256}`: files, whole or in parts, under the submission's key. */
export function addAttachments(app: FastifyInstance, intake: AttachmentIntake): void {
  // Not read into memory: the handler gets the stream.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  resource(
    app,
    '/attachments/:sha256',
    {
      PUT: (request, reply) => putFile(request, reply, intake),
      HEAD: (request, reply) => tellOffset(request, reply, intake),
    },
    { config: { cors: 'department', limit: 'write' } },
  );
}

async function putFile(request: FastifyRequest, reply: FastifyReply, intake: AttachmentIntake): Promise<FastifyReply> {
  const id = readId(request);
  const range = readRange(request.headers['content-range'], lengthOf(request));
  const type = request.headers['content-type'] ?? 'application/octet-stream';
  const taken = await intake.take(id, range, type, bodyOf(request)).catch((error: unknown) => {
    throw toFileProblem(error);
  });
  if (isUncounted(taken, range)) request.uncount();
  if (taken.kind === 'known') reply.header('Idempotent-Replayed', 'true');
  const { size } = range;
  const offset = taken.kind === 'part' ? taken.offset : taken.size;
  return reply
    .code({ known: 200, stored: 201, part: 202 }[taken.kind])
    .headers({ 'Upload-Offset': String(offset), 'Cache-Control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ sha256: id.sha256, size, ...(taken.kind === 'part' ? { offset } : {}) }));
}

async function tellOffset(
  request: FastifyRequest,
  reply: FastifyReply,
  intake: AttachmentIntake,
): Promise<FastifyReply> {
  const offset = await intake.offset(readId(request));
  if (offset === undefined) throw new ProblemError('request.not-found');
  return reply
    .code(200)
    .headers({ 'Upload-Offset': String(offset), 'Cache-Control': 'no-store' })
    .send();
}

function readId(request: FastifyRequest): FileId {
  const key = readKey(request);
  const { sha256 } = request.params as { sha256: string };
  if (sha256Schema.safeParse(sha256).success) return { key, sha256 };
  throw new ProblemError('request.not-found', { detail: 'The address ends in the lower-case hex SHA-256 of the file' });
}

/** What says neither how long it is nor that it comes in chunks is empty. */
const lengthOf = ({ headers }: FastifyRequest): string | undefined =>
  headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? '0' : undefined);

/** Without a body, and without a word on it, there is nothing to parse: then it is the connection's own, empty. */
const bodyOf = (request: FastifyRequest): Readable => (request.body as Readable | undefined) ?? request.raw;

const isUncounted = (taken: Taken, { start, end }: PartRange): boolean =>
  taken.kind === 'known' || (start > 0 && end - start >= fairPart);

/** What a disk says that is full, worn out or read-only, or a process that has too many files open. */
const notNow = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE', 'ENFILE']);

function toFileProblem(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return error;
  if (notNow.has(code)) return unavailable('Files cannot be stored right now', 60, error);
  // The sender is gone: nobody reads this answer, and it is no failure of ours.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new ProblemError('request.malformed', { detail: 'The body broke off', cause: error });
  }
  return error;
}
