/** A calendar year, quarter or month, as the address says it: 2026, 2026-Q2, 2026-05. */
export type CalendarPeriod = string;
export type PeriodKind = 'YEAR' | 'QUARTER' | 'MONTH';

const PERIOD = /^((?:19|20|21)\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/;
const MONTHS: Readonly<Record<PeriodKind, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

interface Parts {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 0 for January. */
  readonly month: number;
}

/** @returns undefined where the text names no period */
function partsOf(period: string): Parts | undefined {
  const found = PERIOD.exec(period);
  if (found === null) return undefined;
  const [, year, quarter, month] = found;
  if (quarter !== undefined) return { kind: 'QUARTER', year: Number(year), month: (Number(quarter) - 1) * 3 };
  if (month !== undefined) return { kind: 'MONTH', year: Number(year), month: Number(month) - 1 };
  return { kind: 'YEAR', year: Number(year), month: 0 };
}

const known = (period: CalendarPeriod): Parts => partsOf(period) ?? { kind: 'YEAR', year: 2000, month: 0 };

export const isPeriod = (text: string): boolean => partsOf(text) !== undefined;
export const kindOfPeriod = (period: CalendarPeriod): PeriodKind => known(period).kind;
export const yearOfPeriod = (period: CalendarPeriod): number => known(period).year;

/** From its first day up to the first of the next, midnights UTC, as the API takes them. */
export function instantsOf(period: CalendarPeriod): { readonly from: string; readonly to: string } {
  const { kind, year, month } = known(period);
  const at = (months: number): string => new Date(Date.UTC(year, months)).toISOString();
  return { from: at(month), to: at(month + MONTHS[kind]) };
}

/** First and last day, as exports take them. */
export function daysOf(period: CalendarPeriod): { readonly from: string; readonly to: string } {
  const { kind, year, month } = known(period);
  const day = (months: number, dayOfMonth: number): string =>
    new Date(Date.UTC(year, months, dayOfMonth)).toISOString().slice(0, 10);
  return { from: day(month, 1), to: day(month + MONTHS[kind], 0) };
}

function textOf(kind: PeriodKind, instant: Date): CalendarPeriod {
  const [year, month] = [instant.getUTCFullYear(), instant.getUTCMonth()];
  if (kind === 'YEAR') return `${year}`;
  if (kind === 'QUARTER') return `${year}-Q${Math.floor(month / 3) + 1}`;
  return `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** The next one of its kind, or with -1 the one before. */
export function neighbourOf(period: CalendarPeriod, step: 1 | -1): CalendarPeriod {
  const { kind, year, month } = known(period);
  return textOf(kind, new Date(Date.UTC(year, month + step * MONTHS[kind])));
}

/** The period of another kind that begins with this one, or holds its beginning. */
export function asKind(period: CalendarPeriod, kind: PeriodKind): CalendarPeriod {
  const { year, month } = known(period);
  return textOf(kind, new Date(Date.UTC(year, month)));
}

const OSLO_YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', year: 'numeric' });

/** The year begins an hour before UTC's. */
export const yearInOslo = (now: Date): CalendarPeriod => OSLO_YEAR.format(now);
