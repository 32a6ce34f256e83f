/** Everything that can be wrong with a definition whose shape is right. */
export const definitionCodes = [
  'definition.duplicate-id',
  'definition.duplicate-value',
  'definition.duplicate-language',
  'definition.shadowed-id',
  'definition.unknown-field',
  'definition.forward-reference',
  'definition.group-field',
  'definition.note-field',
  'definition.condition-value',
  'definition.condition-never',
  'definition.quote',
  'definition.bounds',
  'definition.long-scale',
  'definition.no-effect',
  'definition.empty-page',
  'definition.dates',
  'definition.missing-text',
  'definition.missing-translation',
  'definition.link',
  'definition.shorthand',
  'definition.not-built',
  'definition.anonymous-identity',
  'definition.anonymous-identifying',
  'definition.singles-out',
  'definition.consent-first',
  'definition.applicant',
  'definition.contribution',
  'definition.document',
] as const;
export type DefinitionCode = (typeof definitionCodes)[number];

/** One thing wrong, or doubtful, in a definition. */
export interface DefinitionIssue {
  /** JSON Pointer into the file. */
  readonly pointer: string;
  readonly code: DefinitionCode;
  /** English, for the editor who imports the file. */
  readonly message: string;
  /** An `error` refuses the file; a `warning` is told and lets it pass. */
  readonly severity: 'error' | 'warning';
}

/** Notes an error or a warning at a pointer. */
export interface DefinitionReport {
  error(pointer: string, code: DefinitionCode, message: string): void;
  warn(pointer: string, code: DefinitionCode, message: string): void;
}
