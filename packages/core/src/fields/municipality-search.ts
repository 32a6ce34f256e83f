import type { Municipality } from '@cmto/contract';

/** Letters without accents or case; apostrophes and hyphens count as spaces: "Rorà" is found by "rora". */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const rank = (name: string, search: string): number => {
  if (name.startsWith(search)) return 0;
  const at = name.indexOf(search);
  return at < 0 ? -1 : name[at - 1] === ' ' ? 1 : 2;
};

/** Municipalities whose name holds the search: first those that start with it, then those with a word that does. */
export const searchMunicipalities = (list: readonly Municipality[], text: string): Municipality[] => {
  const search = foldName(text);
  const found: Municipality[][] = [[], [], []];
  for (const municipality of list) found[rank(foldName(municipality.name), search)]?.push(municipality);
  return found.flat();
};

/** The one municipality of exactly this name, however it is written. */
export const findMunicipality = (list: readonly Municipality[], text: string): Municipality | undefined => {
  const search = foldName(text);
  return search ? list.find(({ name }) => foldName(name) === search) : undefined;
};
