import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LAYERS, PRIVATE } from '../../lint/layers.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Sources that lint must refuse: where the file lies, what it says, and a part of the message it earns. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['contract/src/a.ts', `import '@cmto/core/define';`, 'contract may import only nothing'],
  ['contract/src/b.ts', `import '../../core/src/define.ts';`, 'by its name, never by a path'],
  ['contract/src/c.ts', `import 'lit';`, 'this part is pure'],
  ['contract/src/d.ts', `import 'node:crypto';`, 'nothing of Node'],
  ['contract/src/rules/e.ts', `import 'zod';`, 'free of zod'],
  ['contract/src/guards/f.ts', `import { x } from '../schemas/form.ts'; x();`, 'free of zod'],
  ['documents/src/model/a.ts', `import { parse } from 'parse5'; parse('');`, 'knows no source format'],
  ['documents/src/model/b.ts', `import { x } from '../sources/html.ts'; x();`, 'knows no source format'],
  ['documents/src/sources/c.ts', `import { readFileSync } from 'node:fs'; readFileSync('');`, 'nothing of Node'],
  ['documents/src/model/d.ts', `export const now = Date.now();`, 'The clock only in'],
  ['documents/src/e.ts', `import '@cmto/contract';`, 'documents may import only nothing'],
  ['core/src/a.ts', `import '@cmto/survey-widget';`, 'core may import only contract'],
  ['core/src/api/b.ts', `import { html } from 'lit'; html();`, 'this part is pure'],
  ['core/src/outbox/c.ts', `import '@lit/context';`, 'this part is pure'],
  ['core/src/fields/d.ts', `import { z } from 'zod'; z();`, 'No zod in what a page loads'],
  ['core/src/fields/e.ts', `import { z } from '@cmto/contract/schemas'; z();`, 'No zod in what a page loads'],
  ['core/src/fields/f.ts', `import '@cmto/testing';`, 'core may import only contract'],
  ['survey-widget/src/a.ts', `import '@cmto/feedback-widget';`, 'survey-widget may import only'],
  ['survey-widget/src/b.ts', `import '@cmto/server/app';`, 'survey-widget may import only'],
  ['survey-widget/src/model/c.ts', `import { html } from 'lit'; html();`, 'this part is pure'],
  ['survey-widget/src/model/d.ts', `import '../survey-controller.ts';`, 'a model knows neither'],
  ['survey-widget/src/finish/model/e.ts', `import '../review-view.ts';`, 'a model knows neither'],
  ['survey-widget/src/views/f.ts', `import { x } from '../survey-element.ts'; x();`, 'called by the element'],
  ['survey-widget/src/survey-controller.ts', `import { x } from './views/survey-view.ts'; x();`, 'a controller knows'],
  ['server/src/a.ts', `import '@cmto/core/api/client';`, 'server may import only contract, documents'],
  ['server/src/b.ts', `import '@cmto/hosted';`, 'server may import only contract, documents'],
  ['hosted/src/a.ts', `import '@cmto/kit';`, 'hosted may import only'],
  ['kit/src/a.ts', `import '@cmto/server';`, 'kit may import only'],
  ['kit/src/b.ts', `import '@cmto/contract/openapi';`, 'No zod in what a page loads'],
  ['server/test/unit/a.test.ts', `import '@cmto/core/api/client';`, 'server may import only contract'],
  ['core/src/g.ts', `await fetch('/');`, 'fetch only in packages/core/src/platform'],
  ['core/src/h.ts', `export const now = Date.now();`, 'The clock only in'],
  ['core/src/i.ts', `export const key = globalThis.crypto.randomUUID();`, 'crypto only in'],
  ['survey-widget/src/j.ts', `export const db = indexedDB;`, 'indexedDB only in'],
  ['survey-widget/src/k.ts', `export const on = navigator.onLine;`, 'navigator only in'],
  ['survey-widget/src/l.ts', `export const kept = window.localStorage;`, 'localStorage only in'],
  ['survey-widget/src/m.ts', `document.body.innerHTML = '';`, 'No HTML strings'],
  ['survey-widget/src/n.ts', `document.body.insertAdjacentHTML('beforeend', '');`, 'No HTML strings'],
  ['survey-widget/src/o.ts', `import { x } from 'lit/directives/unsafe-html.js'; x();`, 'No HTML strings'],
  ['hosted/src/p.ts', `import { x } from 'lit/static-html.js'; x();`, 'No HTML strings'],
  ['kit/src/q.ts', `document.write('');`, 'No HTML strings'],
  ['kit/src/r.ts', `eval('1');`, 'eval'],
  ['kit/src/s.ts', `export const f = new Function('1');`, 'new-func'],
  ['core/src/cycle-a.ts', `import { b } from './cycle-b.ts'; export const a = () => b;`, 'cycle'],
  ['server/src/long.ts', '// a line\n'.repeat(351), 'max-lines'],
];

/** Sources that lint must let through: the neighbours of those above. */
const ACCEPTED: readonly (readonly [string, string])[] = [
  ['contract/src/schemas/ok.ts', `import { z } from 'zod'; export const s = z;`],
  ['contract/src/rules/ok.ts', `import type { F } from '../schemas/form.ts'; export type G = F;`],
  ['core/src/cycle-b.ts', `import { a } from './cycle-a.ts'; export const b = () => a;`],
  ['core/src/platform/ok.ts', `export const send = () => fetch('/'); export const now = () => Date.now();`],
  [
    'core/src/fields/ok.ts',
    `import { html } from 'lit'; import type { F } from '@cmto/contract/schemas'; export const t = (f: F) => html({ f });`,
  ],
  ['documents/src/sources/ok.ts', `import { parse } from 'parse5'; export const read = parse;`],
  ['survey-widget/src/model/ok.ts', `import { x } from '@cmto/contract'; export const y = x;`],
  [
    'survey-widget/src/views/ok.ts',
    `import type { E } from '../survey-element.ts'; import { html } from 'lit'; export const v = (e: E) => html({ e });`,
  ],
  ['survey-widget/test/browser/ok.test.ts', `import { aSurvey } from '@cmto/testing'; aSurvey();`],
  [
    'server/src/ok.ts',
    `import { createHash } from 'node:crypto'; import { z } from '@cmto/contract/schemas'; createHash(z);`,
  ],
  ['survey-widget/src/locales/it.ts', `export {};\n${'// a line\n'.repeat(400)}`],
];

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
  readonly code?: string;
}

describe('the lint rules', () => {
  let folder: string;
  let found: Diagnostic[];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cmto-lint-'));
    const write = (path: string, source: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    };
    for (const [path, source] of [...REFUSED, ...ACCEPTED]) write(`packages/${path}`, source);
    write('oxlint.config.ts', `export { default } from ${JSON.stringify(join(root, 'oxlint.config.ts'))};`);
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const ran = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
    found = (JSON.parse(ran.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const about = (path: string) => found.filter(({ filename }) => filename.endsWith(`packages/${path}`));

  for (const [path, source, message] of REFUSED) {
    it(`refuse ${source.split('\n')[0]} in ${path}`, () => {
      const said = about(path).map((one) => `${one.code} ${one.message} ${one.help}`);
      assert.ok(
        said.some((text) => text.includes(message)),
        `said: ${said.join(' | ') || 'nothing'}`,
      );
    });
  }

  for (const [path] of ACCEPTED) {
    it(`accept ${path}`, () => {
      const said = about(path).filter(({ code }) => !code?.includes('no-cycle'));
      assert.deepEqual(said, []);
    });
  }

  it('know every package there is', () => {
    const folders = readdirSync(join(root, 'packages'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const known: readonly string[] = [...Object.keys(LAYERS), ...PRIVATE];
    assert.deepEqual(
      folders.map(({ name }) => name).filter((name) => !known.includes(name)),
      [],
    );
  });

  // A dynamic import escapes the rules above, but not pnpm: what a package does not declare, it cannot resolve.
  for (const name of readdirSync(join(root, 'packages')).filter((folder) => folder in LAYERS)) {
    it(`agree with what ${name} depends on`, () => {
      const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
        dependencies?: Record<string, string>;
      };
      const ours = Object.keys(manifest.dependencies ?? {}).filter((dependency) => dependency.startsWith('@cmto/'));
      const allowed = (LAYERS[name] ?? []).map((other) => `@cmto/${other}`);
      assert.deepEqual(
        ours.filter((dependency) => !allowed.includes(dependency)),
        [],
      );
    });
  }
});
