import { WIDGETS } from './layers.ts';

/** What must not be used anywhere in our sources: the ways in for HTML strings and code strings. */
export const NO_HTML_STRINGS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'setHTMLUnsafe'].map(
  (property) => ({ property, message: 'No HTML strings (docs/decisions): render templates.' }),
);

const NO_DOCUMENT_WRITE = ['write', 'writeln', 'execCommand'].map((property) => ({
  object: 'document',
  property,
  message: 'No HTML strings (docs/decisions): render templates.',
}));

const ADAPTER = 'only in packages/core/src/platform, passed in from there, so that a test can put a fake in its place.';

const OUTSIDE_WORLD = ['fetch', 'indexedDB', 'crypto', 'navigator', 'localStorage', 'sessionStorage'];

/** Where those names stay free: the adapters themselves. */
export const ADAPTERS = ['packages/core/src/platform/**'];

/** Where the outside world comes in through adapters only. */
export const GUEST_SOURCES = ['core', 'documents', 'charts', ...WIDGETS].map((name) => `packages/${name}/src/**`);

/** `fetch`, `crypto` … by their bare names. */
export const NO_OUTSIDE_GLOBALS = OUTSIDE_WORLD.map((name) => ({ name, message: `${name} ${ADAPTER}` }));

/** Properties that are refused everywhere. */
export const NO_PROPERTIES_ANYWHERE = [...NO_HTML_STRINGS, ...NO_DOCUMENT_WRITE];

/** The same names reached through the global object, and the clock. */
export const NO_OUTSIDE_PROPERTIES = [
  ...NO_PROPERTIES_ANYWHERE,
  { object: 'Date', property: 'now', message: `The clock ${ADAPTER}` },
  ...['window', 'globalThis', 'self'].flatMap((object) =>
    OUTSIDE_WORLD.map((property) => ({ object, property, message: `${property} ${ADAPTER}` })),
  ),
];
