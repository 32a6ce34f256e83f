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
  'identity.required': {
    status: 403,
    title: 'This service is for those who have signed in, and the proof of it is missing or over',
  },
  'identity.not-offered': {
    status: 409,
    title: 'Nobody signs in for this service, or this server has no identity provider',
  },
  'identity.over': { status: 410, title: 'This sign-in is over, or there never was one' },
  'service.not-found': { status: 404, title: 'There is no published service of this name' },
  'service.not-open': { status: 409, title: 'The service does not take requests yet' },
  'service.closed': { status: 409, title: 'The service takes no more requests' },
  'service.version-withdrawn': { status: 409, title: 'This version of the form was withdrawn' },
  'service.version-unknown': { status: 422, title: 'There is no published version of this number' },
  'consultation.not-found': { status: 404, title: 'There is no published consultation of this name' },
  'consultation.not-open': { status: 409, title: 'The consultation is not open yet' },
  'consultation.closed': { status: 409, title: 'The consultation is closed' },
  'consultation.version-withdrawn': { status: 409, title: 'This version of the consultation was withdrawn' },
  'consultation.version-unknown': { status: 422, title: 'There is no published version of this number' },
  'contribution.not-found': { status: 404, title: 'There is no published contribution of this name' },
  'contribution.already-endorsed': { status: 409, title: 'This device agrees with the contribution already' },
  'message.not-possible': { status: 409, title: 'The request does not take this message in its present state' },
  'message.code-wrong': { status: 422, title: 'The code is not the one that was sent' },
  'message.code-expired': { status: 409, title: 'The code is too old, or was tried too often: ask for another' },
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
