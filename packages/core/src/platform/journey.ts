/** Leaving the page to sign in, and coming back: what only that needs of the browser. */
export interface Journey {
  /** The page's address without its fragment; undefined where nobody can come back to: in a frame, without http. */
  address(): string | undefined;
  /** What stands after `#`. */
  fragment(): string;
  /** Takes the fragment out of the address; the history keeps nothing of it. */
  dropFragment(): void;
  /** 32 random bytes and their SHA-256, base64url. Rejects where the page is served over plain http. */
  secret(): Promise<{ readonly verifier: string; readonly challenge: string }>;
  /** Goes to another page. */
  leave(url: string): void;
}
