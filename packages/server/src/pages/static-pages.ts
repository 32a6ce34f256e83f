import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';

type SetHeaders = NonNullable<FastifyStaticOptions['setHeaders']>;

/** The kit, for pages of any site: hashed chunks for ever, the entry asked for each time. */
export const addKit = (app: FastifyInstance, root: string): Promise<void> =>
  addFolder(app, root, '/kit/v1/', (reply, path) => {
    reply.header('Access-Control-Allow-Origin', '*');
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
    reply.header('Timing-Allow-Origin', '*');
    reply.header('Cache-Control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  });

/** The style sheet of the hosted pages. */
export const addHostedFiles = (app: FastifyInstance, root: string): Promise<void> =>
  addFolder(app, root, '/hosted/', (reply) => void reply.header('Cache-Control', 'no-cache'));

/**
 * The demo site, under the policy that the documentation asks a strict site for. `frame-src` is for the page that shows
 * the kit in a frame.
 */
export const addDemo = (app: FastifyInstance, root: string): Promise<void> =>
  addFolder(app, root, '/', (reply, path) => {
    reply.header('Cache-Control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    reply.header('Content-Security-Policy', demoPolicy);
    reply.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  });

const demoPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

async function addFolder(app: FastifyInstance, root: string, prefix: string, setHeaders: SetHeaders): Promise<void> {
  // In a scope of its own, where the JSON parser and the API's hooks are not.
  await app.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    redirect: true,
    setHeaders,
  });
}

/** Builds put what has a content hash in its name into these folders; it never changes what it holds. */
const isHashed = (path: string): boolean => /[\\/](chunks|assets)[\\/][^\\/]*-[\w-]{8,}\.\w+(\.(br|gz))?$/.test(path);
