/** Definitions of one kind. */
export interface DefinitionKind<Definition> {
  /** Where they are, below the API base. */
  readonly path: string;
  /** The problem that says that there is none of this name; not that there is no service at this address. */
  readonly missing: string;
  /** Whether a value is one, and not something else that came in its place. */
  is(value: unknown): value is Definition;
}
