import type { Problem, ProblemCode, Submission } from '@cmto/contract';
import { problems } from '@cmto/contract';
import { problemSchema } from '@cmto/contract/schemas';
import { aKey } from '../builders/index.ts';

/** Sends a request to the service under test; `path` is below the contract's base. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Says what is wrong in words, with what was seen. */
export function expect(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Error(words);
}

/** Compares as JSON: what goes over the wire is JSON. */
export function expectEqual(actual: unknown, expected: unknown, words: string): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  expect(seen === wanted, `${words}: ${wanted} expected, ${seen} seen`);
}

/** Checks that an answer is the problem of that code, in the contract's shape and with the catalogue's status. */
export async function expectProblem(answer: Response, code: ProblemCode): Promise<Problem> {
  const body = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  expect(
    type.startsWith('application/problem+json'),
    `${code} expected, ${answer.status} ${type} seen: ${body.slice(0, 300)}`,
  );
  const problem = problemSchema.parse(JSON.parse(body));
  expectEqual(problem.code, code, `code (${JSON.stringify(problem.errors ?? '').slice(0, 300)})`);
  expectEqual(answer.status, problems[code].status, `status of ${code}`);
  expectEqual(problem.status, answer.status, 'status in the body');
  expect(!/public/.test(answer.headers.get('cache-control') ?? ''), 'a problem is not for shared caches');
  return problem;
}

/** Checks that an answer succeeded with that status and gives its JSON. */
export async function expectJson(answer: Response, status: number): Promise<unknown> {
  const body = await answer.text();
  expect(answer.status === status, `${status} expected, ${answer.status} seen: ${body.slice(0, 500)}`);
  expect((answer.headers.get('content-type') ?? '').startsWith('application/json'), 'JSON is labelled as JSON');
  return JSON.parse(body);
}

export interface Sent {
  readonly key?: string | undefined;
  readonly slug?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a submission, or any text in its place. */
export function post(
  ask: Ask,
  body: Submission | string | object,
  { key = aKey(), slug = 'verifica-aperta', headers }: Sent = {},
): Promise<Response> {
  return ask(`/surveys/${slug}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
