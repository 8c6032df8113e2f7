import { Decimal, type Basis, type DaySpan, type Exchange, type LedgerEntry, type NewEntry } from '#domain';
import type { EntityManager } from 'typeorm';
import { LedgerEntryRow } from '../entities/agreement.entity.js';
import { sql } from '../sql.js';

const OF_CLUSTER = sql('ledger-of-cluster');
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
    for (const entry of entries) {
      await this.manager.insert(LedgerEntryRow, {
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
    }
  }

  async ofDelivery(deliveryId: string): Promise<LedgerEntry[]> {
    const rows = await this.manager.query<EntryReadRow[]>(
      'select * from ledger_entry where delivery_id = $1 order by id',
      [deliveryId],
    );
    return rows.map(entryOf);
  }

  async ofCluster(clusterId: string, basis: Exclude<Basis, 'POTENTIAL'>): Promise<LedgerEntry[]> {
    return (await this.manager.query<EntryReadRow[]>(OF_CLUSTER, [clusterId, basis])).map(entryOf);
  }

  /** Entries in which one of the firms gives or takes and that may fall in the days, each once. */
  async ofFirms(
    firmIds: readonly string[],
    basis: Exclude<Basis, 'POTENTIAL'>,
    { from, to }: DaySpan,
  ): Promise<LedgerEntry[]> {
    return (await this.manager.query<EntryReadRow[]>(OF_FIRMS, [firmIds, basis, from, to])).map(entryOf);
  }

  /**
   * Names the state of the ledger that a figure was folded from: how many entries, and the newest of them. The newest
   * alone would not do: numbers are given before the commit, so one below it may still come.
   */
  async state(): Promise<string> {
    const rows = await this.manager.query<{ state: string }[]>(
      `select count(*) || ' to ' || coalesce(max(id), 0) as state from ledger_entry`,
    );
    return rows[0]?.state ?? '';
  }
}

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
