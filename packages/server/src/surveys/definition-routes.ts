import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { resource } from '../http/resource.ts';
import type { Catalogue } from './catalogue.ts';
import type { DefinitionKind } from './definition.ts';
import type { Published, PublishedVersion } from './published-survey.ts';

/** `GET /surveys/{slug}`, `GET /services/{slug}` and `GET /consultations/{slug}`, with `?version=` */
export function addDefinitions(app: FastifyInstance, catalogue: Catalogue): void {
  addKind(app, 'survey', (slug) => catalogue.survey(slug));
  addKind(app, 'service', (slug) => catalogue.service(slug));
  addKind(app, 'consultation', (slug) => catalogue.consultation(slug));
}

function addKind(
  app: FastifyInstance,
  kind: DefinitionKind,
  find: (slug: string) => Promise<Published | undefined>,
): void {
  resource(
    app,
    `/${kind}s/:slug`,
    {
      GET: async (request, reply) => {
        const { slug } = request.params as { slug: string };
        const { version } = request.query as { version?: string | string[] };
        const published = await find(slug);
        if (!published) throw new ProblemError(`${kind}.not-found`);
        const served = version === undefined ? published.current : pickVersion(published, version);
        return served.representation.send(request, reply, 'public, max-age=0, must-revalidate');
      },
    },
    { config: { cors: 'department', limit: 'read' } },
  );
}

function pickVersion({ kind, versions }: Published, asked: string | string[]): PublishedVersion {
  if (typeof asked !== 'string' || !/^[1-9]\d{0,8}$/.test(asked)) {
    throw new ProblemError('request.invalid', { detail: 'version: a whole number from 1 is expected, once' });
  }
  const version = versions.get(Number(asked));
  if (!version) throw new ProblemError(`${kind}.not-found`, { detail: `Version ${asked} was never published` });
  if (version.withdrawn) throw new ProblemError(`${kind}.version-withdrawn`);
  return version;
}
