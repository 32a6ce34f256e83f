import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import type { Consultation } from '@cmto/contract';
import { consultationSchema } from '@cmto/contract/schemas';
import { aConsultation, aField, aSurvey } from '@cmto/testing/builders';
import { refusal, run } from '../support/run-command.ts';
import { aServer } from '../support/test-server.ts';

const demo = fileURLToPath(new URL('../../../../demo/consultations', import.meta.url));

function aFolder(test: { after(clean: () => void): void }, files: Record<string, object | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-consultation-'));
  test.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return folder;
}

const { document: consulted, ...withoutDocument } = aConsultation();
const withFile = (file: string): object => ({ ...withoutDocument, document: { title: 'Bozza', version: 1, file } });

describe('pnpm cmto consultation', () => {
  it('imports, publishes, lists, exports, closes', async (test) => {
    const server = await aServer(test);
    const path = join(aFolder(test, { 'a.json': aConsultation() }), 'a.json');
    assert.match((await run(server, 'consultation', 'import', path)).said, /imported as version 1, a draft/);
    assert.match((await run(server, 'consultation', 'import', path)).said, /nothing changed/);
    assert.equal((await server.ask('/consultations/bozza-di-piano')).status, 404);
    await run(server, 'consultation', 'publish', 'bozza-di-piano');
    assert.equal((await server.ask('/consultations/bozza-di-piano')).status, 200);
    assert.match((await run(server, 'consultation', 'list')).said, /bozza-di-piano {2}open {2}0 contributions/);
    assert.match((await run(server, 'consultation', 'export', 'bozza-di-piano', '--csv')).printed, /testo/);
    await run(server, 'consultation', 'close', 'bozza-di-piano');
    assert.match((await run(server, 'consultation', 'list')).said, /closed/);
  });

  it('takes the document from a Markdown file beside the definition, with a section for each heading and its paragraphs', async (test) => {
    const server = await aServer(test);
    const bozza = [
      'Non fa parte di nessuna sezione.',
      '# 1 Premessa',
      'Il piano.',
      '',
      '## 1.1 Perché #',
      '```',
      '# non è un titolo',
      '```',
      '## Città e montagna',
      '- valli',
      '- colline',
      '## Città e montagna',
      '### Fine {#fine}',
    ].join('\r\n');
    const folder = aFolder(test, { 'a.json': withFile('bozza.md'), 'bozza.md': `\uFEFF${bozza}` });
    await run(server, 'consultation', 'import', join(folder, 'a.json'));
    await run(server, 'consultation', 'publish', 'bozza-di-piano');
    const served = consultationSchema.parse(await (await server.ask('/consultations/bozza-di-piano')).json());
    const sections = served.document!.sections.map(({ id, title, level, paragraphs = [] }) => [
      id,
      title,
      level,
      ...paragraphs.map(({ kind, text }) => `${kind}: ${text}`),
    ]);
    assert.deepEqual(sections, [
      ['1', '1 Premessa', 1, 'text: Il piano.'],
      ['1.1', '1.1 Perché', 2, 'code: # non è un titolo'],
      ['citta-e-montagna', 'Città e montagna', 2, 'item: valli', 'item: colline'],
      ['citta-e-montagna-2', 'Città e montagna', 2],
      ['fine', 'Fine', 3],
    ]);
  });

  it('takes it from an HTML file, too, with the ids that its headings have, and text as text', async (test) => {
    const server = await aServer(test);
    const bozza = '<h1 id="premessa">Premessa</h1><p>Il <b>piano</b>.<script>alert(1)</script><p>&lt;b&gt;Testo.';
    const folder = aFolder(test, { 'a.json': withFile('bozza.html'), 'bozza.html': bozza });
    await run(server, 'consultation', 'import', join(folder, 'a.json'));
    await run(server, 'consultation', 'publish', 'bozza-di-piano');
    const answer = await server.ask('/consultations/bozza-di-piano');
    const { sections } = consultationSchema.parse(await answer.json()).document!;
    assert.deepEqual(
      sections.map(({ id, paragraphs = [] }) => [id, ...paragraphs.map(({ text }) => text)]),
      [['premessa', 'Il piano.', '<b>Testo.']],
    );
    const held = { 'If-None-Match': answer.headers.get('etag')! };
    assert.equal((await server.ask('/consultations/bozza-di-piano', { headers: held })).status, 304);
  });

  it('names the file and the line of what is wrong with the document', async (test) => {
    const server = await aServer(test);
    const texts: [string, RegExp][] = [
      ['Senza titoli.', /bozza\.md:1: no headings/],
      ['# A {#a}\n# B {#a}', /bozza\.md:2: the name “a” is already on line 1/],
      ['# A\n\n## B {#è}', /bozza\.md:3: “B”: id/],
      [`# A\n${'x'.repeat(20_001)}`, /bozza\.md:1: “A”: paragraphs\.0\.text/],
    ];
    for (const [text, reason] of texts) {
      const folder = aFolder(test, { 'a.json': withFile('bozza.md'), 'bozza.md': text });
      assert.match((await refusal(run(server, 'consultation', 'import', join(folder, 'a.json')))).message, reason);
    }
    const folder = aFolder(test, { 'a.json': withFile('manca.md'), 'b.json': withFile('../a.json') });
    assert.match((await refusal(run(server, 'consultation', 'import', join(folder, 'a.json')))).message, /ENOENT/);
    assert.match(
      (await refusal(run(server, 'consultation', 'import', join(folder, 'b.json')))).message,
      /no name of a file beside/,
    );
  });

  it('refuses what does not fit together, with line and path', async (test) => {
    const server = await aServer(test);
    const good = aConsultation();
    const bad: [Partial<Consultation> | object, RegExp][] = [
      [{ document: undefined }, /a\.json:1:1: the file: a consultation of kind “document” has a document/],
      [{ kind: 'ideas' }, /document: a consultation of kind “ideas” is about no document/],
      [{ kind: 'sondaggio' }, /kind: /],
      [
        { document: { ...consulted!, sections: [consulted!.sections[0], consulted!.sections[0]] } },
        /sections\[1\]\.id: the section “1”/,
      ],
      [
        { document: { ...consulted!, sections: [{ id: 'a', title: 'A', level: 1 }] } },
        /neither a text nor the address/,
      ],
      [{ contribution: { text: 'nessuno' } }, /contribution\.text: there is no field “nessuno”/],
      [{ contribution: { text: 'ente' } }, /“ente” is not required of everybody/],
      [{ contribution: { text: 'testo', type: 'chi' } }, /options of “chi” are among question, observation, proposal/],
      [
        { contribution: { text: 'testo', topic: 'ente' } },
        /contribution\.topic: “ente” \(text\) is not of type choice/,
      ],
      [{ register: true, contribution: { text: 'testo' } }, /register: the register wants a name/],
      [{ register: true, attribution: 'anonymous' }, /no correspondent to register/],
      [{ identity: 'eid' }, /not built yet/],
      [{ opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-11-01T00:00:00Z' }, /closes before it opens/],
      [{ moderation: { ...good.moderation, reasons: [] } }, /moderation\.reasons/],
      [{ moderation: { ...good.moderation, rules: '[x](javascript:alert(1))' } }, /moderation\.rules: a link may lead/],
      [{ kind: 'needs', document: undefined }, /needs are counted by topic/],
    ];
    for (const [parts, reason] of bad) {
      const path = join(aFolder(test, { 'a.json': { ...good, ...parts } }), 'a.json');
      const { message } = await refusal(run(server, 'consultation', 'import', path));
      assert.match(message, reason);
      assert.match(message, /a\.json:\d+:\d+: /);
    }
  });

  it('warns of questions that tell who is anonymous, and never takes a survey for a consultation', async (test) => {
    const server = await aServer(test);
    const anonymous = {
      ...aConsultation(),
      identity: 'anonymous',
      attribution: undefined,
      kind: 'ideas',
      document: undefined,
    };
    const folder = aFolder(test, { 'a.json': anonymous, 'b.json': aSurvey() });
    const { warned } = await run(server, 'consultation', 'import', join(folder, 'a.json'));
    assert.match(warned, /“email” \(email\) tells who answers/);
    await refusal(run(server, 'consultation', 'import', join(folder, 'b.json')));
    const taken = aConsultation({
      slug: 'prova',
      form: { pages: [{ id: 'p', fields: [aField('long-text', { id: 'testo', required: true })] }] },
      contribution: { text: 'testo' },
    });
    await server.publish(aSurvey());
    const path = join(aFolder(test, { 'a.json': taken }), 'a.json');
    assert.match(
      (await refusal(run(server, 'consultation', 'import', path))).message,
      /is the name of a survey already/,
    );
  });

  it('seeds the demo: a document, ideas and needs, marked as such', async (test) => {
    const server = await aServer(test);
    assert.equal((await run(server, 'seed', demo)).warned, '');
    const { said } = await run(server, 'consultation', 'list');
    const slugs = said.split('\n').map((line) => line.split('  ')[0]!);
    const all = await Promise.all(
      slugs.map(async (slug) => consultationSchema.parse(await (await server.ask(`/consultations/${slug}`)).json())),
    );
    assert.deepEqual(all.map(({ kind }) => kind).sort(), ['document', 'ideas', 'needs']);
    for (const { title } of all) assert.match((title as { it: string }).it, /dati dimostrativi/);
  });
});
