/** What the answers of one route were. */
export interface RouteTally {
  sent: number;
  /** 2xx and 3xx: the service did what was asked. */
  taken: number;
  /** Refused for what the service holds, not for the form of the request, its address or its origin. */
  judged: number;
}

/** Codes of a refusal that comes before anybody looks at what there is. */
const beforeJudging = /^(?:request\.(?!rate-limited)|origin\.|idempotency\.missing|submission\.invalid)/;

/** Counts what became of requests, by the route they were for. */
export class Tally {
  readonly routes = new Map<string, RouteTally>();
  readonly statuses = new Map<number, number>();

  /** `code`: of the problem, where the answer was one. */
  note(route: string, status: number, code: string | undefined): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const one: RouteTally = this.routes.get(route) ?? { sent: 0, taken: 0, judged: 0 };
    this.routes.set(route, one);
    one.sent += 1;
    if (status < 400) one.taken += 1;
    else if (code !== undefined && !beforeJudging.test(code)) one.judged += 1;
  }

  /** Those of `names` at which no request ever came through: what was sent there has proven little. */
  neverTaken(names: readonly string[]): string[] {
    return names.filter((name) => !this.routes.get(name)?.taken);
  }

  /** A line for each route: how many were sent, which share was taken, which was refused for what is there. */
  lines(): string[] {
    const share = (part: number, sent: number): string => `${((100 * part) / sent).toFixed(1)}%`.padStart(6);
    const longest = Math.max(...[...this.routes.keys()].map(({ length }) => length));
    return [...this.routes]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(
        ([name, { sent, taken, judged }]) =>
          `${name.padEnd(longest)} ${String(sent).padStart(8)} sent, ${share(taken, sent)} taken, ${share(judged, sent)} refused for what is there`,
      );
  }
}
