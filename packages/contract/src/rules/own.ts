/** Reads a property only if the object itself has it: a page may have put anything on `Object.prototype`. */
export const own = <T extends object, K extends PropertyKey>(
  object: T,
  key: K,
): (T extends unknown ? (K extends keyof T ? T[K] : undefined) : never) | undefined =>
  Object.hasOwn(object, key) ? (object as never)[key] : undefined;

/** Whether a value is an object with keys, so neither null nor a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that reach an object's prototype: never ids, never keys. */
export const isReservedName = (name: string): boolean =>
  name === '__proto__' || name === 'constructor' || name === 'prototype';
