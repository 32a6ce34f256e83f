interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until told: `now` and `setTimer` fit the browser runtime's platform. */
export interface FakeClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly setTimer: (callback: () => void, milliseconds: number) => () => void;
  /** Lets time pass, running what falls due on the way, in order; promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** Sets the time without running anything, as a wrong device clock would. */
  set(instant: number | string): void;
  /** When the next timer is due, undefined without one. */
  next(): number | undefined;
}

const settled = (): Promise<void> =>
  new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => setTimeout(resolve))));

/** Starts at noon, Europe/Rome, of the day this kit's questionnaire opened. */
export const fakeClock = (start: number | string = '2026-11-20T11:00:00Z'): FakeClock => {
  let time = new Date(start).getTime();
  const timers = new Set<Timer>();
  const earliest = (until: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  return {
    now: () => time,
    setTimer(callback, milliseconds) {
      const timer = { at: time + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(milliseconds) {
      const until = time + milliseconds;
      await settled();
      for (let due = earliest(until); due; due = earliest(until)) {
        timers.delete(due);
        time = due.at;
        due.callback();
        await settled();
      }
      time = until;
    },
    set: (instant) => {
      time = new Date(instant).getTime();
    },
    next: () => [...timers].map(({ at }) => at).sort((one, other) => one - other)[0],
  };
};
