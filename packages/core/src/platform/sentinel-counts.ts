import { marks, readMark } from './sentinel.ts';

const write = (mark: keyof typeof marks, count: number): void => {
  try {
    // Counted at every look: a mark that is right already is left alone.
    if (readMark(mark) === count) return;
    if (count > 0) localStorage.setItem(marks[mark], String(count));
    else localStorage.removeItem(marks[mark]);
  } catch {
    // Denied: nothing is marked, and nothing is read either.
  }
};

/** Notes how many entries a person may come back for, and how many of them wait to be sent; with none, no trace stays. */
export const noteEntries = (open: number, queued: number): void => {
  write('open', open);
  write('queued', queued);
};

/** Notes the marks as they are now. Returns how to put them back. */
export const holdMarks = (): (() => void) => {
  const [open, queued, lost] = [readMark('open'), readMark('queued'), readMark('lost')];
  return () => {
    noteEntries(open, queued);
    write('lost', lost);
  };
};

/** How many answers should be waiting here to be sent. */
export const queuedEntries = (): number => readMark('queued');

/** How many answers the browser has deleted before they were sent, until the person has read it. */
export const lostEntries = (): number => readMark('lost');

/** Notes answers that are gone; 0 when the person knows. */
export const noteLost = (count: number): void => write('lost', count);
