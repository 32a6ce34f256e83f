import type { ServerResponse } from 'node:http';
import { render, type ServerRenderedTemplate } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

/** Sends a page that has a style sheet and no script. `form-action` would forbid the way back to the other site. */
export async function sendPage(response: ServerResponse, page: ServerRenderedTemplate): Promise<void> {
  const html = await collectResult(render(page));
  response
    .writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
    })
    .end(html);
}
