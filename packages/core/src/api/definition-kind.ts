/** Definitions of one kind, and what is sent to them. */
export interface DefinitionKind<Definition> {
  /** As in problem codes and in the keys of drafts. */
  readonly kind: 'survey' | 'service';
  /** Where they are, below the API base. */
  readonly path: string;
  /** Where answers are posted, below a definition. */
  readonly submissions: string;
  /** Whether a value is one, and not something else that came in its place. */
  is(value: unknown): value is Definition;
}
