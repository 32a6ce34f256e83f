import type { FuzzRequest } from './requests.ts';

const kept = 10;

/** The requests that took longest: whether the service or the machine was slow shows when they are sent again. */
export class Slowest {
  #noted: { readonly request: FuzzRequest; readonly took: number }[] = [];
  longest = 0;
  overASecond = 0;

  note(request: FuzzRequest, took: number): void {
    if (took > 1000) this.overASecond += 1;
    this.longest = Math.max(this.longest, took);
    if (this.#noted.length === kept && took <= this.#noted.at(-1)!.took) return;
    this.#noted = [...this.#noted, { request, took }].sort((a, b) => b.took - a.took).slice(0, kept);
  }

  /** Milliseconds of the slowest of them, each at its best of three tries. */
  async again(send: (request: FuzzRequest) => Promise<unknown>): Promise<number> {
    let worst = 0;
    for (const { request } of this.#noted) {
      let best = Infinity;
      for (let tries = 0; tries < 3; tries += 1) {
        const sent = performance.now();
        await send(request);
        best = Math.min(best, performance.now() - sent);
      }
      worst = Math.max(worst, best);
    }
    return worst;
  }
}
