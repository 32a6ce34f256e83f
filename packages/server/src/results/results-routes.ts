import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { resource } from '../http/resource.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import type { ResultsService } from './results-service.ts';

/** `GET /surveys/{slug}/results` */
export function addResults(app: FastifyInstance, catalogue: Catalogue, results: ResultsService): void {
  resource(
    app,
    '/surveys/:slug/results',
    {
      GET: async (request, reply) => {
        const { slug } = request.params as { slug: string };
        const survey = await catalogue.survey(slug);
        if (!survey) throw new ProblemError('survey.not-found');
        const representation = await results.get(survey);
        if (!representation) throw new ProblemError('results.not-published');
        return representation.send(request, reply, 'public, max-age=60, must-revalidate');
      },
    },
    { config: { cors: 'department', limit: 'read' } },
  );
}
