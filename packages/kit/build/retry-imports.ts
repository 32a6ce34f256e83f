import type { Plugin } from 'vite';

const dynamicImport = /\bimport\(\s*([`"'])(\.{1,2}\/[^`"']+)\1\s*\)/g;

/**
 * A failed chunk is asked for once more under a new address each time: Firefox remembers a failed import for the life
 * of the page, so the same address would fail for ever.
 */
export const retryImports = (): Plugin => ({
  name: 'cmto-retry-imports',
  renderChunk: {
    order: 'post',
    handler: (code) =>
      code.replace(
        dynamicImport,
        (_, __, path: string) => `(u=>import(u).catch(()=>import(u+"?r="+Date.now())))("${path}")`,
      ),
  },
});
