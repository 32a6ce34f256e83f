// Keeping and delivering, in Firefox and WebKitGTK. What is not installed is skipped and said; in CI it is a failure.
import { runBrowserTests } from './lib/browser-tests.mjs';
import { closeSuite } from './lib/close-suite.mjs';
import { addCounts, nothing } from './lib/counts.mjs';
import { ENGINE_TESTS, ENGINES } from './lib/engines.mjs';
import { mustHaveEngines, obtainEngine } from './lib/obtain-engine.mjs';
import { say } from './lib/say.mjs';

const missing = { ...nothing(), failed: mustHaveEngines ? 1 : 0, skipped: mustHaveEngines ? 0 : 1 };

const results = [];
for (const name of Object.keys(ENGINES)) {
  const programs = await obtainEngine(name);
  if (programs) say(`In ${name}`);
  results.push(programs ? await runBrowserTests({ files: ENGINE_TESTS, engine: { name, programs } }) : missing);
}
closeSuite('engines', addCounts(results));
