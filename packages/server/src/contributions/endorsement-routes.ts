import type { FastifyInstance } from 'fastify';
import { resource } from '../http/resource.ts';
import { readKey } from '../intake/key.ts';
import type { Endorsements } from './endorsements.ts';

/** `POST /contributions/{id}/endorsements` */
export function addEndorsements(app: FastifyInstance, endorsements: Endorsements): void {
  resource(
    app,
    '/contributions/:id/endorsements',
    {
      POST: async (request, reply) => {
        const { id } = request.params as { id: string };
        const { endorsed, replayed } = await endorsements.add(id, readKey(request), request.body);
        if (replayed) {
          request.uncount();
          reply.header('Idempotent-Replayed', 'true');
        }
        return reply
          .code(replayed ? 200 : 201)
          .header('Cache-Control', 'no-store')
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(endorsed));
      },
    },
    { config: { cors: 'department', limit: 'write' } },
  );
}
