import type { Readable } from 'node:stream';
import type { FileEnds } from '@cmto/contract/rules/files/file-content';

/** A file is known by the submission it belongs to and by what it must turn out to be. */
export interface FileId {
  readonly key: string;
  readonly sha256: string;
}

/** A file of which some has arrived: all bytes before `offset`, of `size` in the end. */
export interface Arriving {
  readonly sha256: string;
  readonly offset: number;
  readonly size: number;
}

/** All bytes of a file, set apart: no sender that is still connected can change them any more. */
export interface Sealed {
  /** What the bytes are, whatever was announced. */
  readonly sha256: string;
  readonly ends: FileEnds;
  /** Where a program on this machine can read them. */
  readonly path: string;
  /** Keeps them under their key and hash, durably. The same file twice is kept once. */
  keep(): Promise<void>;
  /** Forgets them, unless they were kept. */
  discard(): Promise<void>;
}

/** Something the store holds, as the collector of what nobody needs sees it. */
export interface Held {
  /** Undefined: left behind by a process that was killed. */
  readonly id: FileId | undefined;
  /** Whole files are judged by the register, the rest by its age. */
  readonly whole: boolean;
  /** Milliseconds since 1970, exact to the day at best. */
  readonly heldSince: number;
  remove(): Promise<void>;
}

/**
 * Where files lie: a folder here; an object store would keep parts as objects under their offsets. Nothing of a file's
 * state is anywhere else, so that a restarted process, or another one, goes on where the last one stopped.
 */
export interface AttachmentStore {
  /** Files of a submission that are not whole yet. */
  arriving(key: string): Promise<readonly Arriving[]>;
  /**
   * Takes in a body that begins at `start` of a file of `size` bytes, and resolves with the offset once all that came
   * is durable. What is there already is passed over. A body that ends or breaks early leaves what has come of it; one
   * that starts beyond the offset leaves nothing. Several senders may be at it at the same time.
   */
  append(id: FileId, part: { readonly start: number; readonly size: number }, body: Readable): Promise<number>;
  /** Sets a file apart whose last byte has arrived; undefined if another sender has already seen to it. */
  seal(id: FileId): Promise<Sealed | undefined>;
  /** Forgets what has arrived of a file that is not whole. */
  forget(id: FileId): Promise<void>;
  /** Whether a whole file is there. */
  has(id: FileId): Promise<boolean>;
  ends(id: FileId): Promise<FileEnds>;
  read(id: FileId): Readable;
  remove(id: FileId): Promise<void>;
  /** Whether so many bytes more leave the machine room for everything else. */
  hasRoom(bytes: number): Promise<boolean>;
  all(): AsyncIterable<Held>;
}
