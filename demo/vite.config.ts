import { defineConfig } from 'vite';
import { layout } from './build/layout.ts';
import { pages } from './build/pages.ts';
import { contentSecurityPolicy } from './build/policy.ts';
import { withoutInlineFont } from './build/without-inline-font.ts';

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // `font-src 'self'` and `style-src 'self'` leave no room for data: addresses.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: pages() },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  plugins: [layout(), withoutInlineFont()],
});
