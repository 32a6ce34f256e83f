import { join } from 'node:path';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { addAttachments } from './attachments/attachment-routes.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { addContributions } from './contributions/contribution-routes.ts';
import { addEndorsements } from './contributions/endorsement-routes.ts';
import { answerOrigins } from './http/cors.ts';
import { answerClientError, answerProblems, sendProblem } from './http/errors.ts';
import { acceptJson } from './http/json-body.ts';
import { PatternLog } from './http/log.ts';
import { leaveRates, limitRates } from './http/rate-limit.ts';
import { addStatus } from './http/status-routes.ts';
import { stopGracefully } from './http/stopping.ts';
import { toProblem } from './http/to-problem.ts';
import type { Rate } from './http/token-buckets.ts';
import { addIntake } from './intake/intake-routes.ts';
import { addMunicipalities } from './municipalities/municipality-routes.ts';
import { findHostedPages } from './pages/hosted-pages.ts';
import { addReceiptPages } from './pages/receipt-page.ts';
import { addServicePages } from './pages/service-page.ts';
import { addDemo, addHostedFiles, addKit } from './pages/static-pages.ts';
import { addReceipts } from './receipts/receipt-routes.ts';
import { addMessages } from './requests/message-routes.ts';
import { addResults } from './results/results-routes.ts';
import { createServices, type ServiceOptions, type Services } from './services.ts';
import { addSignIn } from './sign-in/sign-in-routes.ts';
import { addDefinitions } from './surveys/definition-routes.ts';

export interface AppOptions extends ServiceOptions {
  readonly logger?: FastifyBaseLogger;
  readonly rate?: Rate;
}

/** The service, ready to listen or to be asked without a port. */
export interface App {
  readonly fastify: FastifyInstance;
  readonly services: Services;
  /** Takes nothing new, finishes what is under way, and resolves when all of it is stored. The database stays open. */
  stop(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { config, database } = options;
  const fastify = createFastify(config, options.logger);
  const services = createServices({ ...options, publicUrl: options.publicUrl ?? originOf(fastify, config) });
  answerProblems(fastify);
  const close = stopGracefully(fastify);
  answerOrigins(fastify, {
    catalogue: services.catalogue,
    allowLoopback: config.allowLoopback,
    ownOrigin: services.publicUrl,
  });
  if (config.rateLimit) limitRates(fastify, { now: services.now, ...(options.rate ? { rate: options.rate } : {}) });
  else leaveRates(fastify);
  acceptJson(fastify);
  await addApi(fastify, services, database);
  await addPages(fastify, services, config, database);
  return {
    fastify,
    services,
    stop: async () => {
      await close();
      await services.pdf.close();
      await services.writer.idle();
    },
  };
}

const addApi = async (app: FastifyInstance, services: Services, { db }: Database): Promise<void> => {
  await app.register(
    async (api) => {
      addStatus(api, db, async () => (await import('@cmto/contract/openapi')).openApiDocument());
      addDefinitions(api, services.catalogue);
      addIntake(api, '/surveys/:slug/responses', services.intake);
      addIntake(api, '/services/:slug/requests', services.requests.intake);
      addContributions(api, services.catalogue, services.contributions);
      addIntake(api, '/ratings', services.ratings);
      addEndorsements(api, services.contributions.endorsements);
      addResults(api, services.catalogue, services.results);
      addReceipts(api, services.receipts);
      addMessages(api, services.requests.messages);
      addSignIn(api, services.signIn.desk);
      addMunicipalities(api, services.municipalities);
      await api.register(async (files) => addAttachments(files, services.attachments));
    },
    { prefix: '/api/v1' },
  );
};

async function addPages(app: FastifyInstance, services: Services, config: Config, { db }: Database): Promise<void> {
  if (config.hostedDir) {
    const hosted = await findHostedPages(config.hostedDir, config.footer);
    const { receipts: desk, files, pdf, now } = services;
    addReceiptPages(app, { desk, hosted, db, files, pdf, now });
    addServicePages(app, { catalogue: services.catalogue, hosted });
    await addHostedFiles(app, join(config.hostedDir, 'public'));
  }
  if (config.kitDir) await addKit(app, config.kitDir);
  if (config.demoDir) await addDemo(app, config.demoDir);
}

/** Time limits are for clients that never finish; a file of 10 MB may take minutes over a mobile network. */
function createFastify(config: Config, logger: FastifyBaseLogger | undefined): FastifyInstance {
  const fastify = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new PatternLog(),
    // One logger for all: nothing of a request is to be on every line.
    childLoggerFactory: (parent) => parent,
    trustProxy: config.trustProxy ?? false,
    // The gate answers with a problem instead.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 300_000,
    keepAliveTimeout: 72_000,
    clientErrorHandler: answerClientError,
    // What Fastify refuses before it looks for a route, as an address that cannot be decoded.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, toProblem(error)),
    routerOptions: { maxParamLength: 200 },
    http: { headersTimeout: 20_000 },
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    done();
  });
  return fastify;
}

/** The origin this service is reached at when nobody has told it. Known once it listens, and asked for at every answer. */
function originOf(fastify: FastifyInstance, config: Config): () => string {
  // Listening on every address, any of them will do.
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const at = (port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  let origin: string | undefined;
  return () => {
    if (origin) return origin;
    const address = fastify.server.address();
    if (typeof address !== 'object' || !address) return at(config.port);
    return (origin = at(address.port));
  };
}
