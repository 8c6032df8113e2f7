import type { FigureBasis } from '#operations';
import { yearInOslo } from '../board/period.js';
import { BASES, oneOf } from '../board/search.js';

export const REPORT_TABS = ['files', 'public', 'goals', 'factors'] as const;
export type ReportTab = (typeof REPORT_TABS)[number];

export interface ReportSearch {
  readonly tab?: ReportTab | undefined;
}

export function reportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const tab = oneOf(REPORT_TABS, search['tab']);
  return tab === undefined ? {} : { tab };
}

export interface PrintSearch {
  readonly year: number;
  readonly basis: FigureBasis;
}

const isYear = (given: unknown): given is number =>
  typeof given === 'number' && Number.isInteger(given) && given >= 1900 && given < 2200;

export const printSearch = (search: Readonly<Record<string, unknown>>): PrintSearch => ({
  year: isYear(search['year']) ? search['year'] : Number(yearInOslo(new Date())),
  basis: oneOf(BASES, search['basis']) ?? 'DELIVERED',
});

/** The last years, newest first. */
export const lastYears = (now: Date, count: number): readonly number[] => {
  const last = Number(yearInOslo(now));
  return Array.from({ length: count }, (_one, at) => last - at);
};
