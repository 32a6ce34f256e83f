import { limits } from '@cmto/contract/rules/limits';
import { ProblemError } from '../http/problem-error.ts';

/** Which bytes of a file a body holds: from `start` up to but without `end`, of `size` in all. */
export interface PartRange {
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/**
 * What a request says of its body. Without `Content-Range` it is the whole file. Throws `request.invalid` for what
 * does not fit together and `attachment.too-large`.
 */
export function readRange(contentRange: string | undefined, contentLength: string | undefined): PartRange {
  const length = contentLength === undefined ? undefined : Number(contentLength);
  const range = contentRange === undefined ? wholeFile(length) : parse(contentRange);
  if (range.size > limits.fileBytes) throw new ProblemError('attachment.too-large');
  if (length !== undefined && length !== range.end - range.start) {
    throw invalid('Content-Length and Content-Range differ');
  }
  return range;
}

function parse(header: string): PartRange {
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header) ?? [];
  const [start, end, size] = [Number(first), Number(last) + 1, Number(total)];
  // Also where the header is not of this form: no comparison with NaN holds.
  if (start < end && end <= size) return { start, end, size };
  throw invalid('Content-Range is expected as "bytes 0-1023/4096"');
}

function wholeFile(length: number | undefined): PartRange {
  if (length === undefined) throw invalid('Content-Length or Content-Range has to say how long the file is');
  return { start: 0, end: length, size: length };
}

const invalid = (detail: string): ProblemError => new ProblemError('request.invalid', { detail });
