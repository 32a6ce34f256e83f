import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from './data-folder.ts';

/**
 * The key of the receipt codes: `CMTO_SECRET`, else the file `secret` of the data folder, made on first use. It belongs
 * in the backup: without it the receipts already given out open nothing.
 */
export function readSecret(dataDir: string, given: string | undefined): KeyObject {
  if (given) return createSecretKey(Buffer.from(given));
  const file = join(dataDir, 'secret');
  return readIfThere(file) ?? createSecret(dataDir, file);
}

function readIfThere(file: string): KeyObject | undefined {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const secret = Buffer.from(content.trim(), 'base64url');
  if (secret.length < 32) throw new Error(`${file} is damaged: restore it from the backup`);
  return createSecretKey(secret);
}

/** Written whole under another name, then linked: of two processes starting together one wins and both read the same. */
function createSecret(dataDir: string, file: string): KeyObject {
  makeDataFolder(dataDir);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readIfThere(file)!;
}
