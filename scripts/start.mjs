// npm start: installs, builds, prepares the embedded database with the demo content and serves it all.
// Plain JavaScript without dependencies: it runs on whatever Node ≥ 20.19 is there, before anything is installed.
import { build } from './lib/build.mjs';
import { checkNode } from './lib/check-node.mjs';
import { install } from './lib/install.mjs';
import { checkPort } from './lib/port.mjs';
import { giveUp, say } from './lib/say.mjs';
import { stopWithNpm } from './lib/run.mjs';
import { seedDemo, serve } from './lib/serve.mjs';

checkNode();
stopWithNpm();
const port = await checkPort(process.env.PORT ?? '4300');
await install();
if (!(await build())) giveUp('The kit could not be built (see above).');
say('Preparing the database with the demo content');
if (!(await seedDemo())) giveUp('The demo content could not be imported (see above).');
say('Starting the server');
process.exitCode = await serve(port);
