const hash = (text: string): number => {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  // FNV alone leaves words that differ in the last letter next to each other.
  value = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2_ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/**
 * The same items in an order that looks random and depends on `seed` alone: a reload, or another language, must not
 * move the options under the person's eyes.
 */
export const shuffled = <T extends { readonly value: string }>(items: readonly T[], seed: string): T[] =>
  items
    .map((item) => ({ item, key: hash(`${seed} ${item.value}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
