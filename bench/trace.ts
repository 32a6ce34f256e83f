import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Time the thread really ran, whatever else the machine had to do. */
  tdur?: number;
  pid: number;
  tid: number;
}

/** What the page's main thread did: marks and tasks, in milliseconds of one clock. */
export interface MainThread {
  marks: Map<string, number>;
  tasks: { start: number; end: number; ran: number }[];
}

const categories = ['blink.user_timing', 'disabled-by-default-devtools.timeline'];

/** Records what the main thread does while `act` runs in the page. */
export async function traced<Result>(
  browser: Browser,
  page: Page,
  act: () => Promise<Result>,
): Promise<{ result: Result; thread: MainThread }> {
  await browser.startTracing(page, { categories });
  const result = await act();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const marking = traceEvents.filter((event) => event.name.endsWith(':start') || event.name.endsWith(':end'));
  const { pid, tid } = marking[0] ?? { pid: 0, tid: 0 };
  return {
    result,
    thread: {
      marks: new Map(marking.map((event) => [event.name, event.ts / 1000])),
      tasks: traceEvents
        .filter((event) => event.name === 'RunTask' && event.ph === 'X' && event.pid === pid && event.tid === tid)
        .map((event) => ({
          start: event.ts / 1000,
          end: (event.ts + (event.dur ?? 0)) / 1000,
          ran: (event.tdur ?? 0) / 1000,
        })),
    },
  };
}

/** Milliseconds the main thread worked between two marks `NAME:start` and `NAME:end`. */
export function workBetween(thread: MainThread, name: string): number {
  const start = thread.marks.get(`${name}:start`) ?? Number.NaN;
  const end = thread.marks.get(`${name}:end`) ?? Number.NaN;
  return thread.tasks.reduce(
    (sum, task) => sum + Math.max(0, Math.min(task.end, end) - Math.max(task.start, start)),
    0,
  );
}
