import { Decimal } from '#domain';
import type { TestDatabase } from './database.js';

interface Row extends Record<string, unknown> {
  readonly basis: string;
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
  readonly density: number | null;
  readonly disposal_factor: string | null;
  readonly production_factor: string | null;
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
  const rows = await database.query<Row>(
    `select e.*, e.occurred_on::text, e.ends_on::text, m.unit, m.density, m.disposal_factor, n.production_factor,
            e.exchange ->> 'giverDivision' as giver_division, e.exchange ->> 'takerDivision' as taker_division,
            e.exchange ->> 'ratio' as ratio, e.exchange ->> 'treatment' as treatment, e.exchange ->> 'displaces' as displaces
       from ledger_entry e
       join material m on m.code = e.exchange ->> 'byProductCode'
       join material n on n.code = e.exchange ->> 'inputCode'
      where e.basis = $1 and exists (select 1 from firm_cluster f where f.cluster_id = $2 and (f.firm_id = e.giver_firm_id or f.firm_id = e.taker_firm_id))`,
    [basis, clusterId],
  );
  const factors = new Map(
    (await database.query<{ key: string; value: string }>('select key, value from factor')).map((one) => [one.key, new Decimal(one.value)]),
  );
  const zero = new Decimal(0);
  const sums: Record<string, Decimal> = {};
  const add = (name: string, value: Decimal): void => void (sums[name] = (sums[name] ?? zero).plus(value));
  const firms = new Set<string>();
  const exchanges = new Set<string>();
  const across = new Set<string>();
  for (const row of rows) {
    let base = new Decimal(row.amount_base);
    if (row.yearly) {
      const start = row.occurred_on > from ? row.occurred_on : from;
      const end = row.ends_on !== null && row.ends_on < to ? row.ends_on : to;
      const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
      base = days > 0 ? base.times(days).div(365).toDecimalPlaces(9) : zero;
    } else if (row.occurred_on < from || row.occurred_on > to) continue;
    if (base.isZero()) continue;
    const perOwn = { t: 1000, MWh: 1000, kg: 1, kWh: 1, m3: 1, Nm3: 1, pcs: 1, GWh: 1_000_000 }[row.unit] ?? 1;
    const own = base.div(perOwn);
    const tonnes = row.unit_kind === 'mass' ? base.div(1000) : row.unit_kind === 'volume' && row.density !== null ? base.times(row.density) : zero;
    const tonneKm = tonnes.times(row.road_km);
    const displaced = own.times(row.ratio);
    const net = displaced
      .times(factors.get(row.displaces ?? row.production_factor ?? '') ?? zero)
      .plus(own.times(factors.get(row.disposal_factor ?? '') ?? zero))
      .minus(own.times(factors.get(row.treatment) ?? zero))
      .minus(tonneKm.times(factors.get('transport:truck-articulated') ?? zero));
    if (row.unit_kind === 'mass') add('materialMoved', base.div(1000));
    if (row.unit_kind === 'energy') add('energyMoved', base.div(1000));
    if (row.unit_kind === 'mass') add('virginMaterialDisplaced', displaced);
    add('netCo2eAvoided', net);
    add('transportWork', tonneKm);
    if (row.value_nok !== null) add('salesValue', new Decimal(row.value_nok));
    firms.add(row.giver_firm_id).add(row.taker_firm_id);
    exchanges.add(row.agreement_id);
    if (row.giver_division !== row.taker_division) across.add(row.agreement_id);
  }
  return {
    ...Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, value.toFixed()])),
    firms: String(firms.size),
    exchanges: String(exchanges.size),
    crossIndustryExchanges: String(across.size),
  };
}
