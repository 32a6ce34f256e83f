/** A look is at what is there: a promise would always be found. */
type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * Resolves with the first truthy value of `look`, asked again after every frame; rejects after `limit` milliseconds,
 * more than any machine that is merely busy needs.
 */
export const until = <T>(
  look: () => NotAPromise<T>,
  what = 'the condition',
  limit = 20_000,
): Promise<NonNullable<T>> => {
  const { promise, resolve, reject } = Promise.withResolvers<NonNullable<T>>();
  const end = performance.now() + limit;
  const ask = (): void => {
    let found: T;
    try {
      found = look();
    } catch (error) {
      return reject(error as Error);
    }
    if (found) resolve(found);
    else if (performance.now() > end) reject(new Error(`Waited ${limit} ms in vain for ${what}`));
    // A background page has no frames, and a test page may be in the background.
    else if (document.visibilityState === 'visible') requestAnimationFrame(ask);
    else setTimeout(ask, 16);
  };
  ask();
  return promise;
};
