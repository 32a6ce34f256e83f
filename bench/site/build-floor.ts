import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles the Lit limits as the kit is bundled: name of the file → code. */
export async function buildFloor(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  // Three builds: each file must hold all it needs, and nothing of the others.
  for (const entry of ['lit-inlined', 'lit-loader', 'lit-element']) {
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      root: fileURLToPath(new URL('.', import.meta.url)),
      build: {
        write: false,
        target: 'es2022',
        minify: true,
        modulePreload: false,
        rolldownOptions: {
          input: fileURLToPath(new URL(`${entry}.ts`, import.meta.url)),
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    for (const output of Array.isArray(result) ? result : [result]) {
      if (!('output' in output)) continue;
      for (const file of output.output) if (file.type === 'chunk') files.set(file.fileName, file.code);
    }
  }
  return files;
}
