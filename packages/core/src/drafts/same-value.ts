import { canonicalJson } from '@cmto/contract/rules/canonical-json';

/** Whether two stored values are equal, whatever the order of their keys. */
export const isSameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
