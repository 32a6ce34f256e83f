/** What was sent, in words, as it was registered: Italian. */
export interface SentDocument {
  /** Of the registered bytes. */
  readonly sha256: string;
  /** Who signed in with SPID or CIE to send it. */
  readonly signedIn?: { readonly givenName: string; readonly familyName: string; readonly taxCode: string } | undefined;
  readonly pages: readonly {
    readonly title: string;
    readonly answers: readonly { readonly label: string; readonly words: string }[];
  }[];
}
