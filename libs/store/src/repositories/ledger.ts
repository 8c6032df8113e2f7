import {
  Decimal,
  type Basis,
  type Day,
  type DaySpan,
  type Exchange,
  type LedgerEntry,
  type NewEntry,
  type Summed,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { LedgerEntryRow } from '../entities/agreement.entity.js';
import { sql } from '../sql.js';

const OF_CLUSTER = sql('ledger-of-cluster');
/** Rows of one insert: a statement takes 65 535 parameters. */
const AT_ONCE = 500;
const SUMS = sql('ledger-sums');
const CHANGED = sql('ledger-changed');

type LedgerBasis = Exclude<Basis, 'POTENTIAL'>;

/** What stands in a cluster's chain for a basis and a period, at one moment. */
export interface LedgerSums {
  /** Last place in the chain. */
  readonly position: string;
  /** One or two for each agreement, of what was entered for single days of the period. */
  readonly summed: readonly Summed[];
  /** Yearly entries that run in the period, whole. */
  readonly rates: readonly NewEntry[];
}

interface SumsRow {
  readonly kind: 'sum' | 'rate' | 'chain';
  readonly position: string;
  readonly unit_kind: LedgerEntryRow['unitKind'];
  readonly amount_base: string;
  readonly amount_km: string;
  readonly road_km: string;
  readonly value_nok: string | null;
  readonly entries: number;
  readonly occurred_on: string;
  readonly ends_on: string | null;
  readonly exchange: Exchange;
  readonly method_version: string;
}
const OF_FIRMS = sql('ledger-of-firms');

export interface EntryReadRow {
  readonly id: string;
  readonly delivery_id: string | null;
  readonly kind: LedgerEntryRow['kind'];
  readonly basis: LedgerEntryRow['basis'];
  readonly reverses: string | null;
  readonly unit_kind: LedgerEntryRow['unitKind'];
  readonly amount_base: string;
  readonly road_km: string;
  readonly value_nok: string | null;
  readonly occurred_on: string;
  readonly yearly: boolean;
  readonly ends_on: string | null;
  readonly exchange: Exchange;
  readonly method_version: string;
  readonly recorded_at: Date;
}

/** Only ever adds rows: the table itself refuses everything else. */
export class Ledger {
  constructor(private readonly manager: EntityManager) {}

  /** @param recordedAt by the clock of the use cases: which quarter they are published with */
  async append(entries: readonly NewEntry[], recordedAt: Date): Promise<void> {
    const rows = entries.map((entry) => rowOf(entry, recordedAt));
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await this.manager.insert(LedgerEntryRow, rows.slice(at, at + AT_ONCE));
    }
  }

  async ofDelivery(deliveryId: string): Promise<LedgerEntry[]> {
    const rows = await this.manager.query<EntryReadRow[]>(
      'select * from ledger_entry where delivery_id = $1 order by id',
      [deliveryId],
    );
    return rows.map(entryOf);
  }

  /** Entries of the cluster's chain, one by one; with days those alone that may fall in them. */
  async ofCluster(clusterId: string, basis: LedgerBasis, days?: DaySpan): Promise<LedgerEntry[]> {
    const wanted = [clusterId, basis, days?.from ?? null, days?.to ?? null];
    return (await this.manager.query<EntryReadRow[]>(OF_CLUSTER, wanted)).map(entryOf);
  }

  /** Entries in which one of the firms gives or takes and that may fall in the days, each once. */
  async ofFirms(
    firmIds: readonly string[],
    basis: Exclude<Basis, 'POTENTIAL'>,
    { from, to }: DaySpan,
  ): Promise<LedgerEntry[]> {
    return (await this.manager.query<EntryReadRow[]>(OF_FIRMS, [firmIds, basis, from, to])).map(entryOf);
  }

  /** The same summed by agreement, for a price that does not grow with the ledger. */
  async sumsOf(clusterId: string, basis: LedgerBasis, { from, to }: DaySpan): Promise<LedgerSums> {
    const rows = await this.manager.query<SumsRow[]>(SUMS, [clusterId, basis, from, to]);
    return {
      position: rows.find((row) => row.kind === 'chain')?.position ?? '0',
      summed: rows.filter((row) => row.kind === 'sum').map(sumOf),
      rates: rows.filter((row) => row.kind === 'rate').map((row) => rateOf(row, basis)),
    };
  }

  /** The last place in the cluster's chain at which something that counts in the period was entered; 0 for none. */
  async changedAt(clusterId: string, basis: LedgerBasis, { from, to }: DaySpan): Promise<bigint> {
    const rows = await this.manager.query<{ position: string }[]>(CHANGED, [clusterId, basis, from, to]);
    return BigInt(rows[0]?.position ?? 0);
  }

  /** The first day that something in the cluster's chain counts for. */
  async firstDay(clusterId: string, basis: LedgerBasis): Promise<Day | undefined> {
    const rows = await this.manager.query<{ day: Day | null }[]>(
      `select least((select min(month) from ledger_month where chain_id = $1 and basis = $2),
                    (select min(starts_on) from ledger_rate where chain_id = $1 and basis = $2))::text as day`,
      [clusterId, basis],
    );
    return rows[0]?.day ?? undefined;
  }
}

const rowOf = (entry: NewEntry, recordedAt: Date) => ({
  agreementId: entry.exchange.agreementId,
  deliveryId: entry.deliveryId ?? null,
  kind: entry.kind,
  basis: entry.basis,
  reverses: entry.reverses ?? null,
  unitKind: entry.unitKind,
  amountBase: entry.amountBase,
  roadKm: entry.roadKm,
  valueNok: entry.valueNok ?? null,
  occurredOn: entry.occurredOn,
  yearly: entry.yearly,
  endsOn: entry.endsOn ?? null,
  exchange: entry.exchange as never,
  giverFirmId: entry.exchange.giverFirmId,
  takerFirmId: entry.exchange.takerFirmId,
  methodVersion: entry.methodVersion,
  recordedAt,
});

const sumOf = (row: SumsRow): Summed => ({
  exchange: row.exchange,
  unitKind: row.unit_kind,
  amountBase: new Decimal(row.amount_base),
  amountKm: new Decimal(row.amount_km),
  valueNok: row.value_nok === null ? undefined : new Decimal(row.value_nok),
  entries: row.entries,
});

const rateOf = (row: SumsRow, basis: LedgerBasis): NewEntry => ({
  exchange: row.exchange,
  kind: 'agreed',
  basis,
  unitKind: row.unit_kind,
  amountBase: new Decimal(row.amount_base),
  roadKm: new Decimal(row.road_km),
  valueNok: row.value_nok === null ? undefined : new Decimal(row.value_nok),
  occurredOn: row.occurred_on,
  yearly: true,
  endsOn: row.ends_on ?? undefined,
  methodVersion: row.method_version,
});

export const entryOf = (row: EntryReadRow): LedgerEntry => ({
  id: row.id,
  exchange: row.exchange,
  kind: row.kind,
  basis: row.basis,
  deliveryId: row.delivery_id ?? undefined,
  reverses: row.reverses ?? undefined,
  unitKind: row.unit_kind,
  amountBase: new Decimal(row.amount_base),
  roadKm: new Decimal(row.road_km),
  valueNok: row.value_nok === null ? undefined : new Decimal(row.value_nok),
  occurredOn: row.occurred_on,
  yearly: row.yearly,
  endsOn: row.ends_on ?? undefined,
  methodVersion: row.method_version,
  recordedAt: row.recorded_at,
});
