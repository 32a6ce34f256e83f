import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readHtml } from '../../src/sources/html.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import type { TextDocument } from '../../src/index.ts';

const outline = ({ sections }: TextDocument) =>
  sections.map(({ id, level, heading, parent, paragraphs }) => [
    id,
    level,
    heading,
    parent ?? '',
    ...paragraphs.map(({ kind, text }) => `${kind}: ${text}`),
  ]);

const MARKDOWN = `Premessa.

# Asse 2. Più verde

Il **piano** finanzia
le [ciclabili](https://example.it).

## 2.1 Corona Verde

- sentieri
- passerelle

> Lo dice la legge.

| Anno | Alberi |
|------|--------|
| 2027 | 500    |

## Allegati {#allegati}

Testo.
`;

const HTML = `<p>Premessa.<h1>Asse 2. Più verde</h1><p>Il <b>piano</b> finanzia
le <a href="https://example.it">ciclabili</a>.
<h2>2.1 Corona Verde</h2><ul><li>sentieri<li>passerelle</ul><blockquote><p>Lo dice la legge.</blockquote>
<table><tr><th>Anno<th>Alberi<tr><td>2027<td>500</table><h2 id="allegati">Allegati</h2><div>Testo.</div>`;

const AXIS = 'asse-2-piu-verde';
const ROWS = ['row: Anno · Alberi', 'row: 2027 · 500'];

describe('readMarkdown and readHtml', () => {
  it('find sections, what is around them, and paragraphs with what they are', () => {
    assert.deepEqual(outline(readMarkdown(MARKDOWN)), [
      ['start', 0, '', '', 'text: Premessa.'],
      [AXIS, 1, 'Asse 2. Più verde', '', 'text: Il piano finanzia le ciclabili.'],
      ['2.1', 2, '2.1 Corona Verde', AXIS, 'item: sentieri', 'item: passerelle', 'quote: Lo dice la legge.', ...ROWS],
      ['allegati', 2, 'Allegati', AXIS, 'text: Testo.'],
    ]);
  });

  it('tell the line of each heading, and which section is given the id of another one', () => {
    const linesOf = ({ sections }: TextDocument) => sections.map(({ id, line, clash }) => [id, line, clash]);
    const told = [
      ['a', 1, undefined],
      ['a-2', 4, 'a'],
    ];
    assert.deepEqual(linesOf(readMarkdown('# Uno {#a}\r\n\r\nTesto.\r\n## Due {#a}')), told);
    assert.deepEqual(linesOf(readHtml('<h1 id="a">Uno</h1>\n\n<p>Testo.\n<h2 id="a">Due</h2>')), told);
  });

  it('name a section by its number, else by its words in ASCII', () => {
    const idsOf = (...headings: string[]) =>
      readMarkdown(headings.map((text) => `# ${text}`).join('\n')).sections.map(({ id }) => id);
    assert.deepEqual(idsOf('1 Premessa', '1.1. Perché', '12) Città', 'Città e montagna', 'Città e montagna', '山'), [
      '1',
      '1.1',
      '12',
      'citta-e-montagna',
      'citta-e-montagna-2',
      'sezione',
    ]);
  });

  it('read the same document alike, with the same ids', () => {
    const textOf = ({ sections }: TextDocument) => sections.map(({ line: _, ...section }) => section);
    assert.deepEqual(textOf(readHtml(HTML)), textOf(readMarkdown(MARKDOWN)));
  });

  it('keep the id of a paragraph while its text stays, and tell equal ones apart', () => {
    const ids = (source: string) =>
      readMarkdown(source).sections.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id));
    const [one, two, three] = ids('Uno.\n\nDue.\n\nUno.');
    assert.deepEqual(ids('Zero.\n\nDue.\n\nUno.').slice(1), [two, one]);
    assert.equal(three, `${one}-2`);
  });

  it('read scripts, styles and hidden parts of HTML as nothing, and markup in Markdown as text', () => {
    const source =
      '<p>Uno<script>alert(1)</script></p><style>p{}</style><div hidden>Due</div><svg><text>x</text></svg>';
    assert.deepEqual(outline(readHtml(source)), [['start', 0, '', '', 'text: Uno']]);
    assert.deepEqual(outline(readMarkdown('<img src=x onerror=alert(1)>')), [
      ['start', 0, '', '', 'text: <img src=x onerror=alert(1)>'],
    ]);
  });

  it('give ids that are unique and never empty, whatever they read', () => {
    const source = fc.array(
      fc.constantFrom(
        '# ',
        '## 1.1 ',
        '\n\n',
        '- ',
        'testo ',
        '<h1>',
        '<h2 id="a">',
        '</h2>',
        '<p>',
        '| a |',
        '\n',
        '😀',
        '{#a}',
        '#',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(source, (pieces) => {
        for (const read of [readMarkdown, readHtml]) {
          const { sections } = read(pieces.join(''));
          const ids = sections.map(({ id }) => id);
          const paragraphs = sections.flatMap((section) => section.paragraphs);
          assert.equal(new Set(ids).size, ids.length);
          assert.equal(new Set(paragraphs.map(({ id }) => id)).size, paragraphs.length);
          assert.ok(ids.every((id) => id !== '') && paragraphs.every(({ text }) => text !== ''));
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
