import type pg from 'pg';
import { countedIn, Decimal, fromBase, type LedgerEntry, type Rules } from '#domain';

const PAGE = 20_000;
const ALWAYS = { from: '1900-01-01', to: '2199-12-31' };

/** Sums by basis, year and figure, and of each the share of every firm. */
export type Sums = ReadonlyMap<string, Decimal>;

/**
 * The ledger read row by row and folded in one thread: what anybody would write who has its rows and no balances. Covers
 * the figures that are sums, which the rebuild it is held against also comes to, beside flows and counts.
 */
export async function foldNaively(client: pg.Client, rules: Rules): Promise<Sums> {
  const sums = new Map<string, Decimal>();
  let after = '0';
  for (;;) {
    const { rows } = await client.query<Row>(ROWS, [after, PAGE]);
    const last = rows.at(-1);
    if (last === undefined) return sums;
    for (const row of rows) addRow(sums, row, rules);
    after = last.id;
  }
}

interface Row {
  readonly id: string;
  readonly basis: LedgerEntry['basis'];
  readonly unit_kind: LedgerEntry['unitKind'];
  readonly amount_base: string;
  readonly road_km: string;
  readonly value_nok: string | null;
  readonly occurred_on: string;
  readonly exchange: LedgerEntry['exchange'];
}

const ROWS = `select id, basis, unit_kind, amount_base::text, road_km::text, value_nok::text, occurred_on::text, exchange
                from ledger_entry where id > $1 order by id limit $2`;

function addRow(sums: Map<string, Decimal>, row: Row, rules: Rules): void {
  const { exchange, basis } = row;
  const entry = {
    exchange,
    basis,
    kind: 'delivered' as const,
    unitKind: row.unit_kind,
    amountBase: new Decimal(row.amount_base),
    roadKm: new Decimal(row.road_km),
    valueNok: row.value_nok === null ? undefined : new Decimal(row.value_nok),
    occurredOn: row.occurred_on,
    yearly: false,
    methodVersion: '',
  };
  const [counted] = countedIn([entry], basis, ALWAYS, rules);
  if (counted === undefined) return;
  const period = `${basis} ${row.occurred_on.slice(0, 4)}`;
  const add = (figure: string, value: Decimal): void => {
    for (const key of [figure, `${figure} ${exchange.giverFirmId}`, `${figure} ${exchange.takerFirmId}`])
      sums.set(`${period} ${key}`, value.plus(sums.get(`${period} ${key}`) ?? 0));
  };
  if (row.unit_kind === 'mass') add('materialMoved', fromBase(counted.amountBase, 't'));
  add('netCo2eAvoided', counted.effects.net);
  add('transportWork', counted.effects.tonneKm);
  if (counted.valueNok !== undefined) add('salesValue', counted.valueNok);
}
