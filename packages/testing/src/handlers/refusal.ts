import { type Problem, type ProblemCode, type ProblemError, problems, problemType } from '@cmto/contract';
import { problemSchema } from '@cmto/contract/schemas';

interface RefusalOptions {
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a handler, answered as the problem of that code from the contract's catalogue. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly options: RefusalOptions;

  constructor(code: ProblemCode, options: RefusalOptions = {}) {
    super(problems[code].title);
    this.code = code;
    this.options = options;
  }

  toResponse(): Response {
    const { detail, errors, headers } = this.options;
    const problem: Problem = {
      type: problemType(this.code),
      title: this.message,
      status: problems[this.code].status,
      code: this.code,
      ...(detail ? { detail } : {}),
      ...(errors ? { errors: [...errors] } : {}),
    };
    return new Response(JSON.stringify(problemSchema.parse(problem)), {
      status: problem.status,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
    });
  }
}
