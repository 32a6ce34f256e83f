import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { glob } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Finding } from './judge.ts';

const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/**
 * Reads all whole files from the server's folder and holds their bytes against what was meant: `meant` has the hashes
 * by key. A file is where its key and its hash say: nobody asks the server's code.
 */
export const judgeFiles = async (
  dataDir: string,
  meant: ReadonlyMap<string, readonly string[]>,
): Promise<{ readonly stored: number; readonly findings: readonly Finding[] }> => {
  const findings: Finding[] = [];
  const missing = new Map([...meant].map(([key, hashes]) => [key, new Set(hashes)]));
  let stored = 0;
  for await (const path of glob('attachments/??/*/*', { cwd: dataDir })) {
    const key = basename(dirname(path));
    const named = basename(path);
    if (!/^[0-9a-f]{64}$/.test(named)) continue;
    stored += 1;
    if (!missing.get(key)?.delete(named)) findings.push({ wrong: 'unknown', key, detail: `file ${named}` });
    const found = await hashOfFile(join(dataDir, path));
    if (found !== named) findings.push({ wrong: 'altered', key, detail: `file ${named} has the bytes of ${found}` });
  }
  for (const [key, hashes] of missing) {
    for (const hash of hashes) findings.push({ wrong: 'lost', key, detail: `file ${hash}` });
  }
  return { stored, findings };
};
