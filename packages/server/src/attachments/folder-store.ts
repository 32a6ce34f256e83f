import { randomUUID } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, rmdir, stat, statfs, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileEnds } from '@cmto/contract/rules/files/file-content';
import { startOfRomeDay } from '../time/rome-day.ts';
import type { Arriving, AttachmentStore, FileId, Held, Sealed } from './attachment-store.ts';
import { writePart } from './partial-file.ts';
import { copyAndHash, readEnds } from './sealed-file.ts';

/** Bytes of the disk that files leave free: answers without files must still find room. */
const reserve = 256 * 1024 * 1024;

/**
 * Files in folders by submission, without names: those are in the submission. What is on its way lies in `arriving`,
 * named after its hash and its size; what is being looked at, in `sealed`.
 */
export class FolderStore implements AttachmentStore {
  readonly #folder: string;
  readonly #now: () => number;

  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  async arriving(key: string): Promise<readonly Arriving[]> {
    const folder = this.#arrivingFolder(key);
    const names = (await namesIn(folder)).sort();
    return Promise.all(
      names.map(async (name) => {
        const [sha256, size] = name.split('.') as [string, string];
        const file = await stat(join(folder, name)).catch(ifGone);
        return { sha256, size: Number(size), offset: file?.size ?? 0 };
      }),
    );
  }

  async append(id: FileId, { start, size }: { start: number; size: number }, body: Readable): Promise<number> {
    const folder = this.#arrivingFolder(id.key);
    const path = join(folder, `${id.sha256}.${size}`);
    const isNew = !(await exists(path));
    if (isNew) await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const offset = await writePart(path, start, size, body);
      if (isNew) await syncFolder(folder).catch(ifGone);
      return offset;
    } finally {
      await this.#keepTheDay(path);
    }
  }

  /** When a part came is nobody's business: the day is enough to tell what was given up. */
  async #keepTheDay(path: string): Promise<void> {
    const day = new Date(startOfRomeDay(this.#now()));
    // Not if this is a disk in trouble: that is told already, and the collector then goes by the time of its own.
    await utimes(path, day, day).catch(() => undefined);
    await this.#forgetTimes(dirname(path), dirname(dirname(path)), this.#folder);
  }

  async seal(id: FileId): Promise<Sealed | undefined> {
    const path = await this.#arrivingPath(id);
    if (!path) return undefined;
    const folder = join(this.#folder, 'sealed');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const copy = join(folder, randomUUID());
    const discard = (): Promise<void> => rm(copy, { force: true });
    try {
      return { ...(await copyAndHash(path, copy)), path: copy, keep: () => this.#keep(copy, id), discard };
    } catch (error) {
      await discard();
      ifGone(error);
      return undefined;
    }
  }

  async forget(id: FileId): Promise<void> {
    const path = await this.#arrivingPath(id);
    if (!path) return;
    await rm(path, { force: true });
    await rmdir(dirname(path)).catch(ifInUse);
    await this.#forgetTimes(dirname(path), dirname(dirname(path)));
  }

  has(id: FileId): Promise<boolean> {
    return exists(this.#path(id));
  }

  async ends(id: FileId): Promise<FileEnds> {
    const file = await open(this.#path(id));
    try {
      return await readEnds(file);
    } finally {
      await file.close();
    }
  }

  read(id: FileId): Readable {
    return createReadStream(this.#path(id));
  }

  async remove(id: FileId): Promise<void> {
    const path = this.#path(id);
    await rm(path, { force: true });
    for (const folder of [dirname(path), dirname(dirname(path))]) await rmdir(folder).catch(ifInUse);
    await this.#forgetTimes(dirname(path), dirname(dirname(path)), this.#folder);
  }

  async hasRoom(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(dirname(this.#folder));
    return bavail * bsize - bytes > reserve;
  }

  async *all(): AsyncIterable<Held> {
    for (const { parentPath, name } of await filesUnder(this.#folder)) {
      const path = join(parentPath, name);
      const file = await stat(path).catch(ifGone);
      if (!file) continue;
      const [area, key = ''] = parentPath.slice(this.#folder.length + 1).split('/');
      const [sha256 = ''] = name.split('.');
      const id = area === 'sealed' ? undefined : { key, sha256 };
      const whole = area !== 'sealed' && area !== 'arriving';
      // Nothing but the system's own clock tells how old a file is whose times are wiped.
      const heldSince = area === 'arriving' ? file.mtimeMs : file.ctimeMs;
      const remove = async (): Promise<void> => {
        if (whole) return this.remove({ key, sha256 });
        await rm(path, { force: true });
        if (id) await rmdir(parentPath).catch(ifInUse);
      };
      yield { id, whole, heldSince, remove };
    }
  }

  async #keep(copy: string, id: FileId): Promise<void> {
    const path = this.#path(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // When a file came is nobody's business; the day is in the database.
    await utimes(copy, 0, 0);
    await rename(copy, path);
    for (const folder of [dirname(path), dirname(dirname(path)), this.#folder]) await syncFolder(folder);
    // Nor is it that of the folders around: with few files each of them tells one key.
    await this.#forgetTimes(dirname(path), dirname(dirname(path)), dirname(copy), this.#folder);
  }

  async #forgetTimes(...folders: string[]): Promise<void> {
    for (const folder of folders) await utimes(folder, 0, 0).catch(ifGone);
  }

  #arrivingFolder(key: string): string {
    return join(this.#folder, 'arriving', key);
  }

  async #arrivingPath({ key, sha256 }: FileId): Promise<string | undefined> {
    const folder = this.#arrivingFolder(key);
    const name = (await namesIn(folder)).sort().find((each) => each.startsWith(`${sha256}.`));
    return name && join(folder, name);
  }

  #path({ key, sha256 }: FileId): string {
    return join(this.#folder, key.slice(0, 2), key, sha256);
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Another sender, or the collector, was quicker: nothing is amiss. */
function ifGone(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function ifInUse(error: unknown): void {
  if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') ifGone(error);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error) => ifGone(error) ?? false,
  );

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(ifGone)) ?? [];

const filesUnder = async (folder: string): Promise<Dirent[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifGone);
  return (entries ?? []).filter((entry) => !entry.isDirectory());
};

/** A file's name is durable only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
