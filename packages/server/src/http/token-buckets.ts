import { createHmac, randomBytes } from 'node:crypto';

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What a bucket says of one request. */
export interface Allowance {
  readonly granted: boolean;
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly reset: number;
  /** Seconds until one more request would be granted; 0 if it would be now. */
  readonly retryAfter: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const day = 86_400_000;
const sweepEvery = 60_000;

/**
 * Token buckets by caller. A caller is known only as an HMAC under a salt that lives in memory and is replaced every
 * day: what was counted yesterday cannot be linked to anybody, not even by us.
 */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  #salt = randomBytes(32);
  #saltedAt: number;
  #sweptAt: number;

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#saltedAt = this.#sweptAt = now();
  }

  /** Takes a token for this caller, if there is one. */
  take(caller: string): Allowance {
    const now = this.#now();
    this.#forget(now);
    const bucket = this.#bucket(caller, now);
    const granted = bucket.tokens >= 1;
    if (granted) bucket.tokens -= 1;
    return {
      granted,
      remaining: Math.floor(bucket.tokens),
      reset: Math.ceil((this.#rate.burst - bucket.tokens) / this.#rate.perSecond),
      retryAfter: granted ? 0 : Math.ceil((1 - bucket.tokens) / this.#rate.perSecond),
    };
  }

  /** Gives back what a request took that turned out not to count. */
  giveBack(caller: string): void {
    const bucket = this.#bucket(caller, this.#now());
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + 1);
  }

  #bucket(caller: string, now: number): Bucket {
    const key = createHmac('sha256', this.#salt).update(caller).digest('base64url');
    const bucket = this.#buckets.get(key) ?? { tokens: this.#rate.burst, at: now };
    this.#refill(bucket, now);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #refill(bucket: Bucket, now: number): void {
    const gained = (Math.max(0, now - bucket.at) / 1000) * this.#rate.perSecond;
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + gained);
    bucket.at = now;
  }

  /** Drops what is full again, which is what an unknown caller would get. */
  #forget(now: number): void {
    if (now - this.#saltedAt >= day) {
      this.#salt = randomBytes(32);
      this.#saltedAt = now;
      this.#buckets.clear();
    }
    if (now - this.#sweptAt < sweepEvery) return;
    this.#sweptAt = now;
    for (const [key, bucket] of this.#buckets) {
      this.#refill(bucket, now);
      if (bucket.tokens >= this.#rate.burst) this.#buckets.delete(key);
    }
  }
}
