import type { Plugin } from 'vite';

/** Takes out the icon font of a video player that bootstrap-italia carries as a data: address: `font-src 'self'` refuses it. */
export const withoutInlineFont = (): Plugin => ({
  name: 'without-inline-font',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
      file.source = String(file.source).replace(/@font-face\{font-family:VideoJS;[^}]*\}/g, '');
    }
  },
});
