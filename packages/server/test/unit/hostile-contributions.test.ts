import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { canonicalText } from '@cmto/contract';
import { contributionListSchema } from '@cmto/contract/schemas';
import { aConsultation, aContribution } from '@cmto/testing/builders';
import { DOMParser } from '@xmldom/xmldom';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { strFromU8, unzipSync } from 'fflate';
import { consult, contributed, contributionOf } from '../support/consultations.ts';
import { hostileWords } from '../support/hostile-words.ts';
import { run } from '../support/run-command.ts';
import { asFetch, aServer, type TestServer } from '../support/test-server.ts';

const slug = 'bozza-di-piano';
const by = ['--operator', 'm.bianchi'];
const many = 60;

type Node = DefaultTreeAdapterTypes.Node;

/** The elements of a page with the names of their attributes, and its words. */
function understood(html: string): { readonly elements: readonly string[]; readonly words: string } {
  const elements: string[] = [];
  let words = '';
  const walk = (node: Node): void => {
    if ('tagName' in node) elements.push([node.tagName, ...node.attrs.map(({ name }) => name)].join(' '));
    if (node.nodeName === '#text') words += (node as { value: string }).value;
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return { elements, words };
}

const squeezed = (words: string): string => words.replace(/\s+/g, '');
const oneLine = (words: string): string => words.replace(/[\n\t\u2028]/g, ' ');

/** Sends an observation with the same words in every field that takes any, publishes and answers it. */
async function observe(server: TestServer, words: string) {
  const answers = {
    testo: words,
    tipo: 'proposal',
    proposta: words,
    chi: 'association',
    ente: oneLine(words),
    nome: oneLine(words),
  };
  const target = { documentVersion: 1, section: '2.1', paragraph: words.slice(0, 200), quote: words };
  const { id, receiptCode } = await contributed(server, aContribution(answers, { target }));
  const { public_id: name } = await contributionOf(server, id);
  await run(server, 'contribution', 'publish', slug, name, ...by);
  await run(server, 'contribution', 'answer', slug, name, '--outcome', 'partly', `--text=${words}`, ...by);
  return { name, code: receiptCode, words: canonicalText(words) };
}

describe('what somebody writes into a contribution to have it run', () => {
  it('comes back as text: as JSON, CSV, Atom, on the receipt page and in the table for the council act', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation({ register: true }));
    const pageOf = async (code: string) => understood(await (await asFetch(server.app)(`/r/${code}`)).text());
    const plain = await pageOf((await observe(server, 'Parole semplici.')).code);
    const sent = [];
    for (const words of fc.sample(hostileWords, { numRuns: many, seed: 20261122 })) {
      const one = await observe(server, words);
      const { elements, words: shown } = await pageOf(one.code);
      assert.deepEqual(elements, plain.elements, words);
      assert.ok(squeezed(shown).includes(squeezed(one.words)), words);
      sent.push(one);
    }
    const path = `/consultations/${slug}/contributions`;
    const answer = await server.ask(`${path}?limit=200`);
    assert.match(answer.headers.get('content-type')!, /^application\/json/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    const { contributions } = contributionListSchema.parse(await answer.json());
    for (const { name, words } of sent) {
      const { text, proposal, answer: given } = contributions.find(({ id }) => id === name)!;
      assert.deepEqual([text, proposal], [words, words]);
      assert.equal(canonicalText(given!.text), words);
    }
    const csv = await (await server.ask(`${path}?format=csv`)).text();
    const rows: string[][] = parseCsv(csv, { bom: true });
    assert.equal(rows.length, many + 2);
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /(?:^|[;\t\r\n]) *[=+\-@＝＋－＠]/);
    const feed = await (await server.ask(`${path}?format=atom`)).text();
    const atom = new DOMParser({ onError: (_, message) => assert.fail(message) }).parseFromString(feed, 'text/xml');
    const names = new Set([...atom.getElementsByTagName('*')].map(({ nodeName }) => nodeName));
    const known = [
      'author',
      'category',
      'content',
      'entry',
      'feed',
      'id',
      'link',
      'name',
      'rights',
      'title',
      'updated',
    ];
    assert.deepEqual([...names].sort(), known);
    const folder = mkdtempSync(join(tmpdir(), 'cmto-hostile-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const ods = join(folder, 'a.ods');
    await run(server, 'contribution', 'register-table', slug, '--ods', '--out', ods);
    const content = strFromU8(unzipSync(readFileSync(ods))['content.xml']!);
    const table = new DOMParser({ onError: (_, message) => assert.fail(message) }).parseFromString(content, 'text/xml');
    const prefixes = [...table.getElementsByTagName('*')].map(({ nodeName }) => nodeName.split(':')[0]!);
    assert.deepEqual([...new Set(prefixes)].sort(), ['office', 'table', 'text']);
    assert.ok(!content.includes('table:formula'));
  });

  it('is told as annulled on the receipt where its registration was annulled', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation({ register: true }));
    const { code } = await observe(server, 'Parole semplici.');
    const registerOf = async () =>
      ((await (await server.ask(`/receipts/${code}`)).json()) as { register: { status: string } }).register;
    assert.equal((await registerOf()).status, 'provisional');
    await run(server, 'register', 'annul', 'CMTO-RI-2026/0000001', '--reason', 'Doppia', '--act', 'Det. 1', ...by);
    assert.equal((await registerOf()).status, 'annulled');
  });
});
