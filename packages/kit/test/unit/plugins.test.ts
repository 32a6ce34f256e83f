import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryImports } from '../../build/retry-imports.ts';
import { squeezeTemplates } from '../../build/squeeze-templates.ts';

const handlerOf = (hook: unknown): ((code: string) => unknown) =>
  (hook as { handler: (code: string) => unknown }).handler;

const retried = (code: string): string => handlerOf(retryImports().renderChunk)(code) as string;
const squeezed = (code: string): string => (handlerOf(squeezeTemplates().transform)(code) as { code: string }).code;

type Load = (address: string) => Promise<unknown>;

/** Runs the rewritten import with a loader of the test's. */
const runWith = async (code: string, load: Load): Promise<unknown> => {
  const source = `export default (load) => { ${retried(`return ${code}`).replaceAll('import(', 'load(')} }`;
  const { default: run } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    default: (load: Load) => Promise<unknown>;
  };
  return run(load);
};

describe('an import of a chunk', () => {
  it('is tried again under a new address when it fails', async () => {
    const asked: string[] = [];
    const chunk = await runWith('import("./chunks/en-abc.js")', async (address) => {
      asked.push(address);
      if (asked.length === 1) throw new TypeError('no network');
      return 'the chunk';
    });
    assert.equal(chunk, 'the chunk');
    assert.equal(asked[0], './chunks/en-abc.js');
    assert.match(asked[1]!, /^\.\/chunks\/en-abc\.js\?r=\d+$/);
  });

  it('is tried under yet another address the next time, and its failure is told', async () => {
    const asked: string[] = [];
    const fail: Load = async (address) => {
      asked.push(address);
      throw new TypeError('no network');
    };
    await assert.rejects(runWith('import("./a.js")', fail), /no network/);
    const since = Date.now();
    while (Date.now() === since);
    await assert.rejects(runWith('import("./a.js")', fail), /no network/);
    assert.equal(new Set(asked).size, 3, 'the plain address and two of their own');
  });

  it('is rewritten however it is quoted, and nothing else is', () => {
    assert.match(retried('import(`./a.js`)'), /;\$load\("\.\/a\.js"\)$/);
    assert.match(retried("import( '../b.js' )"), /;\$load\("\.\.\/b\.js"\)$/);
    for (const code of ['import("lit")', 'import(name)', 'import{a}from"./a.js"', 'important("./a.js")']) {
      assert.equal(retried(code), code);
    }
  });
});

describe('squeezing templates', () => {
  it('makes runs of white space one space in templates, and takes them out of styles', () => {
    assert.equal(
      squeezed('const a = html`<p\n  id="a"\n>\n    uno   due\n  </p>`;'),
      'const a = html`<p id="a"> uno due </p>`;',
    );
    assert.equal(
      squeezed('const a = css`\n  p {\n    margin: 0;\n    color: red;\n  }\n`;').replace(/` | `/g, '`'),
      'const a = css`p{margin:0;color:red}`;',
    );
  });

  it('keeps what a selector or a value needs', () => {
    const code = squeezed(
      'const a = css`.a  .b > c:not( .d ) { margin: calc(1em + 2px) auto -0.5em 10.0%; } /* weg */`;',
    );
    assert.match(code, /\.a \.b>c:not\( \.d \)\{margin:calc\(1em \+ 2px\) auto -\.5em 10\.0%\}/);
    assert.doesNotMatch(code, /weg/);
  });

  it('leaves strings, other templates and expressions alone', () => {
    const code = 'const a = `due   spazi` + "due   spazi" + html`<p>${"due   spazi"}</p>`;';
    assert.equal(squeezed(code), code);
  });

  it('reaches templates inside templates', () => {
    assert.equal(
      squeezed('html`<ul>${items.map((i) => html`<li>\n  ${i}\n</li>`)}</ul>`'),
      'html`<ul>${items.map((i) => html`<li> ${i} </li>`)}</ul>`',
    );
  });
});
