import { arrivedMark, keptMark, withdrawnMark } from '../outbox/marks.ts';
import type { Device, Membership } from '../platform/platform.ts';
import type { FormTag } from './form-widget.ts';

/**
 * What the tabs of a site tell each other about drafts and messages: that there is something new, what a person deletes,
 * and which message has arrived.
 */
export class TabTalk {
  #membership: Membership | undefined;
  #stopRestored: (() => void) | undefined;
  #wasAway = false;
  /** Drafts that a person has deleted in another tab: what is missing without that was deleted by the browser. */
  readonly #withdrawn = new Set<string>();
  readonly #arrived = new Set<string>();

  /** Whether this tab listens. */
  get isJoined(): boolean {
    return this.#membership !== undefined;
  }

  /**
   * Whether a person may have deleted something without this tab hearing of it: it cannot hear, or was taken off the
   * screen as a whole and brought back, which nobody tells anything to meanwhile.
   */
  get mayHaveMissed(): boolean {
    return !this.isJoined || this.#wasAway;
  }

  /** `hear` runs when there is something new under one of these lookups. */
  join(tag: Pick<FormTag, 'onRestored'>, device: Device, lookups: readonly string[], hear: () => void): void {
    if (this.#membership) return;
    this.#membership = device.join?.((about) => {
      if (lookups.includes(about)) hear();
      if (about.startsWith(arrivedMark)) this.#arrived.add(about.slice(arrivedMark.length));
      if (about.startsWith(withdrawnMark)) this.#withdrawn.add(about.slice(withdrawnMark.length));
      if (about.startsWith(keptMark)) this.#withdrawn.delete(about.slice(keptMark.length));
    });
    this.#stopRestored ??= tag.onRestored(() => (this.#wasAway = true));
  }

  leave(): void {
    this.#membership?.leave();
    this.#membership = undefined;
    this.#stopRestored?.();
    this.#stopRestored = undefined;
    this.#wasAway = true;
  }

  /** All that happened while this tab could not hear has been read by now. */
  caughtUp(): void {
    this.#wasAway = false;
  }

  tell(lookup: string): void {
    this.#membership?.tell(lookup);
  }

  /** A person deletes a draft here: whoever shows it, too, need not write it again. */
  withdraw(id: string): void {
    this.#membership?.tell(withdrawnMark + id);
  }

  /** It has not been deleted after all. */
  keep(id: string): void {
    this.#membership?.tell(keptMark + id);
  }

  /** Whether a person deletes, or has deleted, this draft in another tab, or in the list of what is kept. */
  isWithdrawn(id: string): boolean {
    return this.#withdrawn.has(id);
  }

  /** Whether this message has arrived, whichever tab has sent it. */
  hasArrived(id: string): boolean {
    return this.#arrived.has(id);
  }
}
