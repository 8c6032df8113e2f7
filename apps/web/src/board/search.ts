import type { Breakdown, FigureBasis } from '#operations';
import { isPeriod, type CalendarPeriod } from './period.js';

export const BASES = [
  'POTENTIAL',
  'AGREED',
  'DELIVERED',
  'VERIFIED',
] as const satisfies readonly FigureBasis[];
export const LEDGER_BASES = ['AGREED', 'DELIVERED', 'VERIFIED'] as const satisfies readonly FigureBasis[];
export const BREAKDOWNS = [
  'MATERIAL_BRANCH',
  'INDUSTRY_PAIR',
  'MUNICIPALITY',
  'WASTE_STEP',
  'MONTH',
  'QUARTER',
  'YEAR',
] as const satisfies readonly Breakdown[];
export const VIEWS = ['overview', 'parts', 'market'] as const;
export type View = (typeof VIEWS)[number];

/** What the board shows; left out of the address where it is the usual. */
export interface BoardSearch {
  readonly period?: CalendarPeriod | undefined;
  readonly basis?: FigureBasis | undefined;
  /** Another factor set than the one in use. */
  readonly set?: string | undefined;
  readonly by?: Breakdown | undefined;
  readonly view?: View | undefined;
  /** Unit of the flows, or name of the figure that parts are drawn of. */
  readonly of?: string | undefined;
  readonly unit?: string | undefined;
}

/** Says something else in the address. */
export type Change = (change: BoardSearch) => void;

export const oneOf = <T extends string>(words: readonly T[], given: unknown): T | undefined =>
  words.find((one) => one === given);

/** A year in an address is read as a number. */
const text = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;

function periodIn(given: unknown): CalendarPeriod | undefined {
  const period = text(given);
  return period !== undefined && isPeriod(period) ? period : undefined;
}

/** What the address says, without what it cannot mean. */
export function boardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  const read: BoardSearch = {
    period: periodIn(search['period']),
    basis: oneOf(BASES, search['basis']),
    set: text(search['set']),
    by: oneOf(BREAKDOWNS, search['by']),
    view: oneOf(VIEWS, search['view']),
    of: text(search['of']),
    unit: text(search['unit']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
