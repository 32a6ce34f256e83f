import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildKit, type Files, scriptsOf } from './built-kit.ts';

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
}

interface Module {
  readonly path: string;
  readonly exports?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: { readonly name: string; readonly module: string };
  }[];
  readonly declarations?: readonly { readonly name: string; readonly tagName?: string }[];
}

/** Where a pattern occurs, with a little of what is around it. */
const found = (scripts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...scripts].flatMap(([path, code]) =>
    [...code.matchAll(pattern)].map(({ index }) => `${path}: ${code.slice(Math.max(0, index - 30), index + 50)}`),
  );

describe('the built kit', () => {
  let files: Files;
  let scripts: Map<string, string>;

  before(async () => {
    files = await buildKit();
    scripts = scriptsOf(files);
  });

  it('describes every tag that its loader knows, each with a class that is described, too', () => {
    const { modules } = JSON.parse(files.get('custom-elements.json')!.toString()) as { modules: Module[] };
    const registered = modules.flatMap(({ exports = [] }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition'),
    );
    assert.deepEqual(registered.map(({ name }) => name).toSorted(), [
      'cmto-feedback',
      'cmto-kept',
      'cmto-provider',
      'cmto-rating',
      'cmto-receipt',
      'cmto-request-form',
      'cmto-request-status',
      'cmto-survey',
    ]);
    const loader = files.get('cmto.js')!.toString();
    for (const { name, declaration } of registered) {
      assert.ok(loader.includes(name), `${name} is a tag of the loader's`);
      const declared = modules.find(({ path }) => path === declaration.module)?.declarations ?? [];
      assert.equal(declared.find((each) => each.name === declaration.name)?.tagName, name);
    }
  });

  it('has one entry, cmto.js, and everything else in chunks named by their content', () => {
    const names = [...files.keys()];
    assert.deepEqual(names.filter((name) => !name.startsWith('chunks/')).toSorted(), [
      'cmto.js',
      'cmto.js.br',
      'cmto.js.gz',
      'custom-elements.json',
      'manifest.json',
    ]);
    for (const name of names.filter((each) => each.startsWith('chunks/'))) {
      assert.match(name, /^chunks\/[\w.-]+-[\w-]{8}\.js(?:\.br|\.gz)?$/);
    }
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as Record<string, ManifestChunk>;
    const entries = Object.values(manifest).filter(({ isEntry }) => isEntry);
    assert.deepEqual(
      entries.map(({ file }) => file),
      ['cmto.js'],
    );
  });

  it('starts with one file: the loader waits for no other', () => {
    assert.deepEqual(found(new Map([['cmto.js', scripts.get('cmto.js')!]]), /\bimport\s*(?:[\w*{"'])/g), []);
  });

  it('asks only for chunks that are there', () => {
    for (const [path, code] of scripts) {
      const relative = [...code.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)].map(([, name]) => name!);
      for (const name of relative) {
        const target = posix.normalize(posix.join(posix.dirname(path), name));
        assert.ok(scripts.has(target), `${path} asks for ${target}`);
      }
    }
  });

  it('tries every chunk again under a new address when it fails', () => {
    const retry = /\bimport\((\w+)\)\.catch\(\(\)=>import\(\1\+["'`]\?r=["'`]\+Date\.now\(\)\)\)/g;
    const retried = found(scripts, retry).length;
    assert.ok(retried > 5, `only ${retried} chunks ask for others`);
    assert.equal(found(scripts, /\bimport\(/g).length, 2 * retried, 'nothing is asked for in another way');
  });

  it('makes no code from strings, and HTML only where Lit makes its templates', () => {
    assert.deepEqual(found(scripts, /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(|\bsetTimeout\s*\(\s*["'`]/g), []);
    assert.deepEqual(
      found(scripts, /document\.write|insertAdjacentHTML|outerHTML|createContextualFragment|srcdoc/g),
      [],
    );
    const html = found(scripts, /innerHTML/g);
    assert.equal(html.length, 1, html.join('\n'));
    assert.match(html[0]!, /eElement\(["'`]template["'`]\)/);
  });

  it('brings templates alone of Lit, not its element, which every visitor would fetch for nothing', () => {
    assert.deepEqual(found(scripts, /reactiveElementVersions|litElementVersions|litPropertyMetadata/g), []);
    assert.ok(found(scripts, /litHtmlVersions/g).length > 0);
  });

  it('contains no zod and nothing of a developer’s', () => {
    assert.deepEqual(found(scripts, /\bzod\b|_zod|ZodError|safeParse/gi), []);
    assert.deepEqual(found(scripts, /dev-mode|DEV_MODE|process\.env|import\.meta\.env|sourceMappingURL/g), []);
  });

  it('names no other site but in what people read', () => {
    const addresses = found(scripts, /\b(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g).filter(
      (hit) => !/www\.w3\.org|https:\/\/www\.(?:example|esempio|exemple)\./.test(hit),
    );
    assert.deepEqual(addresses, []);
  });

  it('sizes nothing by the page’s root font', () => {
    assert.deepEqual(found(scripts, /\d(?:\.\d+)?rem\b/g), []);
  });

  it('brings every script compressed as well, with the same content', () => {
    for (const [path, code] of scripts) {
      assert.equal(brotliDecompressSync(files.get(`${path}.br`)!).toString(), code);
      assert.equal(gunzipSync(files.get(`${path}.gz`)!).toString(), code);
    }
  });

  it('is the same, byte for byte, when it is built again', async () => {
    const again = await buildKit();
    assert.deepEqual([...again.keys()].toSorted(), [...files.keys()].toSorted());
    for (const [path, content] of again) assert.ok(content.equals(files.get(path)!), path);
  });
});
