import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { problems, problemType, type ProblemCode } from '@cmto/contract';
import { ProblemError } from './problem-error.ts';
import { toProblem } from './to-problem.ts';

/** Answers every error and every unknown address of the service as a problem. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) logFailure(request, problem);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('request.not-found')));
}

export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header('Cache-Control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.toProblem()));
}

/** The error's own words are left out of a client's answer, and a client's words out of the log. */
function logFailure(request: FastifyRequest, problem: ProblemError): void {
  const { cause } = problem;
  const level = problem.code === 'server.failed' ? 'error' : 'warn';
  request.log[level]({ code: problem.code, route: request.routeOptions.url, err: cause }, problem.message);
}

/** Answers what Node refuses before there is a request: headers too large, HTTP that cannot be read, a time-out. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const [status, code] = connectionProblems[error.code ?? ''] ?? (['400 Bad Request', 'request.malformed'] as const);
  const body = JSON.stringify({
    type: problemType(code),
    title: problems[code].title,
    status: Number(status.slice(0, 3)),
    code,
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json; charset=utf-8\r\nCache-Control: no-store\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const connectionProblems: Record<string, readonly [string, ProblemCode]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'request.too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'request.malformed'],
};
