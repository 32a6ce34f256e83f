/** Parameters of several operations, under `#/components/parameters`. */
export const parameters = {
  slug: {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'Name of the survey or service, unique on the whole server',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,79}$', maxLength: 80 },
  },
  version: {
    name: 'version',
    in: 'query',
    description: 'A published version; the newest without it',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 1_000_000 },
  },
  section: {
    name: 'section',
    in: 'query',
    description: 'Contributions to this section of the document alone',
    schema: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$', maxLength: 200 },
  },
  topic: {
    name: 'topic',
    in: 'query',
    description: 'Contributions with this topic alone: the value of an option of the form',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  zone: {
    name: 'zone',
    in: 'query',
    description: 'Contributions from this homogeneous zone alone',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 11 },
  },
  cursor: {
    name: 'cursor',
    in: 'query',
    description: '`next` of the answer before',
    schema: { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{13}$', maxLength: 13 },
  },
  limit: {
    name: 'limit',
    in: 'query',
    description: 'How many at most; 100 without it',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 200 },
  },
  format: {
    name: 'format',
    in: 'query',
    description: '`csv`: all of them as a table; `atom`: the newest as a feed. JSON without it',
    schema: { type: 'string', enum: ['json', 'csv', 'atom'], maxLength: 4 },
  },
  contributionId: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Public name of a contribution',
    schema: { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{13}$', maxLength: 13 },
  },
  sha256: {
    name: 'sha256',
    in: 'path',
    required: true,
    description: 'SHA-256 of the file, lower-case hex',
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$', maxLength: 64 },
  },
  receiptCode: {
    name: 'receiptCode',
    in: 'path',
    required: true,
    description: 'The code the person got with the receipt: whoever has it may read',
    schema: { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{26}$', maxLength: 26 },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Version 4 UUID of the submission, minted with the draft; the same key never stores twice',
    schema: {
      type: 'string',
      format: 'uuid',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
      maxLength: 36,
    },
  },
  contentRange: {
    name: 'Content-Range',
    in: 'header',
    description: 'Which bytes of the file the body holds, and how many there are in all; without it, all of them',
    schema: { type: 'string', pattern: '^bytes [0-9]{1,8}-[0-9]{1,8}/[0-9]{1,8}$', maxLength: 40 },
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'Tag of the representation already held: 304 if it still stands',
    schema: { type: 'string', maxLength: 1000 },
  },
} as const;

/** A reference to a parameter. */
export const parameterRef = (name: keyof typeof parameters): { readonly $ref: string } => ({
  $ref: `#/components/parameters/${name}`,
});
