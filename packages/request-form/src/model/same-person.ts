const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Whether two names are one person's as far as names can tell: in whatever order, with or without accents, and with
 * fewer given names on one side.
 */
export const isSamePerson = (a: string, b: string): boolean => {
  const [here, there] = [wordsOf(a), wordsOf(b)];
  return here.every((word) => there.includes(word)) || there.every((word) => here.includes(word));
};
