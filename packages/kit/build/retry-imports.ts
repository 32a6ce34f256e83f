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
    handler(code) {
      const retried = code.replace(dynamicImport, '$$load("$2")');
      // Once for a chunk: eight of them are fetched by what every visitor loads.
      return retried === code ? code : `const $load=u=>import(u).catch(()=>import(u+"?r="+Date.now()));${retried}`;
    },
  },
});
