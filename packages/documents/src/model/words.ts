// A word is a run of letters, marks and digits; scripts that are written without spaces give one word per character.
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|[\p{L}\p{M}\p{N}]+/gu;

/** A word as it is compared, and where it stands in its text, in UTF-16 units. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in lower case, without punctuation: `dell'aria` is two. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** A text cut into words and what stands between them, nothing left out. */
export const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // One by one, so that a comma that stays is not a change beside one that goes.
    tokens.push(...text.slice(end, index), word);
    end = index + word.length;
  }
  tokens.push(...text.slice(end));
  return tokens;
};
