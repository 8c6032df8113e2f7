import { addDays, yearOf, type Day } from '../calendar/day.js';
import type { Basis, LedgerEntry } from '../ledger/entry.js';
import type { Rules } from '../matching/assess.js';
import { Decimal } from '../quantity/decimal.js';
import type { UnitKind } from '../quantity/unit.js';
import { foldFlows, type FoldedFlow } from './flows.js';
import { byAgreement, countedOf, foldFigures, summedIn, type Counted, type FigureName } from './fold.js';
import { AMOUNT_OF, calendarYear, reasonToWithhold, type WithheldReason } from './withhold.js';
import { leavesOpen, type Secrets } from './witness.js';

/** Bases that outsiders get. Verified is a state of delivered parcels; potential changes with every listing and is never closed. */
export type ParcelBasis = 'AGREED' | 'DELIVERED';

/** A ledger entry that waits to be published, with the clusters that it counts in: the giver's, and the others. */
export interface Pooled {
  readonly entry: LedgerEntry;
  readonly giverClusterIds: readonly string[];
  readonly otherClusterIds: readonly string[];
}

/**
 * Entries that are published together or not at all, once and for good. Every number that an outsider ever gets is a
 * sum of whole parcels, so whatever is added and subtracted, nothing smaller than a parcel comes out.
 */
export interface Parcel {
  readonly basis: ParcelBasis;
  readonly unitKind: UnitKind;
  /** The clusters it counts in, all of which every one of its entries belongs to. */
  readonly clusterIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly years: readonly ParcelYear[];
}

/** What is published of a parcel for one calendar year. */
export interface ParcelYear {
  readonly year: number;
  /** Sums; one that is missing would give a firm away, with what is here. */
  readonly figures: ReadonlyMap<FigureName, Decimal>;
  /** Named flows of its unit; the rest of the amount is in flows without a name. */
  readonly flows: readonly Omit<FoldedFlow, 'shares'>[];
  readonly agreementIds: readonly string[];
  readonly crossAgreementIds: readonly string[];
  readonly firmIds: readonly string[];
  readonly entryCount: number;
}

/** Why some entries of a cluster wait for the next closing. */
export interface Held {
  readonly clusterId: string;
  readonly basis: ParcelBasis;
  readonly year: number;
  readonly unitKind: UnitKind;
  readonly reason: WithheldReason;
}

/** A recurring agreement is published for so many years after the one it is closed in. */
const YEARS_AHEAD = 10;

/**
 * Makes parcels of what waits. Entries of the same clusters go together; those that cannot stand by themselves go, in
 * a second round, with others of the giver's first cluster, and count in that one alone. What still cannot stand waits.
 *
 * @param pool entries in no parcel yet, recorded on or before `closedOn`
 * @param closedOn last day of a quarter
 * @returns the same for the same entries in any order
 * @example parcelsOf(threeExchanges, '2026-06-30', rules).parcels.length // 1
 */
export function parcelsOf(
  pool: readonly Pooled[],
  closedOn: Day,
  rules: Rules,
): { readonly parcels: readonly Parcel[]; readonly held: readonly Held[] } {
  const parcels: Parcel[] = [];
  const take = (groups: Iterable<readonly Pooled[]>, clustersOf: ClustersOf): readonly Pooled[] =>
    [...groups].flatMap((group) => {
      const reading = read(group, closedOn, rules);
      if (weakness(reading) !== undefined) return group;
      parcels.push(parcelOf(group, clustersOf(group[0] as Pooled), reading));
      return [];
    });
  const sorted = [...pool].sort((a, b) => Number(a.entry.id) - Number(b.entry.id));
  const shared = sorted.filter((one) => signature(one).length > 0);
  const weak = take(
    grouped(shared, (one) => `${kindOf(one)}|${signature(one).join()}`),
    signature,
  );
  const left = take(
    grouped(weak, (one) => `${kindOf(one)}|${homeOf(one)}`),
    (one) => [homeOf(one)],
  );
  return { parcels, held: heldOf(left, closedOn, rules) };
}

type ClustersOf = (one: Pooled) => readonly string[];

const kindOf = ({ entry }: Pooled): string =>
  [entry.basis, entry.unitKind, entry.basis === 'AGREED' ? '' : yearOf(entry.occurredOn)].join('|');

/** The clusters whose figures the entry counts in: an exchange counts where either of its firms belongs. */
const signature = ({ giverClusterIds, otherClusterIds }: Pooled): readonly string[] =>
  [...new Set([...giverClusterIds, ...otherClusterIds])].sort();

const homeOf = (one: Pooled): string => [...one.giverClusterIds].sort()[0] ?? signature(one)[0] ?? '';

function grouped(pool: readonly Pooled[], keyOf: (one: Pooled) => string): Iterable<readonly Pooled[]> {
  const groups = new Map<string, Pooled[]>();
  for (const one of pool) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** A group read year by year, and exchange by exchange. */
interface Reading {
  readonly basis: ParcelBasis;
  readonly unitKind: UnitKind;
  readonly years: readonly { readonly year: number; readonly counted: readonly Counted[] }[];
  readonly exchanges: readonly string[];
  readonly secrets: Secrets;
}

function read(group: readonly Pooled[], closedOn: Day, rules: Rules): Reading {
  const entries = group.map((one) => one.entry);
  const [first] = entries as [LedgerEntry, ...LedgerEntry[]];
  const basis = first.basis as ParcelBasis;
  const years = yearsOf(entries, closedOn)
    .map((year) => ({
      year,
      counted: countedOf(byAgreement(summedIn(entries, basis, calendarYear(year))), rules),
    }))
    .filter(({ counted }) => counted.length > 0);
  const parties = new Map(
    entries.map(({ exchange }) => [
      exchange.agreementId,
      [exchange.giverFirmId, exchange.takerFirmId] as const,
    ]),
  );
  const exchanges = [...parties.keys()].sort();
  const amountOf = (agreementId: string): number =>
    years.map(({ counted }) => amountFrom(counted, agreementId)).find((amount) => amount !== 0) ?? 0;
  const secrets = {
    amounts: exchanges.map(amountOf),
    parties: exchanges.map((one) => parties.get(one) ?? (['', ''] as const)),
  };
  return { basis, unitKind: first.unitKind, years, exchanges, secrets };
}

const amountFrom = (counted: readonly Counted[], agreementId: string): number =>
  counted
    .filter((one) => one.exchange.agreementId === agreementId)
    // As decimals: what was delivered and taken back is nothing, not the rounding of a sum of floats.
    .reduce((sum, one) => sum.plus(one.amountBase), new Decimal(0))
    .toNumber();

function yearsOf(entries: readonly LedgerEntry[], closedOn: Day): readonly number[] {
  const first = Math.min(...entries.map((one) => yearOf(one.occurredOn)));
  const ahead = yearOf(closedOn) + YEARS_AHEAD;
  const last = Math.max(
    ...entries.map((one) => (one.yearly ? yearOf(one.endsOn ?? `${ahead}-12-31`) : yearOf(one.occurredOn))),
  );
  return Array.from({ length: Math.max(1, Math.min(last, ahead) - first + 1) }, (_, at) => first + at);
}

/** Why the group cannot be published at all: its amount, in the first year that has one, gives a firm away. */
function weakness({ years, basis, unitKind, exchanges, secrets }: Reading): WithheldReason | undefined {
  const [first] = years;
  const amount = first && foldFigures(first.counted, basis).find((one) => one.name === AMOUNT_OF[unitKind]);
  if (first === undefined || amount === undefined) return 'FEW_FIRMS';
  const named = reasonToWithhold(amount);
  if (named !== undefined) return named;
  if (amount.shares.size === 0 || amount.value.isZero()) return 'FEW_FIRMS';
  return leavesOpen([figureRow(first.counted, basis, amount.name, exchanges)], secrets)
    ? undefined
    : 'DERIVABLE';
}

function parcelOf(group: readonly Pooled[], clusterIds: readonly string[], reading: Reading): Parcel {
  const sums: (readonly number[])[] = [];
  const years = reading.years.map(({ year, counted }) => yearIn(reading, year, counted, sums));
  const { basis, unitKind } = reading;
  return { basis, unitKind, clusterIds, entryIds: group.map(({ entry }) => entry.id), years };
}

/** In the order in which they are wanted: each is published if all before it and it leave every firm open. */
const WANTED: readonly FigureName[] = [
  'netCo2eAvoided',
  'virginMaterialDisplaced',
  'transportWork',
  'salesValue',
];

/** @param sums what is published of the parcel so far; grows */
function yearIn(
  reading: Reading,
  year: number,
  counted: readonly Counted[],
  sums: (readonly number[])[],
): ParcelYear {
  const { basis, unitKind, exchanges, secrets } = reading;
  const admit = (row: readonly number[]): boolean => {
    if (!leavesOpen([...sums, row], secrets)) return false;
    sums.push(row);
    return true;
  };
  const folded = foldFigures(counted, basis);
  const published = new Map<FigureName, Decimal>();
  for (const name of [AMOUNT_OF[unitKind], ...WANTED]) {
    const figure = folded.find((one) => one.name === name);
    if (figure === undefined || reasonToWithhold(figure) !== undefined) continue;
    const row = figureRow(counted, basis, name, exchanges);
    if (keepsPrices(name, row, secrets) && admit(row)) published.set(name, figure.value);
  }
  const flows = published.has(AMOUNT_OF[unitKind]) ? namedFlows(counted, exchanges, admit) : [];
  return { year, figures: published, flows, ...countsOf(counted) };
}

/** Staff know every amount and no price: the sum of money must hold by itself too. */
const keepsPrices = (name: FigureName, row: readonly number[], { parties }: Secrets): boolean =>
  name !== 'salesValue' || leavesOpen([row], { amounts: row, parties });

function namedFlows(
  counted: readonly Counted[],
  exchanges: readonly string[],
  admit: (row: readonly number[]) => boolean,
): readonly Omit<FoldedFlow, 'shares'>[] {
  return foldFlows(counted).flatMap((flow) => {
    const { shares: _shares, ...named } = flow;
    const ofFlow = counted.filter(
      ({ exchange }) =>
        exchange.giverDivision === flow.fromDivision &&
        exchange.takerDivision === flow.toDivision &&
        exchange.byProductCode === flow.materialCode,
    );
    const row = exchanges.map((one) => amountFrom(ofFlow, one));
    return reasonToWithhold(flow) === undefined && admit(row) ? [named] : [];
  });
}

/** What each exchange contributes to a figure. */
const figureRow = (
  counted: readonly Counted[],
  basis: Basis,
  name: FigureName,
  exchanges: readonly string[],
): readonly number[] =>
  exchanges.map((one) => {
    const own = counted.filter(({ exchange }) => exchange.agreementId === one);
    return (
      foldFigures(own, basis)
        .find((figure) => figure.name === name)
        ?.value.toNumber() ?? 0
    );
  });

function countsOf(counted: readonly Counted[]) {
  const standing = new Set(
    [...new Set(counted.map(({ exchange }) => exchange.agreementId))].filter(
      (one) => amountFrom(counted, one) !== 0,
    ),
  );
  const exchanges = counted
    .map(({ exchange }) => exchange)
    .filter(({ agreementId }) => standing.has(agreementId));
  const across = exchanges.filter((one) => one.giverDivision !== one.takerDivision);
  const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();
  return {
    agreementIds: unique(exchanges.map((one) => one.agreementId)),
    crossAgreementIds: unique(across.map((one) => one.agreementId)),
    firmIds: unique(exchanges.flatMap((one) => [one.giverFirmId, one.takerFirmId])),
    entryCount: counted.reduce((sum, one) => sum + one.entries, 0),
  };
}

/** Entries that no parcel took, told per cluster that they would count in; an exchange taken back whole is not missed. */
function heldOf(left: readonly Pooled[], closedOn: Day, rules: Rules): readonly Held[] {
  const held = new Map<string, Held>();
  for (const group of grouped(left, (one) => `${kindOf(one)}|${signature(one).join()}`)) {
    const reading = read(group, closedOn, rules);
    const reason = weakness(reading) ?? 'FEW_FIRMS';
    const { basis, unitKind } = reading;
    const missed = reading.years.filter(({ counted }) =>
      reading.exchanges.some((one) => amountFrom(counted, one) !== 0),
    );
    for (const clusterId of signature(group[0] as Pooled)) {
      for (const { year } of missed) {
        held.set([clusterId, basis, year, unitKind].join('|'), { clusterId, basis, year, unitKind, reason });
      }
    }
  }
  return [...held.values()];
}

/**
 * The last day of the last quarter that is over: what is recorded after it is not published yet.
 *
 * @example lastClosing('2026-06-30') // '2026-03-31'
 */
export function lastClosing(today: Day): Day {
  const month = Number(today.slice(5, 7));
  const first = String(month - ((month - 1) % 3)).padStart(2, '0');
  return addDays(`${today.slice(0, 4)}-${first}-01`, -1);
}
