import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { canonicalAnswers, type Service } from '@cmto/contract';
import { aField, aKey, aRequest, aService } from '@cmto/testing/builders';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { exportCsv } from '../../src/exports/survey-export.ts';
import { letterHtml } from '../../src/mail/letter-html.ts';
import { letterText } from '../../src/mail/letter-text.ts';
import { writeLetter } from '../../src/mail/write-letter.ts';
import { readMunicipalities } from '../../src/municipalities/municipality-list.ts';
import { readPublished } from '../../src/surveys/published-survey.ts';
import { hostileWords } from '../support/hostile-words.ts';
import { readPdf } from '../support/read-pdf.ts';
import { someFacts } from '../support/request-facts.ts';
import { offer, request, statusOf, write } from '../support/requests.ts';
import { asFetch, aServer, type TestServer } from '../support/test-server.ts';

/** Texts in one request; with the requests below, more than 5,000. */
const perRequest = 170;
const requests = 30;

const ids = Array.from({ length: perRequest }, (_, at) => `t${at}`);
const [privacy, applicant, wanted] = aService().form.pages;
const service: Service = aService({
  subject: '{{t0}} {{t1}}',
  form: {
    pages: [
      privacy!,
      applicant!,
      wanted!,
      { id: 'testi', fields: ids.map((id) => aField('long-text', { id, label: `Testo ${id}` })) },
    ],
  },
});

type Node = DefaultTreeAdapterTypes.Node;

/** A page as a browser understands it: its elements with their attributes, in order, and its words. */
function understood(html: string): { readonly elements: string[]; readonly words: string } {
  const elements: string[] = [];
  let words = '';
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      const attributes = node.attrs.map(({ name, value }) => (name === 'href' ? `href=${value}` : name)).join(' ');
      elements.push(`${node.tagName} ${attributes}`.trim());
    }
    if (node.nodeName === '#text') words += (node as { value: string }).value;
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return { elements, words };
}

const squeezed = (words: string): string => words.replace(/\s+/g, '');

async function send(server: TestServer, words: readonly string[]): Promise<string> {
  const answers = Object.fromEntries(ids.map((id, at) => [id, words[at]!]));
  const said = aRequest({ nome: words[0]!.replace(/[\n\t\u2028]/g, ' '), cognome: 'Rossi', tema: 'x', ...answers });
  const answer = await request(server, said, { key: aKey() });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { receiptCode: string }).receiptCode;
}

/** A receipt's page without what is different in each: code, number, hashes. */
const pageOf = async (server: TestServer, code: string) => {
  const { elements, words } = understood(await (await asFetch(server.app)(`/r/${code}`)).text());
  return { elements: elements.map((element) => element.replaceAll(code, 'CODE')), words };
};

async function csvOf(server: TestServer): Promise<Record<string, string>[]> {
  const survey = (await readPublished(server.database.db, service.slug))!;
  const out = new PassThrough();
  const all = text(out);
  await exportCsv(
    { db: server.database.db, survey, municipalities: readMunicipalities().municipalities } as never,
    out,
  );
  out.end();
  return parseCsv(await all, { bom: true, columns: true });
}

/** What a program that opens a PDF would do by itself, or be led to. */
async function actionsOf(bytes: Uint8Array): Promise<unknown[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const found: unknown[] = [await pdf.getJSActions(), await pdf.getOpenAction(), await pdf.getAttachments()];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    found.push(...(await page.getAnnotations()));
  }
  await task.destroy();
  return found.filter((one) => one !== null && one !== undefined);
}

describe('what somebody types to have it run', () => {
  it('is shown as text by page and status, begins no formula, and is nothing in a letter', async (test) => {
    const server = await aServer(test);
    await offer(server, service);
    const plain = await pageOf(
      server,
      await send(
        server,
        ids.map((id) => `parole ${id}`),
      ),
    );
    const sent: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(hostileWords, { minLength: perRequest, maxLength: perRequest }), async (words) => {
        const code = await send(server, words);
        const canonical = canonicalAnswers(service.form, Object.fromEntries(ids.map((id, at) => [id, words[at]!])));
        const kept = ids.map((id) => canonical[id] as string);
        sent.push(...kept);
        const page = await pageOf(server, code);
        assert.deepEqual(page.elements, plain.elements);
        const shown = squeezed(page.words);
        for (const one of kept) assert.ok(shown.includes(squeezed(one)), `${one} is not on the page`);
        const added = await write(server, code, { kind: 'addition', text: words[1]! });
        assert.equal(added.status, 201);
        const { messages, subject, title } = await statusOf(server, code);
        assert.equal(messages[0]!.text, words[1]);
        assert.ok(squeezed(subject).startsWith(squeezed(kept[0]!)), `${subject} begins with ${kept[0]}`);
        const letter = writeLetter({ template: 'receipt', data: {}, language: 'it' }, someFacts({ title }));
        assert.ok(!kept.some((one) => letterText(letter).includes(one)), 'answers are not in letters');
      }),
      { numRuns: requests, endOnFailure: true },
    );
    const rows = await csvOf(server);
    assert.equal(rows.length, requests + 1);
    const cells = rows.flatMap((row) => ids.map((id) => row[id]!));
    for (const cell of cells) assert.doesNotMatch(cell, /(?:^|[;\t\r\n]) *[=+\-@＝＋－＠]/);
    const written = new Set(cells.map((cell) => cell.replaceAll("'", '')));
    assert.ok(sent.length >= 5000);
    for (const one of sent) assert.ok(written.has(one.replaceAll("'", '')), `${one} is not in the table`);
  });

  it('is text in a letter, wherever a definition may have it', async () => {
    const plain = await letterOf('parole');
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const letter = await letterOf(words);
        assert.deepEqual(letter.elements, plain.elements);
        assert.ok(squeezed(letter.words).includes(squeezed(words)), words);
      }),
      { numRuns: 1000 },
    );
  });

  it('is text in the receipt as PDF, which does nothing by itself', async (test) => {
    const server = await aServer(test);
    await offer(server, service);
    const readable = /^[\x20-\x7e]{1,40}$/;
    const [words] = fc.sample(fc.array(hostileWords, { minLength: perRequest, maxLength: perRequest }), 1);
    const answer = await asFetch(server.app)(`/r/${await send(server, words!)}/pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    assert.deepEqual(await actionsOf(bytes), []);
    const { text: shown } = await readPdf(bytes);
    for (const one of words!.map((each) => each.trim()).filter((each) => readable.test(each)))
      assert.ok(squeezed(shown).includes(squeezed(one)), one);
  });
});

async function letterOf(words: string) {
  const { procedure } = someFacts();
  const facts = someFacts({ title: words, procedure: { ...procedure, unit: words, officer: words } });
  const letter = writeLetter({ template: 'receipt', data: {}, language: 'it' }, facts);
  assert.ok(!letter.subject.includes(words));
  return understood(await letterHtml(letter));
}
