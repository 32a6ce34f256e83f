// Loaded before a real server, as `acknowledges-first.ts` is: its disk changes a bit of each file that was found whole.
import { open } from 'node:fs/promises';
import { FolderStore } from '../../src/attachments/folder-store.ts';

const seal = FolderStore.prototype.seal;

FolderStore.prototype.seal = async function (id) {
  const sealed = await seal.call(this, id);
  if (!sealed) return undefined;
  const keep = async (): Promise<void> => {
    const file = await open(sealed.path, 'r+');
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 1000);
    await file.write(Buffer.of(buffer[0]! ^ 1), 0, 1, 1000);
    await file.close();
    await sealed.keep();
  };
  return { ...sealed, keep };
};
