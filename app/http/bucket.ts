/** So many in so many seconds. All of them may come at once, and come back little by little. */
export interface Allowance {
  count: number;
  seconds: number;
}

interface Level {
  left: number;
  /** In milliseconds of whatever clock is given. */
  at: number;
}

/**
 * Buckets of tokens, one for each key: somebody takes one for each thing that he asks, and finds it empty when he asks
 * too often. At most `most` keys are remembered, the latest: what is forgotten was full or nearly so.
 */
export class Buckets {
  readonly #levels = new Map<string, Level>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one at an instant in milliseconds; answers after how many seconds there will be one, 0 when it was given. */
  take(key: string, { count, seconds }: Allowance, nowMs: number): number {
    const known = this.#levels.get(key) ?? { left: count, at: nowMs };
    const perMs = count / (seconds * 1000);
    const left = Math.min(count, known.left + Math.max(0, nowMs - known.at) * perMs);
    this.#levels.delete(key);
    this.#levels.set(key, { left: left < 1 ? left : left - 1, at: nowMs });
    this.#forget();
    return left < 1 ? Math.ceil((1 - left) / perMs / 1000) : 0;
  }

  #forget(): void {
    const [oldest] = this.#levels.keys();
    if (this.#levels.size > this.#most && oldest !== undefined) this.#levels.delete(oldest);
  }
}
