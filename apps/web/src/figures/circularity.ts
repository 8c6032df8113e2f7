import type { Basis } from '#domain';
import type { DecimalText } from '../shared/numbers.js';

export interface Figure {
  readonly name: string;
  readonly value: DecimalText | null;
  readonly unit: string;
  readonly basis: Basis;
  readonly withheld: boolean;
  readonly factorSet: string;
}

export interface GoalProgress {
  readonly name: string;
  readonly target: DecimalText;
  readonly contribution: DecimalText | null;
  readonly share: number | null;
  readonly unit: string;
  readonly dueOn: string;
  readonly withheld: boolean;
  readonly scope: string;
}

interface Span {
  readonly clusterId: string;
  readonly from: string;
  readonly to: string;
}

export { Circularity as CIRCULARITY } from './circularity.graphql';

/** From its first day up to the first of the next, midnights UTC. */
export const calendarYear = (year: number): Pick<Span, 'from' | 'to'> => ({
  from: new Date(Date.UTC(year, 0)).toISOString(),
  to: new Date(Date.UTC(year + 1, 0)).toISOString(),
});

const OSLO_YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', year: 'numeric' });

/** The year begins an hour before UTC's. */
export const yearInOslo = (now: Date): number => Number(OSLO_YEAR.format(now));
