import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { layout } from '../build/layout.ts';
import { pages } from '../build/pages.ts';
import { contentSecurityPolicy } from '../build/policy.ts';
import { withoutInlineFont } from '../build/without-inline-font.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const outDir = path('dist');

/** The scripts of a page wait until the service is there: the kit asks for its definitions at once. */
const scriptsWait = (): Plugin => ({
  name: 'scripts-wait',
  transformIndexHtml: {
    order: 'pre',
    handler: (page) => {
      // The service and its checks live in the page here, and cannot stand what the hostile page does to every object.
      const clean = page.replace('<script src="/hostile.js" vite-ignore></script>', '');
      const waiting = clean.replace(
        /<script type="module" src="([^"]+)" vite-ignore><\/script>/g,
        '<script type="text/plain" data-after-mock="$1"></script>',
      );
      if (waiting === clean) return page;
      return waiting.replace('</head>', '  <script type="module" src="/mock/start-page.ts"></script>\n  </head>');
    },
  },
});

const worker = (): Plugin => ({
  name: 'mock-service-worker',
  closeBundle: () =>
    copyFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), `${outDir}/mockServiceWorker.js`),
});

/** The demo with no server at all: the same pages, and the contract's service inside the browser. */
export default defineConfig({
  root: path('..'),
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    // The whole service with its checks is in the page.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: { ...pages(), ricevuta: path('ricevuta.html') } },
  },
  preview: {
    headers: {
      'Content-Security-Policy': contentSecurityPolicy.replace(
        'trusted-types lit-html',
        'trusted-types lit-html default',
      ),
    },
  },
  plugins: [scriptsWait(), layout(), withoutInlineFont(), worker()],
});
