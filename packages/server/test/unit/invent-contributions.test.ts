import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { contributionListSchema } from '@cmto/contract/schemas';
import { contributed } from '../support/consultations.ts';
import { run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const demo = fileURLToPath(new URL('../../../../demo', import.meta.url));

const published = async (server: TestServer, slug: string) =>
  contributionListSchema.parse(await (await server.ask(`/consultations/${slug}/contributions`)).json());

describe('contribution invent', () => {
  it('fills the demo with contributions that are answered and marked as invented, and nothing the second time', async (test) => {
    const server = await aServer(test);
    await run(server, 'seed', join(demo, 'consultations'));
    assert.equal((await run(server, 'contribution', 'invent', join(demo, 'contributions'))).warned, '');
    const again = await run(server, 'contribution', 'invent', join(demo, 'contributions'));
    assert.match(again.said, /nothing was invented/);
    const facts = [];
    for (const slug of ['psm-2027-bozza', 'psm-2027-idee', 'bisogni-del-territorio']) {
      const { total, contributions } = await published(server, slug);
      for (const { text } of contributions) assert.match(text, /\(dati dimostrativi\)$/);
      const answered = contributions.filter(({ answer }) => answer !== undefined).length;
      facts.push([total, answered, contributions.reduce((sum, { agreements }) => sum + agreements, 0)]);
    }
    assert.deepEqual(facts, [
      [4, 3, 13],
      [3, 2, 8],
      [4, 2, 8],
    ]);
  });

  it('invents nothing where somebody has sent something', async (test) => {
    const server = await aServer(test);
    await run(server, 'seed', join(demo, 'consultations'));
    const answers = { tema: 'scuola', testo: 'Manca una biblioteca.' };
    await contributed(server, { formVersion: 1, language: 'it', answers }, { slug: 'bisogni-del-territorio' });
    await run(server, 'contribution', 'invent', join(demo, 'contributions'));
    assert.equal((await published(server, 'psm-2027-idee')).total, 0);
  });
});
