import type { Platform } from '../platform/platform.ts';

/** Milliseconds after which the page gets a turn between two widgets: it paints in it, which costs as much as two. */
const slice = 50;

let queue: Promise<unknown> = Promise.resolve();
let since = 0;

const pause = (platform: Platform): Promise<void> | undefined =>
  platform.now() - since < slice
    ? undefined
    : new Promise((resolve) => {
        platform.setTimer(() => {
          since = platform.now();
          resolve();
        }, 0);
      });

/**
 * Does work that is over when it is rendered. Widgets of a page that get ready together render a few per task, the
 * first at once: ten in one would block the page, and a task for each would paint it ten times.
 */
export const inTurn = (platform: Platform, work: () => Promise<unknown>): Promise<unknown> => {
  const turn = queue.then(work);
  queue = turn.catch(() => undefined).then(() => pause(platform));
  return turn;
};
