// Browser tests: every package's test/browser in a real Chromium. `pnpm test:browser FILE…` runs only those,
// `pnpm test:browser --group core` one package's. `pnpm test:browser --engine firefox [FILE…]`, or `webkit`, runs those
// of keeping and delivering, which every engine must do alike, or the files named.
import { runBrowserTests } from './lib/browser-tests.mjs';
import { closeSuite } from './lib/close-suite.mjs';
import { ENGINE_TESTS, ENGINES } from './lib/engines.mjs';
import { mustHaveEngines, obtainEngine } from './lib/obtain-engine.mjs';
import { requireBrowser } from './lib/require-browser.mjs';
import { giveUp } from './lib/say.mjs';

async function inEngine(name, files) {
  if (!Object.hasOwn(ENGINES, name ?? ''))
    giveUp(`There is no engine "${name}": choose from ${Object.keys(ENGINES).join(', ')}.`);
  const programs = await obtainEngine(name);
  if (programs) {
    const chosen = files.length > 0 ? files : ENGINE_TESTS;
    closeSuite(name, await runBrowserTests({ files: chosen, engine: { name, programs } }));
  } else process.exitCode = mustHaveEngines ? 1 : 0;
}

const args = process.argv.slice(2);
if (args[0] === '--engine') await inEngine(args[1], args.slice(2));
else {
  const chosen = args[0]?.startsWith('--') ? { options: args } : { files: args };
  closeSuite('browser', await runBrowserTests({ ...chosen, chromium: requireBrowser() }));
}
