import type { FastifyContextConfig, FastifyInstance, HTTPMethods, RouteHandlerMethod, RouteOptions } from 'fastify';
import { ProblemError } from './problem-error.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT';
const all: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** One address with its methods; any other method is answered 405 with `Allow`. */
export function resource(
  app: FastifyInstance,
  url: string,
  handlers: Partial<Record<Method, RouteHandlerMethod>>,
  options: Pick<RouteOptions, 'config' | 'bodyLimit' | 'preHandler' | 'onRequest'> = {},
  /** What a method's requests count as, where it is not what the others do. */
  limits: Partial<Record<Method, FastifyContextConfig['limit']>> = {},
): void {
  const methods = Object.keys(handlers) as Method[];
  // Fastify answers HEAD wherever there is GET.
  const served = new Set<string>(methods.includes('GET') ? [...methods, 'HEAD'] : methods);
  const allow = [...served, 'OPTIONS'].join(', ');
  for (const method of methods) {
    const limit = limits[method];
    const config = limit ? { ...options.config, limit } : options.config;
    app.route({ ...options, ...(config ? { config } : {}), method, url, handler: handlers[method]! });
  }
  app.route({
    ...options,
    method: all.filter((method) => !served.has(method)),
    url,
    // Before the body is read: what is not served need not be understood.
    onRequest: async () => {
      throw new ProblemError('request.method-not-allowed', { headers: { Allow: allow } });
    },
    handler: () => undefined,
  });
  app.route({
    ...options,
    method: 'OPTIONS',
    url,
    handler: (_request, reply) => reply.code(204).header('Allow', allow).send(),
  });
}
