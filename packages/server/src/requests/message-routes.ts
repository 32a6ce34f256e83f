import type { FastifyInstance } from 'fastify';
import { resource } from '../http/resource.ts';
import { readKey } from '../intake/key.ts';
import type { MessageDesk } from './message-desk.ts';

/** `POST /receipts/{receiptCode}/messages` */
export function addMessages(app: FastifyInstance, desk: MessageDesk): void {
  resource(
    app,
    '/receipts/:code/messages',
    {
      POST: async (request, reply) => {
        const { code } = request.params as { code: string };
        const { message, replayed } = await desk.post(code, readKey(request), request.body);
        if (replayed) {
          request.uncount();
          reply.header('Idempotent-Replayed', 'true');
        }
        return reply
          .code(replayed ? 200 : 201)
          .header('Location', `/api/v1/receipts/${code}`)
          .header('Cache-Control', 'no-store')
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(message));
      },
    },
    { config: { cors: 'department', limit: 'write' } },
  );
}
