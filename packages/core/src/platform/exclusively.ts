/** Runs `work` unless another tab of this origin runs it under the same name. */
export type Exclusively = (name: string, work: () => Promise<void>) => Promise<void>;

/**
 * Turns at names, by Web Locks. After the `lease`, in milliseconds, a holder has lost its right: a frozen tab keeps its
 * lock for ever. Where there are no locks every tab may work: the server's unique key keeps an answer single. What it
 * returns rejects as `work` does, and when another tab has taken the name over.
 */
export const createExclusively = (lease = 30_000): Exclusively => {
  const overdue = new Set<string>();
  const inLine = new Set<string>();

  /**
   * Stands in line for a name. Every turn is short, so one that does not come within the lease shows that the holder
   * sleeps or has crashed: no clock has to be compared for that.
   */
  const watch = async (name: string): Promise<void> => {
    if (inLine.has(name)) return;
    inLine.add(name);
    const patience = new AbortController();
    // Not `AbortSignal.timeout`: Safari 15 has locks without it.
    const timer = setTimeout(() => patience.abort(), lease);
    try {
      await navigator.locks.request(name, { signal: patience.signal }, () => undefined);
    } catch {
      overdue.add(name);
    }
    clearTimeout(timer);
    inLine.delete(name);
  };

  return async (name, work) => {
    if (!('locks' in navigator)) return work();
    let isDenied = true;
    const take = async (lock: Lock | null): Promise<void> => {
      isDenied = false;
      if (lock) await work();
      else void watch(name);
    };
    try {
      await navigator.locks.request(name, overdue.delete(name) ? { steal: true } : { ifAvailable: true }, take);
    } catch (error) {
      if (!isDenied) throw error;
      // A frame without an origin of its own may not have locks; it is alone with its answers anyway.
      await work();
    }
  };
};
