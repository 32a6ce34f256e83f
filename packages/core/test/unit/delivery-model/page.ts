import type { Device, Membership, Platform } from '../../../src/platform/platform.ts';
import type { World } from './world.ts';

/** What one tab sees of the world. A tab that is gone sees nothing and does nothing. */
export class Page implements Platform, Device {
  readonly #world: World;
  readonly #name: string;
  readonly #reachable = new Set<() => void>();
  /** How far this device's clock is wrong, in milliseconds. */
  wrongBy = 0;

  constructor(world: World, name: string) {
    this.#world = world;
    this.#name = name;
  }

  fetch(_: string, init: RequestInit): Promise<Response> {
    return this.#world.service.fetch(this.#name, init);
  }
  now(): number {
    return Date.UTC(2026, 10, 20) + this.#world.clock.time + this.wrongBy;
  }
  uuid(): string {
    return this.#world.uuid();
  }
  setTimer(callback: () => void, milliseconds: number): () => void {
    return this.#world.clock.set(this.#name, callback, milliseconds);
  }
  nextTask(): Promise<void> {
    return Promise.resolve();
  }
  afterPaint(callback: () => void): void {
    this.setTimer(callback, 16);
  }
  async device(): Promise<Device> {
    return this;
  }
  random(): number {
    return this.#world.chance();
  }
  async sha256(): Promise<string> {
    return '0'.repeat(64);
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
  exclusively(name: string, turn: () => Promise<boolean>): Promise<void> {
    return this.#world.locks.run(this.#name, name, turn);
  }
  join(listener: (message: string) => void): Membership {
    return this.#world.talk.join(this.#name, listener);
  }
  page(): undefined {
    return undefined;
  }
  address(): undefined {
    return undefined;
  }
  async copy(): Promise<void> {
    throw new Error('nothing to paste into');
  }
  async position(): Promise<{ lat: number; lon: number }> {
    throw new Error('nobody knows where this is');
  }

  /** The browser says that the network may be back. */
  becomeReachable(): void {
    for (const callback of this.#reachable) callback();
  }
}
