/** A letter before it is plain text or HTML: the same words in both. */
export interface Letter {
  readonly language: string;
  /** Nothing personal: it is read on locked screens and in logs of mail servers. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly link?: Fact;
  /** Who writes, and that nobody reads answers. */
  readonly footer: string;
}

export interface Fact {
  readonly term: string;
  readonly value: string;
}
