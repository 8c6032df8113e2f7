import type { Basis, Link, StoredEntry } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';

const LINKS = sql('ledger-links');
const FAULTS = sql('ledger-faults');
const BALANCE_FAULTS = sql('balance-faults');
const RECOUNT = sql('recount');
const PAGE = 2000;
const BEFORE_ALL = ['00000000-0000-0000-0000-000000000000', '0'] as const;

/** A row that is not what it should be. */
export interface RowAtFault {
  readonly table: string;
  readonly row: string;
  readonly what: string;
}

/** What is to be counted again: what clusters have together, each exchange once, or certain entries. */
export interface Recounting {
  readonly of: { readonly clusterIds: readonly string[] } | { readonly entryIds: readonly string[] };
  readonly basis: Exclude<Basis, 'POTENTIAL'>;
  readonly from: string;
  readonly to: string;
  readonly factorSet: string;
  readonly methodVersion: string;
  /** Entries after this place in the clusters' chain are left out. */
  readonly upTo?: string | undefined;
}

/** One number of a recount: a figure, or a flow under `from|to|material`. */
export interface Recounted {
  readonly kind: 'figure' | 'flow' | 'list';
  readonly name: string;
  readonly unit: string;
  readonly value: string;
  readonly entries: number | null;
  /** Firm and share; of a list its members. */
  readonly shares: readonly (readonly [string, string])[] | readonly string[];
}

/** A row of the figure cache. */
export interface StoredFigures {
  readonly clusterId: string;
  readonly basis: Exclude<Basis, 'POTENTIAL'>;
  readonly from: string;
  readonly to: string;
  /** Last place in the cluster's chain when it was folded. */
  readonly ledgerState: string;
  readonly factorSet: string;
  readonly report: unknown;
}

/** A parcel as it was published. */
export interface StoredParcel {
  readonly id: string;
  readonly basis: 'AGREED' | 'DELIVERED';
  readonly factorSet: string;
  readonly methodVersion: string;
  readonly entryIds: readonly string[];
  readonly report: unknown;
}

/** The end of a chain: who notes it elsewhere can tell later that nothing before it was changed. */
export interface ChainHead {
  readonly chainId: string;
  readonly cluster: string | null;
  readonly length: number;
  readonly hash: string;
}

type LinkRow = Omit<Link, 'entry'> & StoredEntry;

const linkOf = ({ chainId, position, previousHash, hash, salt, ...entry }: LinkRow): Link => ({
  chainId,
  position,
  previousHash,
  hash,
  salt,
  entry,
});

/** Reads the ledger and what was made of it as an auditor does: all of it, and by ways of its own. */
export class Audit {
  constructor(private readonly manager: EntityManager) {}

  /** One cluster's chain from its beginning, in pages. */
  async *linksOf(clusterId: string): AsyncGenerator<readonly Link[]> {
    for await (const page of this.links([clusterId, '0'])) {
      const own = page.filter(({ chainId }) => chainId === clusterId);
      if (own.length > 0) yield own;
      if (own.length < page.length) return;
    }
  }

  /** Every link of every chain, in pages, so that a long ledger never stands in memory whole. */
  async *links(after: readonly [string, string] = BEFORE_ALL): AsyncGenerator<readonly Link[]> {
    let [chain, position] = after;
    for (;;) {
      const rows = await this.manager.query<LinkRow[]>(LINKS, [chain, position, PAGE]);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(linkOf);
      [chain, position] = [last.chainId, String(last.position)];
    }
  }

  async faults(): Promise<RowAtFault[]> {
    const inLedger = await this.manager.query<RowAtFault[]>(FAULTS);
    return [...inLedger, ...(await this.manager.query<RowAtFault[]>(BALANCE_FAULTS))];
  }

  heads(): Promise<ChainHead[]> {
    return this.manager.query(
      `select distinct on (l.chain_id) l.chain_id as "chainId", c.slug as cluster, l.position::int as length,
              encode(l.hash, 'hex') as hash
         from ledger_link l left join cluster c on c.id = l.chain_id
        order by l.chain_id, l.position desc`,
    );
  }

  /** The end of one cluster's chain; nothing before its first entry. */
  async headOf(clusterId: string): Promise<Pick<ChainHead, 'length' | 'hash'> | undefined> {
    const rows = await this.manager.query<Pick<ChainHead, 'length' | 'hash'>[]>(
      `select position::int as length, encode(hash, 'hex') as hash
         from ledger_link where chain_id = $1 order by position desc limit 1`,
      [clusterId],
    );
    return rows[0];
  }

  /** Whether some chain has, or had when it was shorter, this head. */
  async hasHash(hash: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from ledger_link where hash = decode($1, 'hex') limit 1`,
      [hash],
    );
    return rows.length === 1;
  }

  async entryCount(): Promise<number> {
    const rows = await this.manager.query<{ count: number }[]>(
      'select count(*)::int as count from ledger_entry',
    );
    return rows[0]?.count ?? 0;
  }

  async chainLength(chainId: string): Promise<number> {
    const rows = await this.manager.query<{ length: number }[]>(
      'select coalesce(max(position), 0)::int as length from ledger_link where chain_id = $1',
      [chainId],
    );
    return rows[0]?.length ?? 0;
  }

  recount({ of, basis, from, to, factorSet, methodVersion, upTo }: Recounting): Promise<Recounted[]> {
    const [clusterIds, entryIds] = 'clusterIds' in of ? [of.clusterIds, null] : [null, of.entryIds];
    const asked = [clusterIds, entryIds, basis, from, to, factorSet, upTo ?? null, methodVersion];
    return this.manager.query(RECOUNT, asked);
  }

  storedFigures(): Promise<StoredFigures[]> {
    return this.manager.query(
      `select cluster_id as "clusterId", basis, period_from::text as "from", period_to::text as "to",
              ledger_state as "ledgerState", factor_set as "factorSet", report
         from figure order by cluster_id, basis, period_from, period_to, factor_set`,
    );
  }

  storedParcels(): Promise<StoredParcel[]> {
    return this.manager.query(
      `select p.id::text as id, p.basis, p.factor_set as "factorSet", p.method_version as "methodVersion", p.report,
              array(select m.entry_id::text from figure_parcel_entry m where m.parcel_id = p.id order by m.entry_id) as "entryIds"
         from figure_parcel p order by p.id`,
    );
  }

  /** Sums the ledger anew, by agreement and month. */
  async rebuildBalances(): Promise<void> {
    await this.manager.query('select rebuild_balances()');
  }

  /** Throws away what was folded by a method; what another one made, this program could not make again. */
  async dropFigures(methodVersion: string): Promise<void> {
    await this.manager.query(`delete from figure where split_part(factor_set, '/', 2) = $1`, [methodVersion]);
  }
}
