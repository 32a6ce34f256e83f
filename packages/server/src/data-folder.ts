import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder for the data cannot be made; the message is for whoever set it. */
export class DataFolderError extends Error {}

/**
 * Makes the data folder and what is missing above it, for its owner's eyes only. One folder after the other: where a
 * file system takes none at all (`/proc`), Node's own recursive way never ends.
 */
export function makeDataFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeDataFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process of ours was quicker.
    if (code === 'EEXIST') return;
    throw new DataFolderError(
      `The folder ${folder} cannot be made (${code}). Set CMTO_DATA_DIR to a folder in which you may write.`,
      { cause: error },
    );
  }
}
