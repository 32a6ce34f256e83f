/** Definitions of one kind. */
export interface DefinitionKind<Definition> {
  /** Where they are, below the API base. */
  readonly path: string;
  /** Whether a value is one, and not something else that came in its place. */
  is(value: unknown): value is Definition;
}
