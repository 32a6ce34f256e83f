/** Limits that hold where a definition sets none: every string and list has a maximum. */
export const limits = {
  /** Characters, as UTF-16 code units, of a `text`. */
  text: 1_000,
  longText: 10_000,
  email: 254,
  url: 2_000,
  phone: 40,
  /** An iban, tax code, postal code, date, time or municipality, before it is judged further. */
  code: 60,
  /** What is written beside "other". */
  other: 500,
  address: 500,
  files: 5,
  fileBytes: 10_485_760,
  /** Of one submission: as many files as it may name, and as many bytes as one field may hold at most. */
  submissionFiles: 200,
  submissionBytes: 209_715_200,
  rows: 50,
  /** Issues reported for one submission. */
  issues: 100,
} as const;
