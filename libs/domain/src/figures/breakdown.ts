import { addDays, addMonths, type Day, type DaySpan } from '../calendar/day.js';
import { wasteStepOf } from '../effects/waste-step.js';
import type { Rules } from '../matching/assess.js';
import type { Counted } from './fold.js';
import type { IndicatorRules } from './indicators.js';

/** What figures are broken down by. */
export const BREAKDOWNS = Object.freeze([
  'MATERIAL_BRANCH',
  'INDUSTRY_PAIR',
  'MUNICIPALITY',
  'WASTE_STEP',
  'MONTH',
  'QUARTER',
  'YEAR',
] as const);
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Breakdowns by time; an entry of a yearly rate stands in several of their parts. */
export type CalendarPeriod = Extract<Breakdown, 'MONTH' | 'QUARTER' | 'YEAR'>;

const MONTHS: Readonly<Record<CalendarPeriod, number>> = Object.freeze({ MONTH: 1, QUARTER: 3, YEAR: 12 });

/**
 * Whether a breakdown is one by time.
 *
 * @example isByTime('QUARTER') // true
 */
export const isByTime = (by: Breakdown): by is CalendarPeriod => by in MONTHS;

/** A part of a period under the name of the calendar period that it lies in. */
export interface PeriodPart {
  readonly key: string;
  readonly span: DaySpan;
}

/**
 * The calendar months, quarters or years of a period, the first and the last cut to it.
 *
 * @returns in order of time; disjoint, and together the whole period
 * @example periodsOf({ from: '2026-02-10', to: '2026-04-01' }, 'QUARTER')[1] // { key: '2026-Q2', span: { from: '2026-04-01', to: '2026-04-01' } }
 */
export function periodsOf({ from, to }: DaySpan, by: CalendarPeriod): readonly PeriodPart[] {
  const parts: PeriodPart[] = [];
  for (let first = from; first <= to;) {
    const next = addMonths(beginningOf(first, MONTHS[by]), MONTHS[by]);
    const last = addDays(next, -1);
    parts.push({ key: keyOf(first, by), span: { from: first, to: last < to ? last : to } });
    first = next;
  }
  return parts;
}

const monthOf = (day: Day): number => Number(day.slice(5, 7));

function beginningOf(day: Day, months: number): Day {
  const month = monthOf(day) - ((monthOf(day) - 1) % months);
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function keyOf(day: Day, by: CalendarPeriod): string {
  if (by === 'YEAR') return day.slice(0, 4);
  return by === 'MONTH' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`;
}

/** What nothing says where it belongs: a site abroad, an exchange that is only possible yet. */
const ELSEWHERE = 'none';

/** How many periods one answer breaks down into at the most: ten years by months. */
const MOST_PERIODS = 120;

/**
 * Whether a period has more parts than one answer holds.
 *
 * @example isTooFine({ from: '2000-01-01', to: '2026-12-31' }, 'MONTH') // true
 */
export const isTooFine = (span: DaySpan, by: CalendarPeriod): boolean => {
  const months = (Number(span.to.slice(0, 4)) - Number(span.from.slice(0, 4)) + 1) * 12;
  return months / MONTHS[by] > MOST_PERIODS;
};

/**
 * What was counted, in groups that do not overlap: by the uppermost node of the given material's branch, by the two NACE
 * divisions as `24>08`, by the municipality of the giver's site or by the step of the waste hierarchy.
 *
 * @returns keys in order; every exchange in one group
 * @throws Error when a material is not in the tree
 * @example groupsOf(counted, 'INDUSTRY_PAIR', { rules, traits })[0]?.key // '24>08'
 */
export function groupsOf(
  counted: readonly Counted[],
  by: Exclude<Breakdown, CalendarPeriod>,
  { rules, traits }: IndicatorRules,
): readonly { readonly key: string; readonly counted: readonly Counted[] }[] {
  const groups = new Map<string, Counted[]>();
  for (const one of counted) {
    const key = GROUP[by](one, rules, traits);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => ({ key, counted: of }));
}

type KeyOf = (one: Counted, rules: Rules, traits: IndicatorRules['traits']) => string;

const GROUP: Readonly<Record<Exclude<Breakdown, CalendarPeriod>, KeyOf>> = Object.freeze({
  MATERIAL_BRANCH: ({ exchange }, { materials }) =>
    materials.pathToRoot(exchange.byProductCode).at(-1) ?? exchange.byProductCode,
  INDUSTRY_PAIR: ({ exchange }) => `${exchange.giverDivision}>${exchange.takerDivision}`,
  MUNICIPALITY: ({ exchange }, _rules, traits) => traits.get(exchange.agreementId)?.municipality ?? ELSEWHERE,
  WASTE_STEP: ({ exchange }, { materials }) => wasteStepOf(exchange, materials),
});
