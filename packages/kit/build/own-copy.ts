import type { Plugin } from 'vite';

/**
 * Gives a module its own copies of all that it imports, told apart by the mark `?name`. The loader's few modules would
 * otherwise be a chunk shared with the widgets, and every page would wait one more round trip before anything starts;
 * the sender would bring Lit and a survey to pages that have none, where a strict policy may even refuse them; and a
 * rating, which stands on every page of a site, would bring a survey's chunk.
 */
export const ownCopy = (name: string, entry: RegExp): Plugin => {
  const mark = `?${name}`;
  return {
    name: `cmto-own-copy-${name}`,
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      async handler(id, importer, options) {
        if (!importer || !(entry.test(importer) || importer.endsWith(mark)) || options.kind === 'dynamic-import')
          return null;
        const found = await this.resolve(id, importer.replace(mark, ''), { ...options, skipSelf: true });
        return found && { ...found, id: found.id + mark };
      },
    },
  };
};
