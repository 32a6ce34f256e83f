import type { MunicipalityList } from '@cmto/contract';
import type { FastifyInstance } from 'fastify';
import { Representation } from '../http/representation.ts';
import { resource } from '../http/resource.ts';

/** `GET /municipalities`, for pages of any origin. */
export function addMunicipalities(app: FastifyInstance, list: MunicipalityList): void {
  const representation = new Representation(JSON.stringify(list));
  resource(
    app,
    '/municipalities',
    {
      GET: (request, reply) =>
        representation.send(request, reply, 'public, max-age=86400, stale-while-revalidate=604800'),
    },
    { config: { cors: 'open', limit: 'read' } },
  );
}
