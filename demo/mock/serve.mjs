// pnpm demo:mock [--build-only] [--port N]: builds the kit and the demo without a server into mock/dist, and shows it.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const { values } = parseArgs({ options: { 'build-only': { type: 'boolean' }, port: { type: 'string' } } });
const configFile = path('vite.config.ts');

await build({ configFile, logLevel: 'warn' });
const kit = path('../../packages/kit/');
await build({
  root: kit,
  configFile: `${kit}vite.config.ts`,
  logLevel: 'warn',
  build: { outDir: path('dist/kit/v1'), emptyOutDir: true },
});
console.log(`Built into ${path('dist')}`);

if (!values['build-only']) {
  const server = await preview({ configFile, preview: { port: Number(values.port ?? 4301), host: '127.0.0.1' } });
  const [url] = server.resolvedUrls.local;
  console.log(`The demo without a server: ${url}\nAnswers stay in your browser. Ctrl+C to stop.`);
}
