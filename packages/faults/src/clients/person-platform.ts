import { alone } from '@cmto/core/platform/exclusively';
import type { Device, Platform } from '@cmto/core/platform/platform';
import type { Random } from '../random.ts';
import { sha256 } from '../ledger/content.ts';
import type { SocketGate } from './socket-gate.ts';

/** Virtual milliseconds of back-off in one real one: fifteen minutes are over within a second. */
const hurry = 1000;

/** Times of a request's limit: it runs while the request waits for its socket, too, on machines of any speed. */
const patience = 10;

/**
 * What one virtual person's page is made of: the real network through few sockets, back-off that costs hardly any
 * time, chance from the seed. Time limits of requests are long, and over at once when nothing can come any more.
 */
export class PersonPlatform {
  readonly #gate: SocketGate;
  readonly #random: Random;
  readonly #limits = new Set<() => void>();

  constructor(gate: SocketGate, random: Random) {
    this.#gate = gate;
    this.#random = random;
  }

  /** For the outbox: its timers are waits between attempts. */
  get waiting(): Platform {
    return {
      ...this.requesting,
      setTimer(callback, milliseconds) {
        const timer = setTimeout(callback, milliseconds / hurry);
        return () => clearTimeout(timer);
      },
    };
  }

  /** For the API client: its timers are the limits of requests. */
  get requesting(): Platform {
    return {
      fetch: (url, init) => this.#gate.through(() => fetch(url, init)),
      now: () => Date.now(),
      uuid: () => this.#random.uuid(),
      setTimer: (callback, milliseconds) => this.#limit(callback, milliseconds),
      nextTask: () => new Promise((resolve) => setImmediate(resolve)),
      afterPaint: (callback) => void setImmediate(callback),
      device: async () => this.device,
    };
  }

  /** One tab, never reloaded: nothing here is about browsers, which have runs of their own. */
  get device(): Device {
    return {
      random: () => this.#random.next(),
      sha256: async (bytes) => sha256(new Uint8Array(bytes)),
      whenIdle: (callback) => void setImmediate(callback),
      onReachable: () => () => undefined,
      onLeaving: () => () => undefined,
      exclusively: alone,
      page: () => undefined,
      address: () => undefined,
      copy: () => Promise.reject(new Error('there is no clipboard')),
      position: () => Promise.reject(new Error('there is no position')),
    };
  }

  /** The patience with the request under way is over. */
  giveUp(): void {
    for (const end of this.#limits) end();
  }

  #limit(callback: () => void, milliseconds: number): () => void {
    const stop = (): void => {
      clearTimeout(timer);
      this.#limits.delete(end);
    };
    const end = (): void => {
      stop();
      callback();
    };
    const timer = setTimeout(end, milliseconds * patience);
    this.#limits.add(end);
    return stop;
  }
}
