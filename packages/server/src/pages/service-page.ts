import type { FastifyInstance } from 'fastify';
import { askedLanguages } from '../http/asked-languages.ts';
import { appendVary } from '../http/representation.ts';
import { resource } from '../http/resource.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import type { HostedPages } from './hosted-pages.ts';

/** `GET /w/service/{slug}`: the form on the service's own origin, with nothing of any other site around it. */
export function addServicePages(
  app: FastifyInstance,
  { catalogue, hosted }: { readonly catalogue: Pick<Catalogue, 'service'>; readonly hosted: HostedPages },
): void {
  resource(
    app,
    '/w/service/:slug',
    {
      GET: async (request, reply) => {
        const service = await catalogue.service((request.params as { slug: string }).slug);
        const page = await hosted.renderServicePage({
          service: service?.current.definition,
          languages: askedLanguages(request),
        });
        appendVary(reply, 'Accept-Language');
        return reply
          .code(service ? 200 : 404)
          .headers({
            'Cache-Control': 'no-cache',
            'Referrer-Policy': 'no-referrer',
            'Content-Security-Policy': page.contentSecurityPolicy,
          })
          .type('text/html; charset=utf-8')
          .send(page.html);
      },
    },
    { config: { limit: 'read' } },
  );
}
