import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const pages = readdirSync(root).filter((name) => name.endsWith('.html'));
const parts = readdirSync(`${root}layout`).map((name) => `layout/${name}`);

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('pages of the demo', () => {
  for (const page of [...pages, ...parts]) {
    it(`${page} says everything in three languages, with nothing inline`, () => {
      const text = read(page);
      const [it, en, fr] = ['it', 'en', 'fr'].map((language) => count(text, new RegExp(`data-in="${language}"`, 'g')));
      assert.deepEqual([en, fr], [it, it]);
      assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|https?:\/\/(?!www\.w3\.org)/);
    });

    it(`${page} links to pages there are`, () => {
      for (const [, target] of read(page).matchAll(/href="\.\/([^"#?]+)"/g)) {
        assert.ok(existsSync(root + target), target);
      }
    });
  }

  for (const page of pages) {
    it(`${page} loads the kit once, and every survey it names exists or is meant not to`, () => {
      const text = read(page);
      assert.equal(count(text, /<script type="module" src="\/kit\/v1\/cmto\.js"/g), 1);
      for (const [, slug] of text.matchAll(/<cmto-survey[^>]*\sslug="([^"]+)"/g)) {
        assert.ok(slug === 'questionario-che-non-esiste' || existsSync(`${root}surveys/${slug}.json`), slug);
      }
    });
  }

  it('are all linked from the home page', () => {
    const home = read('index.html');
    for (const page of pages) if (page !== 'index.html') assert.ok(home.includes(`href="./${page}"`), page);
  });
});
