/**
 * Marks outside the database: they can be read at once, while the database takes a while to open, and they tell when
 * the browser has taken the database away. Numbers only. Where they cannot be kept, a draft is found a moment later.
 */
export const marks = { open: 'cmto-entries', queued: 'cmto-queued', lost: 'cmto-lost' } as const;

/** What a mark says; 0 where there is none. */
export const readMark = (mark: keyof typeof marks): number => {
  try {
    return Number(localStorage.getItem(marks[mark]));
  } catch {
    return 0;
  }
};

/** Whether this device may hold drafts or answers still to be sent. */
export const mayHoldEntries = (): boolean => readMark('open') > 0;
