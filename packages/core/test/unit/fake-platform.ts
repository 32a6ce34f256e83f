import type { Device, Platform } from '../../src/platform/platform.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A page with a clock that only moves when told to, and a network that answers what the test says. */
export class FakePlatform implements Platform, Device {
  clock = Date.parse('2026-11-20T09:30:00Z');
  readonly requests: { readonly url: string; readonly init: RequestInit }[] = [];
  /** Answers a request; throws to be "no network". */
  network: (url: string, init: RequestInit) => Promise<Response> = () => Promise.reject(new TypeError('no network'));
  readonly #timers = new Set<Timer>();
  readonly #reachable = new Set<() => void>();
  readonly #locked = new Set<string>();
  #ids = 0;

  fetch(url: string, init: RequestInit): Promise<Response> {
    this.requests.push({ url, init });
    return this.network(url, init);
  }
  async device(): Promise<Device> {
    return this;
  }
  now(): number {
    return this.clock;
  }
  uuid(): string {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  }
  random(): number {
    return 0.5;
  }
  async sha256(bytes: ArrayBuffer): Promise<string> {
    return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  }
  setTimer(callback: () => void, milliseconds: number): () => void {
    const timer = { at: this.clock + milliseconds, run: callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
  nextTask(): Promise<void> {
    return settle();
  }
  afterPaint(callback: () => void): void {
    this.setTimer(callback, 16);
  }
  whenIdle(callback: () => void): void {
    this.setTimer(callback, 0);
  }
  onReachable(callback: () => void): () => void {
    this.#reachable.add(callback);
    return () => this.#reachable.delete(callback);
  }
  onLeaving(): () => void {
    return () => undefined;
  }
  async exclusively(name: string, turn: () => Promise<boolean>): Promise<void> {
    if (this.#locked.has(name)) return;
    this.#locked.add(name);
    try {
      while (await turn());
    } finally {
      this.#locked.delete(name);
    }
  }
  page(): string {
    return 'https://www.example.it/cms/piano';
  }
  address(): string {
    return 'https://www.example.it/cms/piano?p=12';
  }
  copied = '';
  async copy(text: string): Promise<void> {
    this.copied = text;
  }
  position(): Promise<{ lat: number; lon: number }> {
    return Promise.resolve({ lat: 45.07, lon: 7.69 });
  }

  /** The network may be back: the browser says so. */
  becomeReachable(): void {
    for (const callback of this.#reachable) callback();
  }

  /** Lets time pass; what falls due runs, with a turn of the event loop after each. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.clock + milliseconds;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#timers.delete(next);
      this.clock = Math.max(this.clock, next.at);
      next.run();
      await settle();
    }
    this.clock = end;
    await settle();
  }

  /** Timers not yet due, in milliseconds from now. */
  get due(): number[] {
    return [...this.#timers].map(({ at }) => at - this.clock);
  }
}

/** A turn of the event loop, so that promises under way come to rest. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** An answer of the contract's server. */
export const jsonAnswer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });
