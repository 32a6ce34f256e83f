import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Writes `.br` and `.gz` beside every file, for servers that send them as they are. */
export const compress = (): Plugin => ({
  name: 'cmto-compress',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (!file.fileName.endsWith('.js')) continue;
      const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: await toBrotli(source, quality) });
      this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: await toGzip(source, { level: 9 }) });
    }
  },
});
