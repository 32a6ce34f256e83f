/** A piece of the text that an observation quotes. */
export interface Passage {
  readonly section: string;
  /** Id of its paragraph, where the definition has the text. */
  readonly paragraph?: string;
  readonly quote: string;
}

/** In the contract, of a target's `quote`. */
const longest = 5000;

/** A selected text as it is quoted; undefined when nothing is left of it. */
export const toQuote = (text: string): string | undefined =>
  text.replace(/\s+/gu, ' ').trim().slice(0, longest) || undefined;

export const isSamePassage = (one: Passage | undefined, other: Passage | undefined): boolean =>
  one === other ||
  (one?.section === other?.section && one?.quote === other?.quote && one?.paragraph === other?.paragraph);
