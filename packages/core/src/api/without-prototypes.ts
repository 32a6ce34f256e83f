/** Names that every `Object.prototype` has: more of them are the page's own scripts' doing. */
const ordinary = 12;

const strip = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  for (const member of Object.values(value)) strip(member);
};

/**
 * The same definition, made safe to read on a page whose scripts have put properties on `Object.prototype` (old
 * libraries do): there, a question without `help` would seem to have some.
 */
export const withoutPrototypes = <T extends object>(definition: T): T => {
  if (Object.getOwnPropertyNames(Object.prototype).length > ordinary) strip(definition);
  return definition;
};
