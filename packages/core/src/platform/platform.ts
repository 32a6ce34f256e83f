import type { Journey } from './journey.ts';

/**
 * The outside world of a page: the only way to the network, the clock and the timers, so that tests bring their own.
 * This much is needed to show the first questions.
 */
export interface Platform {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds since 1970, by the device's clock: for showing and ordering, never for blocking. */
  now(): number;
  /** A random version 4 UUID. */
  uuid(): string;
  setTimer(callback: () => void, milliseconds: number): () => void;
  /** Fulfilled in a task of its own, without delay: input and painting may come in between. */
  nextTask(): Promise<void>;
  /** Runs once what was rendered just now has been painted. */
  afterPaint(callback: () => void): void;
  /** The rest, as its code comes. Rejects when it cannot be had. */
  device(): Promise<Device>;
}

/** A place among those of this site, in this tab and others, that hear when something kept here has changed. */
export interface Membership {
  /** Tells all others; never an answer, for any script of the site can listen. */
  tell(message: string): void;
  leave(): void;
}

/** What keeping and sending answers needs of the browser. */
export interface Device {
  /** A number in [0, 1). */
  random(): number;
  /** Lower-case hex SHA-256. */
  sha256(bytes: ArrayBuffer): Promise<string>;
  /** Runs when the page has nothing better to do. */
  whenIdle(callback: () => void): void;
  /** Calls back whenever sending may work again (network back, page shown again). Returns how to stop. */
  onReachable(callback: () => void): () => void;
  /** Calls back when the page may be about to go away. Returns how to stop. */
  onLeaving(callback: () => void): () => void;
  /**
   * Runs `turn` unless another tab of this origin has turns under the same name, and again while it answers that there
   * is more to do. Rejects as `turn` does, and when another tab has taken the name over.
   */
  exclusively(name: string, turn: () => Promise<boolean>): Promise<void>;
  /** Hears what others tell. Absent where tabs cannot talk: they then meet in the database alone. */
  readonly join?: ((listener: (message: string) => void) => Membership) | undefined;
  /** Origin and path of the page, without query and fragment; undefined where there is no http address. */
  page(): string | undefined;
  /** The way back to the page, with its query: for this device alone, and never sent. Undefined as `page` is. */
  address(): string | undefined;
  /** Puts text on the clipboard. Rejects where the page may not. */
  copy(text: string): Promise<void>;
  /** The device's position. Rejects with a `KitError`. */
  position(): Promise<{ lat: number; lon: number }>;
  /** What signing in needs, as its code comes; rejects when it cannot be had. Absent where no page can be left. */
  readonly journey?: (() => Promise<Journey>) | undefined;
}
