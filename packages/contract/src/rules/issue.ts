/**
 * Everything that can be wrong with an answer; each code is also the key of the words a person reads. The
 * parameters of each are named in the comment.
 */
export const issueCodes = [
  'answer.required',
  'answer.consent',
  /** Not of the shape this type of field takes. */
  'answer.shape',
  'answer.unknown-field',
  'answer.unknown-key',
  'answer.forbidden-key',
  'answer.hidden',
  /** min, length, remaining */
  'answer.too-short',
  /** max, length, excess */
  'answer.too-long',
  'answer.email',
  'answer.phone',
  'answer.url',
  'answer.iban',
  'answer.tax-code',
  'answer.tax-code-person',
  'answer.tax-code-company',
  'answer.postal-code',
  'answer.municipality',
  'answer.number',
  /** min */
  'answer.min',
  /** max */
  'answer.max',
  /** step, start */
  'answer.step',
  /** min, max */
  'answer.scale',
  'answer.date',
  /** min, as an ISO date */
  'answer.date-min',
  /** max, as an ISO date */
  'answer.date-max',
  'answer.time',
  /** min, as HH:MM */
  'answer.time-min',
  /** max, as HH:MM */
  'answer.time-max',
  /** No such option, or one that is hidden. */
  'answer.option',
  /** "Other" without saying what. */
  'answer.other',
  'answer.duplicate',
  /** option: the value of the one that stands alone */
  'answer.exclusive',
  /** min, selected, remaining */
  'answer.min-selected',
  /** max, selected, excess */
  'answer.max-selected',
  /** total, ranked, remaining */
  'answer.rank-all',
  /** min, ranked, remaining */
  'answer.min-ranked',
  /** max, ranked, excess */
  'answer.max-ranked',
  /** A share that is no number from 0 up. */
  'answer.share',
  /** total, sum, remaining (negative when too much is given) */
  'answer.total',
  /** total, remaining: rows of a matrix */
  'answer.matrix-rows',
  /** A latitude or longitude that does not exist, or one without the other. */
  'answer.place',
  /** max, files, excess */
  'answer.max-files',
  /** max (bytes), size, name */
  'answer.file-size',
  /** accept, name */
  'answer.file-type',
  /** max (bytes): all files of the answers together */
  'answer.files-size',
  /** A file of the answer that is not among the attachments, or the reverse. */
  'answer.file-missing',
  /** min, rows, remaining */
  'answer.min-rows',
  /** max, rows, excess */
  'answer.max-rows',
] as const;

export type IssueCode = (typeof issueCodes)[number];
export type IssueParams = Record<string, string | number>;

/** One thing wrong with the answers. */
export interface Issue {
  /** JSON Pointer into the answers: `/temi/1`, `/referenti/0/nome`. */
  readonly pointer: string;
  /** Id of the top-level field, or the unknown key itself. */
  readonly field: string;
  readonly code: IssueCode;
  readonly params: IssueParams;
}

/** One step of a JSON Pointer; a key longer than any id is cut. */
export const pointerStep = (key: string | number): string => {
  const text = String(key);
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return `/${short.replaceAll('~', '~0').replaceAll('/', '~1')}`;
};
