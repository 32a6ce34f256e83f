import { createCipheriv, createHash } from 'node:crypto';
import type { Attachment } from '@cmto/contract';
import type { Random } from '../random.ts';
import { sha256 } from '../ledger/content.ts';

export interface MadeFile {
  readonly attachment: Attachment;
  readonly bytes: ArrayBuffer;
}

/** A file of that size that a server takes for a PDF, unlike any other: noise from the seed between head and end. */
export const aPdf = (name: string, size: number, random: Random): MadeFile => {
  const key = createHash('sha256').update(random.uuid()).digest();
  const noise = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
  noise.write('%PDF-1.7\n', 0, 'latin1');
  noise.write('\n%%EOF\n', size - 7, 'latin1');
  // Memory of its own: small buffers share theirs.
  const bytes = new Uint8Array(noise);
  return {
    attachment: { field: 'allegati', sha256: sha256(bytes), name, type: 'application/pdf', size },
    bytes: bytes.buffer,
  };
};
