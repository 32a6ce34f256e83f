// A program for `pnpm faults`: official registers that fail, on the place that CMTO_DATA_DIR and DATABASE_URL name.
// node main.ts --requests N --seed S
import { parseArgs } from 'node:util';
import { tellStory } from './story.ts';

const { values } = parseArgs({ options: { requests: { type: 'string' }, seed: { type: 'string' } } });
const { CMTO_DATA_DIR: dataDir = '', DATABASE_URL: url = '' } = process.env;
const cleaning: (() => Promise<void>)[] = [];
const { wrong, requests, kills, messages } = await tellStory(
  { after: (clean) => void cleaning.unshift(clean) },
  {
    environment: { CMTO_DATA_DIR: dataDir, DATABASE_URL: url },
    requests: Number(values.requests),
    seed: String(values.seed),
  },
);
for (const clean of cleaning) await clean();
const findings = kills > 0 ? wrong : [...wrong, 'nothing was killed'];
for (const words of findings) console.log(words);
console.log(`${requests} requests, ${messages} messages to registers, ${kills} kills`);
process.exitCode = findings.length === 0 ? 0 : 1;
