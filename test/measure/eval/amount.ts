import { Decimal, findUnit, type Quantity } from '#domain';

const PERIODS: Readonly<Record<string, Quantity['per']>> = {
  yr: 'YEAR',
  year: 'YEAR',
  a: 'YEAR',
  month: 'MONTH',
  week: 'WEEK',
  day: 'DAY',
  d: 'DAY',
  '': 'YEAR',
};

/** A unit of power is an amount of energy a year when it runs all year; nothing is said of how long it runs. */
const HOURS_A_YEAR = 8760;
const POWER: Readonly<Record<string, string>> = { kW: 'kWh', MW: 'MWh', GW: 'GWh' };

/** Units as collectors write them that the domain spells otherwise. */
const SPELT: Readonly<Record<string, string>> = { 'US gal': 'gal_us', tonnes: 't', tons: 't' };

/**
 * An amount as the file writes it, such as 5000000 and US gal/day; undefined where it is none that the domain takes.
 *
 * @example amountOf('130', 'GWh/yr')?.unit // 'GWh'
 */
export function amountOf(value: string, unit: string): Quantity | undefined {
  if (!/^\d+(\.\d+)?$/.test(value) || Number(value) === 0) return undefined;
  const [what = '', per = ''] = unit.split('/').map((part) => part.trim());
  const energy = POWER[what];
  if (energy !== undefined && per === '') {
    return { value: new Decimal(value).times(HOURS_A_YEAR), unit: energy, per: 'YEAR' };
  }
  const known = findUnit(SPELT[what] ?? what);
  const period = PERIODS[per];
  return known === undefined || period === undefined
    ? undefined
    : { value: new Decimal(value), unit: known.code, per: period };
}

/** An amount that says nothing, because every listing without one has the same. */
export const neutralAmount = (unit: string): Quantity => ({ value: new Decimal(1000), unit, per: 'YEAR' });
