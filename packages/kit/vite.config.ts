import { defineConfig } from 'vite';
import { chunkGroups } from './build/chunks.ts';
import { compress } from './build/compress.ts';
import { publishElements } from './build/elements.ts';
import { inlineRuntime } from './build/inline-runtime.ts';
import { minifyAgain } from './build/minify-again.ts';
import { ownCopy } from './build/own-copy.ts';
import { retryImports } from './build/retry-imports.ts';
import { squeezeTemplates } from './build/squeeze-templates.ts';

export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: false,
    // A library build: the application build would add a preloader that writes into the page's head.
    lib: { entry: { cmto: 'src/loader.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // Four bits a character compress to half a byte: every chunk names others.
        hashCharacters: 'hex',
        minify: true,
        codeSplitting: { groups: chunkGroups },
      },
    },
  },
  plugins: [
    ownCopy('loader', /\/kit\/src\/loader\.ts$/),
    ownCopy('rating', /\/feedback-widget\/src\/rating\/rating-element\.ts$/),
    ownCopy('sender', /\/core\/src\/outbox\/send-waiting\.ts$/),
    squeezeTemplates(),
    inlineRuntime(),
    retryImports(),
    minifyAgain(),
    compress(),
    publishElements(),
  ],
});
