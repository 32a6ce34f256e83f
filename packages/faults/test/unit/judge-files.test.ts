import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sha256 } from '../../src/ledger/content.ts';
import { judgeFiles } from '../../src/ledger/judge-files.ts';

const key = '0b9c1e52-7d0a-4b0e-9a70-3a4d2f6c8e11';
const bytes = Buffer.from('%PDF-1.7 una pagina');
const hash = sha256(bytes);

describe('judgeFiles', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cmto-judge-files-'));
  });
  after(() => rm(folder, { recursive: true }));

  const keep = async (name: string, content: Buffer): Promise<string> => {
    const dataDir = join(folder, name);
    await mkdir(join(dataDir, 'attachments', key.slice(0, 2), key), { recursive: true });
    await writeFile(join(dataDir, 'attachments', key.slice(0, 2), key, hash), content);
    return dataDir;
  };

  it('is content when every byte is there', async () => {
    const dataDir = await keep('whole', bytes);
    assert.deepEqual(await judgeFiles(dataDir, new Map([[key, [hash]]])), { stored: 1, findings: [] });
  });

  it('sees a changed byte, a file that is missing and one that nobody meant', async () => {
    const dataDir = await keep('changed', Buffer.from('%PDF-1.7 una Pagina'));
    const { findings } = await judgeFiles(dataDir, new Map([[key, ['a'.repeat(64)]]]));
    assert.deepEqual(findings.map(({ wrong }) => wrong).sort(), ['altered', 'lost', 'unknown']);
  });
});
