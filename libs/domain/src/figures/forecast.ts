import { addDays, addMonths, type Day, type DaySpan } from '../calendar/day.js';
import type { NewEntry } from '../ledger/entry.js';
import type { Rules } from '../matching/assess.js';
import { countedIn } from './fold.js';
import type { LedgerReading } from './exchanged.js';

/** Readings of the ledger that a forecast rests on; see `FORECAST_METHOD`. */
export interface ForecastReadings {
  readonly promised: LedgerReading;
  readonly kept: LedgerReading;
  readonly lots: LedgerReading;
}

/**
 * The twelve months that end with a day.
 *
 * @example yearUpTo('2030-12-31') // { from: '2030-01-01', to: '2030-12-31' }
 */
export const yearUpTo = (day: Day): DaySpan => ({ from: addDays(addMonths(day, -12), 1), to: day });

/**
 * Divides entries into what agreements promise for the twelve months up to the due date, what they kept in the last
 * twelve, and lots that came beside them.
 *
 * @param entries agreed ones that run in either span, and those of the last twelve months on `basis`
 * @example forecastReadings(entries, 'DELIVERED', { dueOn: '2030-12-31', today: '2026-12-31' }, rules).promised.period.from // '2030-01-01'
 */
export function forecastReadings(
  entries: readonly NewEntry[],
  basis: 'DELIVERED' | 'VERIFIED',
  { dueOn, today }: { readonly dueOn: Day; readonly today: Day },
  rules: Rules,
): ForecastReadings {
  const [ahead, past] = [yearUpTo(dueOn), yearUpTo(today)];
  const recurring = entries.filter((one) => one.basis === 'AGREED' && one.yearly);
  const idsOf = (counted: readonly { readonly exchange: NewEntry['exchange'] }[]): ReadonlySet<string> =>
    new Set(counted.map(({ exchange }) => exchange.agreementId));
  const running = idsOf(countedIn(recurring, 'AGREED', ahead, rules));
  const all = idsOf(recurring);
  const delivered = entries.filter((one) => one.basis === basis);
  const of = (which: (agreementId: string) => boolean): LedgerReading => ({
    entries: delivered.filter(({ exchange }) => which(exchange.agreementId)),
    basis,
    period: past,
  });
  return {
    promised: { entries: recurring, basis: 'AGREED', period: ahead },
    kept: of((id) => running.has(id)),
    lots: of((id) => !all.has(id)),
  };
}
