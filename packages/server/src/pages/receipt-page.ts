import type { FastifyInstance } from 'fastify';
import { askedLanguages } from '../http/asked-languages.ts';
import { appendVary } from '../http/representation.ts';
import { resource } from '../http/resource.ts';
import type { ReceiptDesk } from '../receipts/receipt-desk.ts';
import type { HostedPages } from './hosted-pages.ts';

/** `GET /r/{receiptCode}`: the receipt as a page of its own. The address is a secret, so it is neither kept, indexed nor passed on. */
export function addReceiptPage(app: FastifyInstance, desk: ReceiptDesk, hosted: HostedPages): void {
  resource(
    app,
    '/r/:code',
    {
      GET: async (request, reply) => {
        const { code } = request.params as { code: string };
        const receipt = await desk.open(code);
        const page = await hosted.renderReceiptPage({ receipt, languages: askedLanguages(request) });
        appendVary(reply, 'Accept-Language');
        return reply
          .code(receipt ? 200 : 404)
          .headers({
            'Cache-Control': 'no-store',
            'Content-Security-Policy': page.contentSecurityPolicy,
            'Referrer-Policy': 'no-referrer',
            'X-Robots-Tag': 'noindex, nofollow',
          })
          .type('text/html; charset=utf-8')
          .send(page.html);
      },
    },
    { config: { limit: 'read' } },
  );
}
