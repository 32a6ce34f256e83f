import type { BrowserContext } from 'playwright-core';
import type { Site } from './site.ts';

/** A page of the test's own on the site, with these tags; answers its address. */
export const ownPage = async (context: BrowserContext, { url }: Pick<Site, 'url'>, tags: string): Promise<string> => {
  const address = `${url}/propria.html`;
  await context.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="it"><head><title>Prova</title>
<script type="module" src="/kit/v1/cmto.js"></script></head>
<body><main><h1>Prova</h1>${tags}</main></body></html>`,
    }),
  );
  return address;
};
