import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { resource } from '../http/resource.ts';
import type { Accepted } from './intake.ts';
import { readKey } from './key.ts';

/** Takes submissions in, whatever to. */
export interface TakesIn {
  submit(slug: string, key: string, body: unknown): Promise<Accepted>;
}

/** `POST /surveys/{slug}/responses`, `POST /services/{slug}/requests`, `POST /consultations/{slug}/contributions`, `POST /ratings` */
export function addIntake(
  app: FastifyInstance,
  path: '/surveys/:slug/responses' | '/services/:slug/requests' | '/consultations/:slug/contributions' | '/ratings',
  intake: TakesIn,
  /** Reads what was sent, where everybody may. */
  GET?: RouteHandlerMethod,
): void {
  resource(
    app,
    path,
    {
      ...(GET ? { GET } : {}),
      POST: async (request, reply) => {
        // There is one form for all ratings: they name none.
        const { slug = '' } = request.params as { slug?: string };
        const { receipt, replayed } = await intake.submit(slug, readKey(request), request.body);
        if (replayed) {
          request.uncount();
          reply.header('Idempotent-Replayed', 'true');
        }
        return reply
          .code(replayed ? 200 : 201)
          .header('Location', receipt.url)
          .header('Cache-Control', 'no-store')
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(receipt));
      },
    },
    { config: { cors: 'department', limit: 'write' } },
    { GET: 'read' },
  );
}
