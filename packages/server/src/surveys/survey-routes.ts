import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { resource } from '../http/resource.ts';
import type { Catalogue } from './catalogue.ts';
import type { PublishedSurvey, PublishedVersion } from './published-survey.ts';

/** `GET /surveys/{slug}` with `?version=` */
export function addSurveys(app: FastifyInstance, catalogue: Catalogue): void {
  resource(
    app,
    '/surveys/:slug',
    {
      GET: async (request, reply) => {
        const { slug } = request.params as { slug: string };
        const { version } = request.query as { version?: string | string[] };
        const survey = await catalogue.survey(slug);
        if (!survey) throw new ProblemError('survey.not-found');
        const served = version === undefined ? survey.current : pickVersion(survey, version);
        return served.representation.send(request, reply, 'public, max-age=0, must-revalidate');
      },
    },
    { config: { cors: 'department', limit: 'read' } },
  );
}

function pickVersion(survey: PublishedSurvey, asked: string | string[]): PublishedVersion {
  if (typeof asked !== 'string' || !/^[1-9]\d{0,8}$/.test(asked)) {
    throw new ProblemError('request.invalid', { detail: 'version: a whole number from 1 is expected, once' });
  }
  const version = survey.versions.get(Number(asked));
  if (!version) throw new ProblemError('survey.not-found', { detail: `Version ${asked} was never published` });
  if (version.withdrawn) throw new ProblemError('survey.version-withdrawn');
  return version;
}
