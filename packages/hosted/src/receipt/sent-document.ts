/** What was sent, in words, as it was registered: Italian. */
export interface SentDocument {
  /** Of the registered bytes. */
  readonly sha256: string;
  readonly pages: readonly {
    readonly title: string;
    readonly answers: readonly { readonly label: string; readonly words: string }[];
  }[];
}
