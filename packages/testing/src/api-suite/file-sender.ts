import type { Attachment, Submission } from '@cmto/contract';
import { aSubmission } from '../builders/index.ts';
import type { Ask } from './service.ts';

/** The survey whose file field the cases use. */
export const slug = 'verifica-tipi';

/** Sends files, or parts of them, to the service under test. */
export interface FileSender {
  put(file: File, sha256: string, key: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends the bytes from `start` up to but without `end`, announced as part of a file of `size` bytes. */
  putPart(
    file: File,
    sha256: string,
    key: string,
    range: { start: number; end: number; size?: number },
  ): Promise<Response>;
  /** How much of a file has arrived; undefined if nothing. */
  offset(sha256: string, key: string): Promise<number | undefined>;
}

export const fileSender = (ask: Ask): FileSender => {
  const send = async (
    body: Blob,
    type: string,
    sha256: string,
    key: string,
    headers: Record<string, string>,
  ): Promise<Response> =>
    ask(`/attachments/${sha256}`, {
      method: 'PUT',
      headers: { 'Idempotency-Key': key, 'Content-Type': type, ...headers },
      body: await body.arrayBuffer(),
    });
  return {
    put: (file, sha256, key, headers = {}) => send(file, file.type, sha256, key, headers),
    putPart: (file, sha256, key, { start, end, size = file.size }) =>
      send(file.slice(start, end), file.type, sha256, key, { 'Content-Range': `bytes ${start}-${end - 1}/${size}` }),
    async offset(sha256, key) {
      const answer = await ask(`/attachments/${sha256}`, { method: 'HEAD', headers: { 'Idempotency-Key': key } });
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw new Error(`200 expected, ${answer.status} seen`);
      return Number(answer.headers.get('upload-offset'));
    },
  };
};

/** A submission that names this file in the survey's file field. */
export const naming = (attachment: Attachment): Submission =>
  aSubmission({ consent: true, file: [attachment.sha256] }, { attachments: [attachment] });
