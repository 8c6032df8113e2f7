export const TABS = ['tasks', 'unknown', 'unanswered', 'stale', 'funnel', 'potential', 'barriers'] as const;
export type Tab = (typeof TABS)[number];

/** What the workbench shows; the address holds it, so that a link shows the same. */
export interface WorkbenchSearch {
  readonly tab?: Tab;
  /** Only what the viewer is to do. */
  readonly mine?: true;
  /** Waiting, or unconfirmed, for more than so many days. */
  readonly days?: number;
  /** First and last day of the barrier report, YYYY-MM-DD. */
  readonly from?: string;
  readonly to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_DAYS = 3650;

/**
 * What an address says, without what it cannot mean.
 *
 * @example workbenchSearch({ tab: 'stale', days: '60', from: 'soon' }) // { tab: 'stale', days: 60 }
 */
export function workbenchSearch({ tab, mine, days, from, to }: Record<string, unknown>): WorkbenchSearch {
  const known = TABS.find((one) => one === tab);
  const count = Number(days);
  return {
    ...(known !== undefined && { tab: known }),
    ...((mine === true || mine === 'true') && { mine: true as const }),
    ...(days !== undefined && Number.isInteger(count) && count >= 0 && count <= MOST_DAYS && { days: count }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
