import type { Plugin } from 'vite';

const runtimeImport = /import\s*\{\s*t as (\w+)\s*\}\s*from\s*["'][^"']*rolldown-runtime[^"']*["'];?/;

/**
 * Puts the bundler's one helper (it makes the namespace of a module inside a chunk) into the chunks that use it: as a
 * chunk of its own it would cost every page a round trip for 170 bytes. Ours counts own keys alone: the bundler's own
 * `for…in` meets what a page has put on `Object.prototype`, and then no widget appears.
 */
export const inlineRuntime = (): Plugin => ({
  name: 'cmto-inline-runtime',
  renderChunk: {
    order: 'post',
    handler: (code) =>
      code.replace(
        runtimeImport,
        'var $1=t=>{let n={};for(let e of Object.keys(t))Object.defineProperty(n,e,{get:t[e],enumerable:!0});return n};',
      ),
  },
  generateBundle(_, bundle) {
    for (const name of Object.keys(bundle)) if (/rolldown-runtime/.test(name)) delete bundle[name];
  },
});
