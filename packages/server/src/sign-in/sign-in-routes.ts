import { proofRequestSchema, signInStartSchema } from '@cmto/contract/schemas';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { askedLanguages } from '../http/asked-languages.ts';
import { readBody } from '../http/read-body.ts';
import { appendVary } from '../http/representation.ts';
import { resource } from '../http/resource.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { overWords } from './sign-in-words.ts';

/** `POST /sign-in/starts`, `GET /sign-in/callback`, `POST /sign-in/proofs` */
export function addSignIn(app: FastifyInstance, desk: SignInDesk): void {
  const ofPages = { config: { cors: 'department', limit: 'write' } } as const;
  resource(
    app,
    '/sign-in/starts',
    {
      POST: async (request, reply) =>
        created(reply, await desk.begin(readBody(signInStartSchema, request.body), request.headers.origin)),
    },
    ofPages,
  );
  resource(
    app,
    '/sign-in/proofs',
    { POST: async (request, reply) => created(reply, await desk.prove(readBody(proofRequestSchema, request.body))) },
    ofPages,
  );
  resource(
    app,
    '/sign-in/callback',
    {
      GET: async (request, reply) => {
        reply.headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
        // Whoever only looks ahead must not use it up.
        if (request.method === 'HEAD') return reply.code(204).send();
        const back = await desk.finish(new URL(request.url, 'http://localhost').searchParams);
        if (!back) {
          const { language, text } = overWords(askedLanguages(request));
          appendVary(reply, 'Accept-Language');
          return reply.code(410).header('Content-Language', language).type('text/plain; charset=utf-8').send(text);
        }
        const { page, failure } = back;
        if (failure && failure.reason !== 'denied') request.log.warn({ err: failure.cause }, failure.message);
        return reply.code(303).header('Location', page).send();
      },
    },
    { config: { limit: 'write' } },
  );
}

const created = (reply: FastifyReply, body: object): FastifyReply =>
  reply
    .code(201)
    .header('Cache-Control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body));
