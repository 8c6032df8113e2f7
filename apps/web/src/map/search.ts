/** What the map shows, in its address. */
export interface MapSearch {
  /** A year, or a quarter of one: 2026 or 2026-Q2. */
  readonly period?: string | undefined;
  /** Unit of the flows: what has a mass and what has an energy are no parts of one sum. */
  readonly unit?: string | undefined;
  /** Code of a family of materials. */
  readonly family?: string | undefined;
  readonly list?: 'sites' | undefined;
  /** The site that is looked into. */
  readonly site?: string | undefined;
  /** The flow that stands out. */
  readonly flow?: string | undefined;
}

const PERIOD = /^(20\d\d)(?:-Q([1-4]))?$/;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;

/**
 * What of an address means something here; a year comes as a number from it.
 *
 * @example readMapSearch({ period: 2026, list: 'x' }) // { period: '2026' }
 */
export function readMapSearch(search: Record<string, unknown>): MapSearch {
  const period = String(search['period']);
  return {
    period: PERIOD.test(period) ? period : undefined,
    unit: textOf(search['unit']),
    family: textOf(search['family']),
    list: search['list'] === 'sites' ? 'sites' : undefined,
    site: textOf(search['site']),
    flow: textOf(search['flow']),
  };
}

/**
 * First instant of a period, and first after it.
 *
 * @example spanOfPeriod('2026-Q4') // { from: '2026-10-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }
 */
export function spanOfPeriod(period: string): { readonly from: string; readonly to: string } {
  const [, year = '', quarter] = PERIOD.exec(period) ?? [];
  const first = quarter === undefined ? 0 : (Number(quarter) - 1) * 3;
  const months = quarter === undefined ? 12 : 3;
  const at = (month: number): string =>
    `${new Date(Date.UTC(Number(year), month)).toISOString().slice(0, 10)}T00:00:00Z`;
  return { from: at(first), to: at(first + months) };
}

const YEARS = 5;

/**
 * What can be chosen: this year and those before it, newest first, each followed by its quarters that have begun.
 *
 * @example periodsUntil(new Date('2026-05-01')).slice(0, 3) // ['2026', '2026-Q2', '2026-Q1']
 */
export function periodsUntil(now: Date): readonly string[] {
  const last = now.getUTCFullYear();
  return Array.from({ length: YEARS }, (_, ago) => last - ago).flatMap((year) => {
    const begun = year === last ? Math.floor(now.getUTCMonth() / 3) + 1 : 4;
    return [`${year}`, ...Array.from({ length: begun }, (_, at) => `${year}-Q${begun - at}`)];
  });
}
