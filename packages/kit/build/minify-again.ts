import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Minifies what the bundler's own minifier has left: slower, but what every visitor fetches is two per cent less
 * (measured after brotli).
 */
export const minifyAgain = (): Plugin => ({
  name: 'cmto-minify-again',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code } = await minify(file.code, { module: true, ecma: 2020, compress: { passes: 3 } });
      if (code) file.code = code;
    }
  },
});
