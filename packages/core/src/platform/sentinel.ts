/**
 * Marks outside the database: they can be read at once, while the database takes a while to open, and they tell when
 * the browser has taken the database away. Numbers only. Where they cannot be kept, a draft is found a moment later.
 */
const marks = { open: 'cmto-entries', queued: 'cmto-queued', lost: 'cmto-lost' } as const;

const read = (mark: keyof typeof marks): number => {
  try {
    return Number(localStorage.getItem(marks[mark]));
  } catch {
    return 0;
  }
};

const write = (mark: keyof typeof marks, count: number): void => {
  try {
    // Counted at every look: a mark that is right already is left alone.
    if (read(mark) === count) return;
    if (count > 0) localStorage.setItem(marks[mark], String(count));
    else localStorage.removeItem(marks[mark]);
  } catch {
    // Denied: nothing is marked, and nothing is read either.
  }
};

/** Whether this device may hold drafts or answers still to be sent. */
export const mayHoldEntries = (): boolean => read('open') > 0;

/** Notes how many entries a person may come back for, and how many of them wait to be sent; with none, no trace stays. */
export const noteEntries = (open: number, queued: number): void => {
  write('open', open);
  write('queued', queued);
};

/** Notes the marks as they are now. Returns how to put them back. */
export const holdMarks = (): (() => void) => {
  const [open, queued, lost] = [read('open'), read('queued'), read('lost')];
  return () => {
    noteEntries(open, queued);
    write('lost', lost);
  };
};

/** How many answers should be waiting here to be sent. */
export const queuedEntries = (): number => read('queued');

/** How many answers the browser has deleted before they were sent, until the person has read it. */
export const lostEntries = (): number => read('lost');

/** Notes answers that are gone; 0 when the person knows. */
export const noteLost = (count: number): void => write('lost', count);
