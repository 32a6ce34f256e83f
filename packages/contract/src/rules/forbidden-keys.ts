import { pointerStep } from './issue.ts';
import { isReservedName } from './own.ts';

/** Nothing right is nested deeper: field → rows → field → cells. What is deeper is refused for its shape. */
const deepest = 6;

/** Pointer to the first key, at any depth, that would reach an object's prototype. */
export const forbiddenKey = (value: unknown, depth = deepest): string | undefined => {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const found = forbiddenKey(value[at], depth - 1);
      if (found !== undefined) return `/${at}${found}`;
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (isReservedName(key)) return pointerStep(key);
    const found = forbiddenKey((value as Record<string, unknown>)[key], depth - 1);
    if (found !== undefined) return pointerStep(key) + found;
  }
  return undefined;
};
