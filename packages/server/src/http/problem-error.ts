import {
  problems,
  problemType,
  type Problem,
  type ProblemCode,
  type ProblemError as ProblemDetail,
} from '@cmto/contract';

export interface ProblemOptions {
  /** One English sentence on this very case; never holds what was sent. */
  readonly detail?: string;
  readonly errors?: readonly ProblemDetail[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown anywhere below a route, answered as `application/problem+json` from the contract's one catalogue. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #detail: string | undefined;
  readonly #errors: readonly ProblemDetail[] | undefined;

  constructor(code: ProblemCode, { detail, errors, headers = {}, cause }: ProblemOptions = {}) {
    super(problems[code].title, { cause });
    this.code = code;
    this.status = problems[code].status;
    this.headers = headers;
    this.#detail = detail;
    this.#errors = errors;
  }

  toProblem(): Problem {
    return {
      type: problemType(this.code),
      title: this.message,
      status: this.status,
      code: this.code,
      ...(this.#detail === undefined ? {} : { detail: this.#detail }),
      // The schema's limit; a body of a thousand errors helps nobody.
      ...(this.#errors === undefined ? {} : { errors: this.#errors.slice(0, 1000) }),
    };
  }
}
