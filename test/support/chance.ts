/** Numbers that look random and are the same for the same seed, so that what was measured can be measured again. */
export class Chance {
  private state: number;
  private readonly sums = new Map<string, readonly number[]>();

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to 1 (mulberry32, T. Ettinger 2017). */
  part(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  is(likelihood: number): boolean {
    return this.part() < likelihood;
  }

  /** From 0 up to but without the end. */
  whole(end: number): number {
    return Math.floor(this.part() * end);
  }

  of<T>(all: readonly T[]): T {
    const found = all[this.whole(all.length)];
    if (found === undefined) throw new RangeError('There is nothing to choose from.');
    return found;
  }

  ofAny<T>(all: readonly T[]): T | undefined {
    return all.length === 0 ? undefined : this.of(all);
  }

  /** Normally distributed with mean 0 and deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.part())) * Math.cos(2 * Math.PI * this.part());
  }

  /** The first of the list most often, the nth as often as one over n to the exponent. */
  zipf<T>(all: readonly T[], exponent: number): T {
    const sums = this.sumsOf(all.length, exponent);
    const wanted = this.part() * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const found = all[low];
    if (found === undefined) throw new RangeError('There is nothing to choose from.');
    return found;
  }

  shuffled<T>(all: readonly T[]): readonly T[] {
    return all
      .map((one) => ({ one, at: this.part() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  }

  uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      this.whole(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  private sumsOf(count: number, exponent: number): readonly number[] {
    const key = `${count}/${exponent}`;
    const known = this.sums.get(key);
    if (known !== undefined) return known;
    let sum = 0;
    const sums = Array.from({ length: count }, (_, at) => (sum += 1 / (at + 1) ** exponent));
    this.sums.set(key, sums);
    return sums;
  }
}
