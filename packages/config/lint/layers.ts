/**
 * Who may import whom, as data: the picture in ARCHITECTURE.md, enforced by lint. A package that is not listed may
 * import nothing of ours. Tests may import `testing` besides; `testing`, `config` and `bench` are nobody's dependency.
 */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  documents: [],
  core: ['contract'],
  charts: ['contract', 'core'],
  'survey-widget': ['contract', 'core', 'charts'],
  'feedback-widget': ['contract', 'documents', 'core', 'charts'],
  'request-form': ['contract', 'core', 'charts'],
  'progress-tracker': ['contract', 'core', 'charts'],
  kit: ['contract', 'core', 'charts', 'survey-widget', 'feedback-widget', 'request-form', 'progress-tracker'],
  hosted: ['contract', 'core', 'survey-widget', 'feedback-widget', 'request-form', 'progress-tracker'],
  server: ['contract', 'documents'],
  console: ['contract', 'core', 'charts', 'survey-widget', 'feedback-widget', 'request-form', 'progress-tracker'],
};

/** The four packages whose tags are put on a page. */
export const WIDGETS = ['survey-widget', 'feedback-widget', 'request-form', 'progress-tracker'] as const;

/** Imported by tests, tool settings and the demo only. */
export const PRIVATE = ['testing', 'faults', 'config', 'bench', 'demo'] as const;

/** One entry of `no-restricted-imports`: specifiers that match are refused with the message. */
export interface Ban {
  readonly regex: string;
  readonly message: string;
  readonly allowTypeImports?: boolean;
}

/** The bans that keep a package within its layer, by name (`@cmto/core/…`) and by path (`../../core/src/…`). */
export function layerBans(name: string, alsoAllowed: readonly string[] = []): Ban[] {
  const below = LAYERS[name] ?? [];
  const allowed = [...below, ...alsoAllowed, name];
  const all = [...Object.keys(LAYERS), ...PRIVATE];
  const refused = all.filter((other) => !allowed.includes(other));
  return [
    {
      regex: `^@cmto/(?:${refused.join('|')})(?:/|$)`,
      message: `Layering: ${name} may import only ${below.join(', ') || 'nothing'} of ours (packages/config/lint/layers.ts).`,
    },
    {
      regex: `\\.\\./(?:${all.filter((other) => other !== name).join('|')})/(?:src|test|e2e|lint|browser-tests)/`,
      message: 'Layering: another package is imported by its name, never by a path into it.',
    },
  ];
}

const NO_LIT: Ban = {
  regex: '^(?:lit|lit-html|lit-element|@lit|@lit-labs)(?:/|$)',
  message: 'Layering: this part is pure and must run without a browser; Lit belongs to fields, views and elements.',
};

const NO_ZOD: Ban = {
  regex: '^(?:zod(?:/|$)|@cmto/contract/(?:schemas|openapi))',
  message: 'No zod in what a page loads (decision 9): use the pure rules and guards; types may be imported.',
  allowTypeImports: true,
};

const NO_SCHEMAS_AT_RUN_TIME: Ban = {
  regex: '(?:^zod(?:/|$)|/schemas/)',
  message: 'The rules and guards are free of zod (decision 9): import types only.',
  allowTypeImports: true,
};

const NO_NODE: Ban = { regex: '^node:', message: 'This runs in the browser too: nothing of Node.' };

/** What follows text through versions is text already: Markdown and HTML end in `sources`. */
const NO_PARSERS: Ban = {
  regex: '(?:^(?:mdast|micromark|unist|parse5)|/sources/)',
  message: 'Layering: the model of documents knows no source format; `sources` read them into it.',
};

const NO_UNSAFE: Ban = {
  regex: '^lit(?:-html)?/(?:directives/unsafe-|static)',
  message: 'No HTML strings: text is text, Markdown becomes a tree and then templates.',
};

/** Inside a widget: model ← controller ← views ← element ← define. */
const MODEL_IS_PURE: Ban = {
  regex: '(?:/views/|-view\\.ts$|-controller\\.ts$|-element\\.ts$|\\.styles\\.ts$|/define\\.ts$)',
  message: 'Layering: a model knows neither controller nor view nor element.',
};

const VIEW_BELOW_ELEMENT: Ban = {
  regex: '(?:-element\\.ts$|/define\\.ts$)',
  message: 'Layering: a view is called by the element, it does not import it.',
  allowTypeImports: true,
};

const CONTROLLER_BELOW_VIEW: Ban = {
  regex: '(?:/views/|-view\\.ts$|-element\\.ts$|/define\\.ts$)',
  message: 'Layering: a controller knows neither view nor element.',
  allowTypeImports: true,
};

/** A part of the tree and everything its files may not import. Later parts replace earlier ones, so each is complete. */
export interface Zone {
  readonly files: readonly string[];
  readonly bans: readonly Ban[];
}

function packageZone(name: string, path: string, ...bans: Ban[]): Zone {
  return { files: [`packages/${name}/src/${path}`], bans: [...layerBans(name), NO_UNSAFE, ...bans] };
}

/** All zones, the wide ones first. */
export function zones(): Zone[] {
  const names = Object.keys(LAYERS);
  return [
    { files: ['**'], bans: [NO_UNSAFE] },
    ...names.map((name) => packageZone(name, '**')),
    packageZone('contract', '**', NO_LIT, NO_NODE),
    packageZone('contract', '{rules,guards}/**', NO_LIT, NO_NODE, NO_SCHEMAS_AT_RUN_TIME),
    packageZone('documents', '**', NO_LIT, NO_NODE),
    packageZone('documents', 'model/**', NO_LIT, NO_NODE, NO_PARSERS),
    packageZone('core', '**', NO_NODE, NO_ZOD),
    packageZone('core', '{api,outbox,drafts,storage,platform}/**', NO_NODE, NO_ZOD, NO_LIT),
    packageZone('kit', '**', NO_NODE, NO_ZOD),
    ...['charts', ...WIDGETS].flatMap((name) => [
      packageZone(name, '**', NO_NODE, NO_ZOD),
      packageZone(name, '**/*-controller.ts', NO_NODE, NO_ZOD, CONTROLLER_BELOW_VIEW),
      packageZone(name, '**/{views/*,*-view}.ts', NO_NODE, NO_ZOD, VIEW_BELOW_ELEMENT),
      packageZone(name, '**/model/**', NO_NODE, NO_ZOD, NO_LIT, MODEL_IS_PURE),
    ]),
    ...names.map((name) => ({
      files: [`packages/${name}/test/**`],
      bans: layerBans(name, ['testing']),
    })),
  ];
}
