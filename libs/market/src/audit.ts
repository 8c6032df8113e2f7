import { createHash } from 'node:crypto';
import {
  calendarYear,
  linkFaults,
  METHOD_VERSION,
  yearOf,
  type Actor,
  type FactorSet,
  type LedgerEntry,
  type Link,
} from '#domain';
import type { ChainHead, RowAtFault, StoredFigures, Tx } from '#store';
import type { PlainFolded } from './figure-cache.js';
import { movedBetween, type Moved } from './figure-change.js';
import { LEDGER_BASES, type FiguresService } from './figures.js';
import { mustRun } from './permit.js';
import { compareCached, compareParcelYear, type Compared, type PlainParcelYear } from './recounting.js';
import { today, type Setting } from './setting.js';

/** What an audit looked at, and every row that is not as it should be. */
export interface AuditReport {
  readonly chains: readonly ChainHead[];
  readonly entries: number;
  readonly links: number;
  readonly cacheRows: number;
  /** Rows of the cache whose period the ledger has added to since: no reader gets them until they are folded anew. */
  readonly stale: number;
  readonly parcels: number;
  /** Numbers counted a second time. */
  readonly numbers: number;
  readonly faults: readonly RowAtFault[];
}

/** What a rebuild of the figure cache changed. */
export interface RebuildReport {
  readonly before: number;
  readonly after: number;
  readonly changed: readonly string[];
}

/** Holds the ledger against its own hashes, and every stored figure against a second count of the ledger. */
export class AuditService {
  constructor(
    private readonly setting: Setting,
    private readonly figures: FiguresService,
  ) {}

  /**
   * @param heads hashes noted at an earlier time: each must still stand in some chain, which a chain that was cut off
   *   or written anew would not show by itself
   */
  async verify(actor: Actor, heads: readonly string[] = []): Promise<AuditReport> {
    mustRun(actor);
    return this.setting.store.snapshot(actor, async (tx) => {
      const chained = await followChains(tx);
      const lost = await lostHeads(tx, heads);
      const cached = await this.recountCache(tx);
      const published = await recountParcels(tx);
      return {
        chains: await tx.audit.heads(),
        entries: await tx.audit.entryCount(),
        links: chained.links,
        cacheRows: cached.rows,
        stale: cached.stale,
        parcels: published.rows,
        numbers: cached.numbers + published.numbers,
        faults: [
          ...chained.faults,
          ...(await tx.audit.faults()),
          ...lost,
          ...cached.faults,
          ...published.faults,
        ],
      };
    });
  }

  /** Sums the ledger anew, throws away the figures that this program's method made, and makes them again, in one transaction. */
  async rebuild(actor: Actor): Promise<RebuildReport> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const rows = await tx.audit.storedFigures();
      const before = new Map(rows.map((row) => [nameOf(row), textOf(row)]));
      const sets = await tx.reference.factorSets();
      await tx.audit.rebuildBalances();
      await tx.audit.dropFigures(METHOD_VERSION);
      const inUse = this.setting.rules.factors.id;
      const kept = new Set([inUse, ...rows.map((row) => madeWith(row).factorSet)]);
      for (const factors of sets.filter((one) => kept.has(one.id))) await this.figures.fill(tx, factors);
      const after = new Map((await tx.audit.storedFigures()).map((row) => [nameOf(row), textOf(row)]));
      const names = [...new Set([...before.keys(), ...after.keys()])].sort();
      return {
        before: before.size,
        after: after.size,
        changed: names.filter((name) => before.get(name) !== after.get(name)),
      };
    });
  }

  /**
   * What another factor set moves in the yearly figures of every cluster, and which factors make the difference.
   *
   * @throws Error where there is no such set
   */
  async change(actor: Actor, fromSet: string, toSet: string): Promise<readonly FigureChange[]> {
    mustRun(actor);
    return this.setting.store.snapshot(actor, async (tx) => {
      const sets = await tx.reference.factorSets();
      const [from, to] = [setNamed(sets, fromSet), setNamed(sets, toSet)];
      const changes: FigureChange[] = [];
      for (const clusterId of await tx.firms.clusterIds())
        for (const basis of LEDGER_BASES)
          changes.push(
            ...this.moved(await tx.ledger.ofCluster(clusterId, basis), { clusterId, basis }, from, to),
          );
      return changes;
    });
  }

  private moved(
    entries: readonly LedgerEntry[],
    of: Pick<FigureChange, 'clusterId' | 'basis'>,
    from: FactorSet,
    to: FactorSet,
  ): readonly FigureChange[] {
    const { rules } = this.setting;
    return yearsOf(entries, yearOf(today(this.setting)))
      .map((year) => ({ ...of, year, ...movedBetween(entries, calendarYear(year), rules, { from, to }) }))
      .filter(({ because }) => because.length > 0);
  }

  private async recountCache(tx: Tx): Promise<Recount> {
    const rows = await tx.audit.storedFigures();
    let stale = 0;
    let numbers = 0;
    const faults: RowAtFault[] = [];
    for (const row of rows) {
      const { clusterId, basis, from, to } = row;
      const missing = Number(row.ledgerState) - (await tx.audit.chainLength(clusterId));
      if (missing > 0) {
        const what = `was folded from ${missing} ${missing === 1 ? 'entry' : 'entries'} that the ledger lacks`;
        faults.push({ table: 'figure', row: nameOf(row), what });
        continue;
      }
      const upTo = row.ledgerState;
      if ((await tx.ledger.changedAt(clusterId, basis, { from, to })) > BigInt(upTo)) stale += 1;
      const asked = { of: { clusterIds: [clusterId] }, basis, from, to, ...madeWith(row), upTo };
      const compared = compareCached(row.report as PlainFolded, await tx.audit.recount(asked));
      numbers += compared.length;
      faults.push(...faultsIn('figure', nameOf(row), compared));
    }
    return { rows: rows.length, stale, numbers, faults };
  }
}

/** Net CO2e of a cluster's year on a basis that another factor set moves. */
export interface FigureChange extends Moved {
  readonly clusterId: string;
  readonly basis: (typeof LEDGER_BASES)[number];
  readonly year: number;
}

function setNamed(sets: readonly FactorSet[], id: string): FactorSet {
  const found = sets.find((one) => one.id === id);
  if (found === undefined)
    throw new Error(`There is no factor set ${id}; there are ${sets.map((one) => one.id).join(', ')}.`);
  return found;
}

function yearsOf(entries: readonly LedgerEntry[], thisYear: number): readonly number[] {
  const first = Math.min(thisYear, ...entries.map((one) => yearOf(one.occurredOn)));
  return Array.from({ length: thisYear - first + 1 }, (_, at) => first + at);
}

interface Recount {
  readonly rows: number;
  readonly stale: number;
  readonly numbers: number;
  readonly faults: readonly RowAtFault[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function followChains(tx: Tx): Promise<{ links: number; faults: readonly RowAtFault[] }> {
  let links = 0;
  let before: Link | undefined;
  const faults: RowAtFault[] = [];
  for await (const page of tx.audit.links()) {
    for (const link of page) {
      const { chainId, position, entry } = link;
      const own = linkFaults(link, before?.chainId === chainId ? before : undefined, sha256);
      faults.push(
        ...own.map((what) => ({
          table: 'ledger_entry',
          row: entry.id,
          what: `${what} (chain ${chainId}, position ${position})`,
        })),
      );
      before = link;
    }
    links += page.length;
  }
  return { links, faults };
}

async function lostHeads(tx: Tx, heads: readonly string[]): Promise<readonly RowAtFault[]> {
  const lost: RowAtFault[] = [];
  for (const head of heads) {
    if (await tx.audit.hasHash(head)) continue;
    lost.push({ table: 'ledger_link', row: head, what: 'this head stands in no chain any more' });
  }
  return lost;
}

async function recountParcels(tx: Tx): Promise<Omit<Recount, 'stale'>> {
  const parcels = await tx.audit.storedParcels();
  let numbers = 0;
  const faults: RowAtFault[] = [];
  for (const { id, basis, factorSet, methodVersion, entryIds, report } of parcels) {
    for (const year of report as readonly PlainParcelYear[]) {
      const recount = await tx.audit.recount({
        of: { entryIds },
        basis,
        factorSet,
        methodVersion,
        ...calendarYear(year.year),
      });
      const compared = compareParcelYear(year, recount);
      numbers += compared.length;
      faults.push(...faultsIn('figure_parcel', `${id}, ${year.year}`, compared));
    }
  }
  return { rows: parcels.length, numbers, faults };
}

const faultsIn = (table: string, row: string, compared: readonly Compared[]): readonly RowAtFault[] =>
  compared
    .filter(({ stored, recounted }) => stored !== recounted)
    .map(({ name, stored, recounted }) => ({
      table,
      row,
      what: `${name}: stored ${stored}, counted again ${recounted}`,
    }));

const nameOf = ({ clusterId, basis, from, to, factorSet }: StoredFigures): string =>
  `${clusterId} ${basis} ${from}..${to} ${factorSet}`;
/** A row's key holds both as `set/method`. */
function madeWith(row: StoredFigures): { readonly factorSet: string; readonly methodVersion: string } {
  const [factorSet = '', methodVersion = ''] = row.factorSet.split('/');
  return { factorSet, methodVersion };
}

const textOf = ({ report }: StoredFigures): string => JSON.stringify(report);
