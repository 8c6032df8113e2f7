import { addDays, instantOf, problem, type Basis, type Day, type Problem } from '#domain';
import { BASES } from './words.js';
import type { Language } from './words.js';

/** What the address of an export asks for, word by word. */
export type Query = Readonly<Record<string, unknown>>;

/** Collects what is wrong with a query while it is read. */
export class Question {
  readonly problems: Problem[] = [];

  constructor(private readonly query: Query) {}

  /** One of a few words; the first where nothing is said. */
  oneOf<T extends string>(name: string, words: readonly [T, ...T[]]): T {
    const given = this.query[name];
    if (given === undefined) return words[0];
    const known = words.find((one) => one === given);
    if (known === undefined) this.problems.push(problem(name, `Must be one of ${words.join(', ')}.`));
    return known ?? words[0];
  }

  language(): Language {
    return this.oneOf('language', ['nb', 'en']);
  }

  basis(): Basis {
    return this.oneOf<Basis>('basis', ['DELIVERED', ...BASES.filter((one) => one !== 'DELIVERED')]);
  }

  /** A day of the calendar; undefined where nothing is said. */
  day(name: string): Day | undefined {
    const given = this.query[name];
    if (given === undefined) return undefined;
    if (typeof given === 'string' && isDay(given)) return given;
    this.problems.push(problem(name, 'Must be a day as 2026-12-31, from 1900 to 2199.'));
    return undefined;
  }

  /** First and last day, which must be said. */
  days(): { readonly from: Day; readonly to: Day } {
    const [from, to] = (['from', 'to'] as const).map((name) => {
      if (this.query[name] === undefined) this.problems.push(problem(name, 'Say a day as 2026-12-31.'));
      return this.day(name) ?? '2000-01-01';
    }) as [Day, Day];
    return { from, to };
  }

  /** The same as the instants that the use cases ask for. */
  period(): { readonly from: Date; readonly to: Date } {
    const { from, to } = this.days();
    return { from: instantOf(from), to: instantOf(addDays(to, 1)) };
  }

  year(): number {
    const given = this.query['year'];
    if (typeof given === 'string' && /^(19|20|21)\d\d$/.test(given)) return Number(given);
    this.problems.push(problem('year', 'Say a year as 2026.'));
    return 2000;
  }
}

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  instantOf(text).toISOString().startsWith(text);
