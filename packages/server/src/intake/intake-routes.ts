import type { FastifyInstance } from 'fastify';
import { resource } from '../http/resource.ts';
import type { Intake } from './intake.ts';
import { readKey } from './key.ts';

/** `POST /surveys/{slug}/responses` */
export function addIntake(app: FastifyInstance, intake: Intake): void {
  resource(
    app,
    '/surveys/:slug/responses',
    {
      POST: async (request, reply) => {
        const { slug } = request.params as { slug: string };
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
  );
}
