import type { Platform } from '../platform/platform.ts';

/** Milliseconds after which the page gets a turn: well under the 50 that a person feels, whatever comes on top. */
const slice = 32;

let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;
let end = 0;

/**
 * Lets the page have a turn, to hear and to paint, where widgets have rendered long enough in this task. Tells whether
 * other widgets wait for theirs.
 */
export const breathe = async (platform: Platform): Promise<boolean> => {
  if (platform.now() >= end) {
    await platform.nextTask();
    end = platform.now() + slice;
  }
  return waiting > 1;
};

/**
 * Does work that is over when it is rendered, after all that was asked for before. Widgets of a page that get ready
 * together share tasks: ten in one would block the page, and a task for each would paint it ten times.
 */
export const inTurn = (platform: Platform, work: () => Promise<unknown>): Promise<unknown> => {
  // Nobody is at work: this is another task than the last one's.
  if (!waiting) end = platform.now() + slice;
  waiting += 1;
  const turn = queue.then(work);
  queue = turn
    .catch(() => undefined)
    .then(() => breathe(platform))
    .finally(() => (waiting -= 1));
  return turn;
};
