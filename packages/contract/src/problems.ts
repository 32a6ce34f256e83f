/**
 * The one catalogue of problem codes: HTTP status and English title of each. The code is the key of the words a
 * citizen reads (`problem.<code>` in the locales) and the tail of the problem's `type` URI.
 */
export const problems = {
  'request.malformed': { status: 400, title: 'The body is not JSON that can be read' },
  'request.unsupported-type': { status: 415, title: 'The body is of a type that is not accepted here' },
  'request.too-large': { status: 413, title: 'The body is larger than accepted' },
  'request.invalid': { status: 422, title: 'The request does not have the expected shape' },
  'request.not-found': { status: 404, title: 'There is nothing at this address' },
  'request.method-not-allowed': { status: 405, title: 'This address does not serve that method' },
  'request.rate-limited': { status: 429, title: 'Too many requests in a short time' },
  'server.unavailable': { status: 503, title: 'The service is busy or stopping' },
  'server.failed': { status: 500, title: 'The service failed' },
  'origin.not-allowed': { status: 403, title: 'Pages of this origin may not use the service' },
  'idempotency.missing': { status: 400, title: 'The Idempotency-Key header is missing or is not a version 4 UUID' },
  'idempotency.mismatch': { status: 422, title: 'This key was already used for other content' },
  'idempotency.in-flight': { status: 409, title: 'A request with this key is still being handled' },
  'submission.invalid': { status: 422, title: 'Some answers cannot be accepted' },
  'submission.erased': { status: 410, title: 'This submission was erased' },
  'survey.not-found': { status: 404, title: 'There is no published survey of this name' },
  'survey.not-open': { status: 409, title: 'The survey is not open yet' },
  'survey.closed': { status: 409, title: 'The survey is closed' },
  'survey.version-withdrawn': { status: 409, title: 'This version of the survey was withdrawn' },
  'survey.version-unknown': { status: 422, title: 'There is no published version of this number' },
  'results.not-published': { status: 404, title: 'The results of this survey are not published' },
  'attachment.missing': { status: 422, title: 'Files named in the submission have not arrived' },
  'attachment.mismatch': { status: 422, title: 'The file does not have the announced SHA-256' },
  'attachment.offset': { status: 409, title: 'The part begins beyond what has arrived' },
  'attachment.infected': { status: 422, title: 'The file carries a virus' },
  'attachment.too-large': { status: 413, title: 'The file is larger than accepted' },
  'receipt.not-found': { status: 404, title: 'No receipt has this code' },
} as const;

export type ProblemCode = keyof typeof problems;

/** Stable `type` URI of a problem. */
export const problemType = (code: string): string => `urn:cmto:problem:${code}`;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
