// Inline and classic, so that it runs before the runner's modules and any code under test.
const SETUP = `
  globalThis.litIssuedWarnings = new Set(['dev-mode']);
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (url === '/mockServiceWorker.js' ? url : null),
  });
  addEventListener('securitypolicyviolation', (event) => {
    if (event.effectiveDirective === 'require-trusted-types-for') return; // throws by itself
    reportError(new Error('Content Security Policy: ' + event.effectiveDirective + ' blocked ' + (event.blockedURI || 'inline') + ' ' + event.sample));
  });
`;

/** The page each test file runs in: Italian, standards mode, no style of its own. */
export function testPage(testFrameworkImport) {
  return `<!DOCTYPE html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Test</title>
    <link rel="icon" href="data:,">
    <script>${SETUP}</script>
  </head>
  <body>
    <script type="module" src="${testFrameworkImport}"></script>
  </body>
</html>`;
}
