import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { Representation } from './representation.ts';
import { resource } from './resource.ts';

/** `GET /status` asks the database; `GET /openapi.json` is the contract, made when it is first asked for. */
export function addStatus(app: FastifyInstance, db: Kysely<Schema>, openApi: () => Promise<object>): void {
  const ping = db.selectFrom('catalogue').select('id').compile();
  resource(
    app,
    '/status',
    {
      GET: async (_request, reply) => {
        await db.executeQuery(ping);
        return reply
          .header('Cache-Control', 'no-store')
          .type('application/json; charset=utf-8')
          .send(JSON.stringify({ status: 'ok' }));
      },
    },
    { config: { cors: 'open' } },
  );
  let document: Promise<Representation> | undefined;
  resource(
    app,
    '/openapi.json',
    {
      GET: async (request, reply) => {
        document ??= openApi().then((made) => new Representation(JSON.stringify(made)));
        return (await document).send(request, reply, 'public, max-age=0, must-revalidate');
      },
    },
    { config: { cors: 'open', limit: 'read' } },
  );
}
