/** What the probe tells about one load; times are milliseconds since navigation started. */
export interface Load {
  /** When each widget's first question was painted with its handlers attached, in page order. */
  ready: number[];
  /** When the first control with a handler was found, the frame before it was painted. */
  usable: number;
  /** When every question that shows at first had its controls in the DOM. */
  whole: number;
  firstPaint: number;
  longTasks: { start: number; duration: number }[];
  /** Address and start of every request that began before `usable`. */
  early: { url: string; start: number }[];
  elements: number;
}

/** What the probe waits for. */
export interface Expectation {
  widgets: number;
  /** Native controls of all the widgets together, at first. */
  controls: number;
  /** Milliseconds without a long task after which a load counts as over. */
  quiet: number;
}

declare global {
  var benchLoad: Promise<Load>;
}

/**
 * Runs in the page before anything else, the same for every competitor, and asks nothing of it but that a widget
 * carries `data-widget` and a question `data-field`. "Ready" is what a person could check: the first question's
 * control stands in the (shadow) DOM and takes up room, a listener for its input is on it or above it, and two
 * animation frames have passed since.
 */
export function probe(expected: Expectation): void {
  const CONTROLS = 'input,select,textarea';
  const listening = new WeakSet<EventTarget>();
  // Patched rather than asked: a listener that is seen cannot be claimed too early.
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
    if (type === 'input' || type === 'change') listening.add(this);
    return Reflect.apply(listen, this, [type, ...rest]);
  } as typeof listen;

  const longTasks: Load['longTasks'] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push({ start: entry.startTime, duration: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  performance.setResourceTimingBufferSize(1000);

  const roots = () => [...document.querySelectorAll('[data-widget]')].map((widget) => widget.shadowRoot ?? widget);
  const isHeard = (control: Node) => {
    for (let node: Node | null = control; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
      if (listening.has(node)) return true;
    }
    return false;
  };
  const isUsable = (root: ParentNode) => {
    const control = root.querySelector(`[data-field] :is(${CONTROLS})`);
    return !!control && isHeard(control) && control.closest('[data-field]')!.getBoundingClientRect().height > 0;
  };
  const countControls = () =>
    roots().reduce((sum, root) => sum + root.querySelectorAll(`[data-field]:not([hidden]) :is(${CONTROLS})`).length, 0);

  const ready: number[] = [];
  let usable = 0;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  async function watch(): Promise<Load> {
    const found = new Set<number>();
    while (found.size < expected.widgets) {
      await nextFrame();
      for (const [index, root] of roots().entries()) {
        if (found.has(index) || !isUsable(root)) continue;
        found.add(index);
        usable ||= performance.now();
        void nextFrame().then((time) => (ready[index] = time));
      }
    }
    performance.mark('usable:end');
    await nextFrame();
    while (countControls() < expected.controls) await pause(50);
    const whole = performance.now();
    const isBusy = () => performance.now() - (longTasks.at(-1)?.start ?? 0) < expected.quiet;
    do await pause(expected.quiet);
    while (isBusy());
    const entries = performance.getEntriesByType('resource');
    return {
      ready,
      usable,
      whole,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      longTasks,
      early: entries.filter((one) => one.startTime < usable).map((one) => ({ url: one.name, start: one.startTime })),
      elements: roots().reduce((sum, root) => sum + root.querySelectorAll('*').length, 0),
    };
  }
  globalThis.benchLoad = watch();
}
