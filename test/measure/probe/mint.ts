import { isOrgNumber } from '#domain';
import { Chance } from '../../support/chance.js';

/** Words of the mint begin with this, so that a part of a text that is shown is found as well. */
export const MARK = /zq[a-z0-9]{10,}/gi;

const DIGITS = 9;

/** Makes values that nobody would write by chance; the same ones for the same seed. */
export class Mint {
  private readonly chance: Chance;
  private readonly numbers = new Set<string>();
  private readonly days = new Set<string>();

  constructor(seed: number) {
    this.chance = new Chance(seed);
  }

  /** A word that says what it stands for. */
  word(meaning: string): string {
    const letters = Array.from({ length: 10 }, () =>
      this.chance.of([...'bcdfghjkmnpqrstvwx0123456789']),
    ).join('');
    return `Zq${meaning.replaceAll(/[^a-z]/gi, '').toLowerCase()}${letters}`;
  }

  /** A decimal of nine digits that begins with those given, such as 48371.6294 for 48 with `whole` 5. */
  decimal(leading: number, whole: number): string {
    for (;;) {
      const rest = Array.from(
        { length: DIGITS - String(leading).length },
        () => 1 + this.chance.whole(9),
      ).join('');
      const digits = `${leading}${rest}`;
      if (this.numbers.has(digits)) continue;
      this.numbers.add(digits);
      return whole > 0 ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : `0.${digits}`;
    }
  }

  /** Nine digits that pass as a Norwegian organisation number. */
  orgNumber(): string {
    for (;;) {
      const digits = this.decimal(9, DIGITS).replace('.', '');
      if (isOrgNumber(digits)) return digits;
    }
  }

  number(leading: number, whole: number): number {
    return Number(this.decimal(leading, whole));
  }

  /** A day about so many days from now, neither the first nor the last of its month; never the same one twice. */
  day(daysAway: number): string {
    for (let away = daysAway; ; away += 1) {
      const day = new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);
      const inMonth = Number(day.slice(8));
      if (inMonth < 3 || inMonth > 26 || this.days.has(day)) continue;
      this.days.add(day);
      return day;
    }
  }

  isDay(text: string): boolean {
    return this.days.has(text);
  }
}
