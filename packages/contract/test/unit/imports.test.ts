import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = new URL('../../src/', import.meta.url);

/** Files and packages that a module loads at run time, itself included. */
const loads = (entry: string): Set<string> => {
  const found = new Set<string>();
  const follow = (url: URL): void => {
    const path = url.href.slice(source.href.length);
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(url, 'utf8');
    for (const [, clause, target] of code.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?from\s+)?'([^']+)';/gms)) {
      // `import { type A, type B }` loads nothing that is used, but the file all the same: the bundler drops it.
      const names = /\{([^}]*)\}/.exec(clause ?? '')?.[1];
      if (names && names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))) continue;
      if (target!.startsWith('.')) follow(new URL(target!, url));
      else found.add(target!);
    }
  };
  follow(new URL(entry, source));
  return found;
};

test('nothing a widget imports loads zod', () => {
  for (const entry of ['index.ts', 'guards/survey.ts', 'guards/receipt.ts', 'rules/validity.ts']) {
    const packages = [...loads(entry)].filter((name) => !existsSync(new URL(name, source)));
    assert.deepEqual(packages, [], entry);
  }
  assert.ok(loads('schemas/index.ts').has('zod'), 'the walk finds zod where it is');
});

test('what the first page needs does not load what judges answers', () => {
  for (const entry of [
    'rules/conditions.ts',
    'rules/visibility.ts',
    'rules/text.ts',
    'rules/markdown.ts',
    'rules/canonical-value.ts',
    'rules/page-order.ts',
    'guards/survey.ts',
  ]) {
    const judging = [...loads(entry)].filter((name) =>
      /judges|validity|iban|tax-code|decimal|issue|canonical-json/.test(name),
    );
    assert.deepEqual(judging, [], entry);
  }
});
