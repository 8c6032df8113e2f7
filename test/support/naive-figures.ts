import { Decimal } from '#domain';
import type { TestDatabase } from './database.js';

interface Row extends Record<string, unknown> {
  readonly unit_kind: string;
  readonly amount_base: string;
  readonly road_km: string;
  readonly value_nok: string | null;
  readonly occurred_on: string;
  readonly yearly: boolean;
  readonly ends_on: string | null;
  readonly giver_firm_id: string;
  readonly taker_firm_id: string;
  readonly agreement_id: string;
  readonly giver_division: string;
  readonly taker_division: string;
  readonly ratio: string;
  readonly treatment: string;
  readonly displaces: string | null;
  readonly unit: string;
  readonly input_unit: string;
  readonly density: number | null;
  readonly disposal_factor: string | null;
}

type Factors = ReadonlyMap<string, Decimal>;
type Sums = Record<string, Decimal>;

const ZERO = new Decimal(0);
const BASE_IN: Readonly<Record<string, number>> = {
  t: 1000,
  kg: 1,
  MWh: 1000,
  kWh: 1,
  GWh: 1_000_000,
  m3: 1,
  Nm3: 1,
  pcs: 1,
};

const MASS = { t: true, kg: true };

const ROWS = `
  select e.*, e.occurred_on::text, e.ends_on::text, m.unit, n.unit as input_unit, m.density, m.disposal_factor,
         e.exchange ->> 'giverDivision' as giver_division, e.exchange ->> 'takerDivision' as taker_division,
         e.exchange ->> 'ratio' as ratio, e.exchange ->> 'treatment' as treatment,
         coalesce(e.exchange ->> 'displaces', n.production_factor) as displaces
    from ledger_entry e
    join material m on m.code = e.exchange ->> 'byProductCode'
    join material n on n.code = e.exchange ->> 'inputCode'
   where e.basis = $1
     and exists (select 1 from ledger_link l where l.chain_id = $2 and l.entry_id = e.id)`;

/** What of a row's amount, or of its money, falls between two days. */
function partBetween(row: Row, whole: string, from: string, to: string): Decimal {
  const base = new Decimal(whole);
  if (!row.yearly) return row.occurred_on >= from && row.occurred_on <= to ? base : ZERO;
  const start = row.occurred_on > from ? row.occurred_on : from;
  const end = row.ends_on !== null && row.ends_on < to ? row.ends_on : to;
  const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
  return days > 0 ? base.times(days).div(365).toDecimalPlaces(9) : ZERO;
}

function tonnesOf(row: Row, base: Decimal): Decimal {
  if (row.unit_kind === 'mass') return base.div(1000);
  return row.unit_kind === 'volume' && row.density !== null ? base.times(row.density) : ZERO;
}

/** kg CO2e avoided: production and disposal avoided, minus treatment and transport. */
function netOf(row: Row, base: Decimal, factors: Factors): Decimal {
  const own = base.div(BASE_IN[row.unit] ?? NaN);
  const factor = (key: string | null): Decimal => factors.get(key ?? '') ?? ZERO;
  return own
    .times(row.ratio)
    .times(factor(row.displaces))
    .plus(own.times(factor(row.disposal_factor)))
    .minus(own.times(factor(row.treatment)))
    .minus(tonnesOf(row, base).times(row.road_km).times(factor('transport:truck-articulated')));
}

function addTo(sums: Sums, row: Row, base: Decimal, money: Decimal, factors: Factors): void {
  const add = (name: string, value: Decimal): void => void (sums[name] = (sums[name] ?? ZERO).plus(value));
  if (row.unit_kind === 'mass') {
    add('materialMoved', base.div(1000));
    if (row.input_unit in MASS)
      add('virginMaterialDisplaced', base.div(BASE_IN[row.unit] ?? NaN).times(row.ratio));
  }
  if (row.unit_kind === 'energy') add('energyMoved', base.div(1000));
  add('netCo2eAvoided', netOf(row, base, factors));
  add('transportWork', tonnesOf(row, base).times(row.road_km));
  if (row.value_nok !== null) add('salesValue', money);
}

/**
 * Every figure of a cluster once more, by a second and plain way: one loop over the ledger's rows, with the factors
 * read from their table. Shares no code with the domain but the decimal type.
 */
export async function naiveFigures(
  database: TestDatabase,
  clusterId: string,
  basis: string,
  from: string,
  to: string,
): Promise<Record<string, string>> {
  const rows = await database.query<Row>(ROWS, [basis, clusterId]);
  const table = await database.query<{ key: string; value: string }>(
    'select key, value from factor where set_id = (select max(set_id) from factor)',
  );
  const factors = new Map(table.map((one) => [one.key, new Decimal(one.value)]));
  const sums: Sums = {};
  const baseOf = (row: Row): Decimal => partBetween(row, row.amount_base, from, to);
  const counted = rows.filter((row) => !baseOf(row).isZero());
  const balance: Sums = {};
  for (const row of counted) {
    addTo(sums, row, baseOf(row), partBetween(row, row.value_nok ?? '0', from, to), factors);
    balance[row.agreement_id] = (balance[row.agreement_id] ?? ZERO).plus(baseOf(row));
  }
  // An exchange that was taken back whole did not happen.
  const standing = counted.filter((row) => balance[row.agreement_id]?.isZero() === false);
  const across = standing.filter((row) => row.giver_division !== row.taker_division);
  return {
    ...Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, value.toFixed()])),
    firms: String(new Set(standing.flatMap((row) => [row.giver_firm_id, row.taker_firm_id])).size),
    exchanges: String(new Set(standing.map((row) => row.agreement_id)).size),
    crossIndustryExchanges: String(new Set(across.map((row) => row.agreement_id)).size),
  };
}
