/** 53 bits of a text, in base 36: FNV-1a twice, over both halves of each code unit. Not for secrets. */
const hashOf = (text: string): string => {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ (code & 0xff), 0x01000193) ^ (code >>> 8);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 13;
  }
  return ((high >>> 0) * 0x200000 + (low >>> 11)).toString(36);
};

const number = /^\d+(?:\.\d+)*(?=[.)\s]|$)/;

/** In ASCII, since it becomes part of an address. */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/**
 * The name that people use for a section: the source's own id, else the number its heading begins with (`2.1`), else
 * its words. Numbers shift between versions, so nothing is followed by its id: see `reattach`.
 */
export const sectionId = (heading: string, own?: string): string =>
  own || (number.exec(heading)?.[0] ?? slug(heading)) || 'sezione';

/** The same text has the same id wherever it stands; look-alikes are told apart by `-2`, `-3` in their order. */
export const paragraphId = (text: string): string => `p-${hashOf(text)}`;

/** Hands out ids that are unique in one document. */
export const createIds = (): ((wanted: string) => string) => {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    for (let count = next.get(wanted) ?? 2; taken.has(id); count++) {
      id = `${wanted}-${count}`;
      next.set(wanted, count);
    }
    taken.add(id);
    return id;
  };
};
