import type { Basis, Exchange, ExchangeEnds, ExchangeTraits, LedgerEntry } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';
import { entryOf, type EntryReadRow } from './ledger.js';

const TRAITS = sql('exchange-traits');
const ENDS = sql('exchange-ends');
const BEHIND = sql('entries-behind');

type LedgerBasis = Exclude<Basis, 'POTENTIAL'>;

/** Which entries are asked for: those of a cluster's chain, a firm's, or those of a firm as giver or as taker. */
export interface Behind {
  readonly of: {
    readonly clusterId?: string;
    readonly firmId?: string;
    readonly giverFirmId?: string;
    readonly takerFirmId?: string;
  };
  readonly basis: LedgerBasis;
  readonly from: string;
  readonly to: string;
  /** Only of exchanges of which anything is left. */
  readonly standing: boolean;
}

interface TraitsRow {
  readonly id: string;
  readonly retrospective: boolean;
  readonly hazardous: boolean | null;
  readonly municipality: string | null;
  readonly across_clusters: boolean;
}

interface EndsRow {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Ledger entries one by one, and what is true of their exchanges. */
export class Entries {
  constructor(private readonly manager: EntityManager) {}

  /** In which a firm gave or took. */
  async ofFirm(firmId: string, basis: LedgerBasis): Promise<LedgerEntry[]> {
    const rows = await this.manager.query<EntryReadRow[]>(
      `select * from ledger_entry where basis = $2 and (giver_firm_id = $1 or taker_firm_id = $1) order by id`,
      [firmId, basis],
    );
    return rows.map(entryOf);
  }

  /** A page of those that a figure may stand on, in the order of the ledger. */
  async behind(
    { of, basis, from, to, standing }: Behind,
    after: string,
    first: number,
  ): Promise<LedgerEntry[]> {
    const { clusterId = null, giverFirmId = null, takerFirmId = null, firmId = null } = of;
    const given = [clusterId, giverFirmId, takerFirmId, basis, from, to, standing, after, first, firmId];
    return (await this.manager.query<EntryReadRow[]>(BEHIND, given)).map(entryOf);
  }

  /** What is true of exchanges beside their entries, by agreement or match. */
  async traitsOf(exchanges: readonly Exchange[]): Promise<Map<string, ExchangeTraits>> {
    const all = [...new Map(exchanges.map((one) => [one.agreementId, one])).values()];
    const rows = await this.manager.query<TraitsRow[]>(TRAITS, [
      all.map((one) => one.agreementId),
      all.map((one) => one.offerId),
      all.map((one) => one.offerVersion),
      all.map((one) => one.giverFirmId),
      all.map((one) => one.takerFirmId),
    ]);
    return new Map(rows.map((row) => [row.id, traitsOfRow(row)]));
  }

  /** Where exchanges go from and to, by agreement. */
  async endsOf(exchanges: readonly Exchange[]): Promise<Map<string, ExchangeEnds>> {
    const rows = await this.manager.query<EndsRow[]>(ENDS, [
      exchanges.map((one) => one.agreementId),
      exchanges.map((one) => one.offerId),
      exchanges.map((one) => one.needId),
    ]);
    return new Map(rows.map(({ id, from, to }) => [id, { from: from ?? undefined, to: to ?? undefined }]));
  }
}

const traitsOfRow = (row: TraitsRow): ExchangeTraits => ({
  isRetrospective: row.retrospective,
  isHazardous: row.hazardous ?? undefined,
  isAcrossClusters: row.across_clusters,
  municipality: row.municipality ?? undefined,
});
