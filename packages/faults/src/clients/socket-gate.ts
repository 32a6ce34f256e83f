/** Lets a number of requests be under way at once, the others wait their turn: sockets are few, people are many. */
export class SocketGate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(sockets: number) {
    this.#free = sockets;
  }

  async through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
