import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let built: Promise<string> | undefined;

const bundle = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('./page.ts', import.meta.url)), formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [result].flat();
  const chunks = output && 'output' in output ? output.output.filter(({ type }) => type === 'chunk') : [];
  if (chunks.length !== 1) throw new Error(`one script was expected of the page, not ${chunks.length}`);
  return (chunks[0] as { code: string }).code;
};

/** The script of `page.ts` with all it needs, built once. */
export const buildPage = (): Promise<string> => (built ??= bundle());
