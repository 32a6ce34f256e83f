import type { Lookup } from '../conditions.ts';
import type { IssueCode, IssueParams } from '../issue.ts';

/** Notes an issue; `path` is the JSON Pointer below the field: `/1`, `/0/nome`. */
export type Report = (code: IssueCode, params?: IssueParams, path?: string) => void;

/**
 * Decides one kind of answer: `value` is in canonical form and given (a group's rows excepted, which come as they
 * are). Made once per field, with the field's settings read beforehand.
 */
export type Judge = (value: unknown, report: Report, lookup: Lookup) => void;
