import { delay } from 'msw';

/** What happens to a request: `handle` is the service doing its work. */
type Course = (handle: () => Promise<Response>) => Promise<Response>;

interface Trouble {
  readonly course: Course;
  readonly concerns: (request: Request) => boolean;
  left: number;
  /** Lets go what it holds back. */
  readonly release: () => void;
}

export interface TroubleOptions {
  /** How often, and then it is over; for ever without it. */
  readonly times?: number;
  /** Only requests of this method, and whose path ends so. */
  readonly method?: string;
  readonly path?: string | RegExp;
}

const dropped: Course = async () => Response.error();

const pathOf = (request: Request): string => new URL(request.url).pathname;

/** The way between the page and the service, with all that goes wrong on it. Each trouble returns how to end it. */
export class Network {
  #troubles: Trouble[] = [];

  /** No answer at all, and the service never hears of it. */
  offline(options?: TroubleOptions): () => void {
    return this.#add(dropped, options);
  }

  /** The service does its work, and its answer is lost on the way back. */
  loseResponse(options: TroubleOptions = { times: 1 }): () => void {
    return this.#add(async (handle) => {
      await handle();
      return Response.error();
    }, options);
  }

  slow(milliseconds: number, options?: TroubleOptions): () => void {
    return this.#add(async (handle) => {
      await delay(milliseconds);
      return handle();
    }, options);
  }

  /** Holds requests back until let go. */
  hold(options?: TroubleOptions): () => void {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const course: Course = async (handle) => {
      await released;
      return handle();
    };
    return this.#add(course, options, release);
  }

  /** An answer made by something on the way (a proxy, a firewall): HTML, whatever its status. */
  fail(status: number, { retryAfter, ...options }: TroubleOptions & { retryAfter?: number } = {}): () => void {
    const headers = {
      'Content-Type': 'text/html',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    };
    return this.#add(async () => new Response(`<h1>${status}</h1>`, { status, headers }), options);
  }

  /** A public hotspot that answers everything with its own welcome. */
  captivePortal(options?: TroubleOptions): () => void {
    return this.fail(200, options);
  }

  /** Answers with that response instead of the service's. */
  answer(make: () => Response, options?: TroubleOptions): () => void {
    return this.#add(async () => make(), options);
  }

  /** Everything works again, and what was held back goes on. */
  restore(): void {
    const over = this.#troubles;
    this.#troubles = [];
    for (const { release } of over) release();
  }

  /** Takes a request over the way, in whatever state it is. */
  carry(request: Request, handle: () => Promise<Response>): Promise<Response> {
    const trouble = this.#troubles.find(({ concerns, left }) => left > 0 && concerns(request));
    if (!trouble) return handle();
    trouble.left -= 1;
    return trouble.course(handle);
  }

  #add(
    course: Course,
    { times = Infinity, method, path }: TroubleOptions = {},
    release: () => void = () => undefined,
  ): () => void {
    const trouble: Trouble = {
      course,
      release,
      left: times,
      concerns: (request) =>
        (method === undefined || request.method === method) &&
        (path === undefined ||
          (typeof path === 'string' ? pathOf(request).endsWith(path) : path.test(pathOf(request)))),
    };
    // The newest comes first.
    this.#troubles.unshift(trouble);
    return () => {
      this.#troubles = this.#troubles.filter((other) => other !== trouble);
      release();
    };
  }
}
