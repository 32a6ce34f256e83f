/**
 * Takes turns at a name unless another tab of this origin does: `turn` runs again while it answers that there is more
 * to do, and nobody else's turn comes in between.
 */
export type Exclusively = (name: string, turn: () => Promise<boolean>) => Promise<void>;

/** What runs under a lock. */
type Held = () => Promise<void>;

/** For whoever is alone with a name, or need not know of others. */
export const alone: Exclusively = async (_, turn) => {
  for (let goesOn = true; goesOn;) goesOn = await turn();
};

/**
 * Turns at names, by Web Locks. A holder that does not come to the end of a turn within the `lease`, in milliseconds,
 * has lost its right: a frozen tab keeps its lock for ever. Where there are no locks every tab may work: the server's
 * unique key keeps an answer single. What it returns rejects as `turn` does, and when another tab has taken the name
 * over.
 */
export const createExclusively = (lease = 30_000): Exclusively => {
  const overdue = new Set<string>();
  const inLine = new Set<string>();

  /** Stands in line for a name. Rejects when its turn does not come within the lease: whoever is before it sleeps. */
  const stand = async (name: string, held: Held): Promise<void> => {
    const patience = new AbortController();
    // Not `AbortSignal.timeout`: Safari 15 has locks without it.
    const timer = setTimeout(() => {
      overdue.add(name);
      patience.abort();
    }, lease);
    await navigator.locks.request(name, { signal: patience.signal }, () => {
      clearTimeout(timer);
      return held();
    });
  };

  /**
   * Every turn is short, and who goes on lets go of the lock in between. So one that does not come within the lease
   * shows that the holder sleeps or has crashed: no clock has to be compared for that.
   */
  const watch = (name: string): void => {
    if (inLine.has(name)) return;
    inLine.add(name);
    stand(name, async () => undefined)
      .catch(() => undefined)
      .finally(() => inLine.delete(name));
  };

  /** Takes turns until there is nothing more to do: the next one is in line before this one's lock is free. */
  const take = async (name: string, turn: () => Promise<boolean>, request: (held: Held) => Promise<void>) => {
    let next: Promise<void> | undefined;
    let isOver = false;
    try {
      await request(async () => {
        // A turn that was taken over while it ran has none after it.
        if ((await turn()) && !isOver) next = take(name, turn, (held) => stand(name, held));
      });
    } finally {
      isOver = true;
    }
    await next;
  };

  return async (name, turn) => {
    if (!('locks' in navigator)) return alone(name, turn);
    let isDenied = true;
    try {
      await take(name, turn, (held) =>
        navigator.locks.request(name, overdue.delete(name) ? { steal: true } : { ifAvailable: true }, (lock) => {
          isDenied = false;
          return lock ? held() : watch(name);
        }),
      );
    } catch (error) {
      if (!isDenied) throw error;
      // A frame without an origin of its own may not have locks; it is alone with its answers anyway.
      await alone(name, turn);
    }
  };
};
