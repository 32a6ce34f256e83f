import type { FastifyInstance } from 'fastify';
import { unavailable } from './to-problem.ts';

/** How long requests under way may take to end, in milliseconds; longer than a commit, shorter than a supervisor's patience. */
const patience = 8000;

/**
 * Lets the service stop without cutting anything short: what still comes in on open connections is told to come again,
 * what is under way is answered, and each connection is closed with its answer.
 */
export function stopGracefully(app: FastifyInstance): () => Promise<void> {
  let stopping = false;
  app.addHook('onRequest', (_request, _reply, done) => {
    done(stopping ? unavailable('The service is stopping', 5) : undefined);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('Connection', 'close');
    done();
  });
  return async () => {
    stopping = true;
    // A connection whose answer was on its way falls idle only now.
    const idle = setInterval(() => app.server.closeIdleConnections(), 50);
    const late = setTimeout(() => app.server.closeAllConnections(), patience);
    await app.close();
    clearInterval(idle);
    clearTimeout(late);
  };
}
