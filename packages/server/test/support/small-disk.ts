import { execFileSync } from 'node:child_process';

/** A disk in memory, so small that a test can fill it. */
export interface SmallDisk {
  grow(size: string): void;
  remove(): void;
}

const run = (program: string, ...words: string[]): void => void execFileSync(program, words, { stdio: 'pipe' });

/** Puts a disk of this size, as `2m`, over a folder; undefined where we may not: only root can, on Linux. */
export function mountSmallDisk(folder: string, size: string): SmallDisk | undefined {
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder);
  } catch {
    return undefined;
  }
  return {
    grow: (larger) => run('mount', '-o', `remount,size=${larger}`, folder),
    // Also while a process that is just ending has files on it.
    remove: () => run('umount', '-l', folder),
  };
}
