import type { Day } from '../calendar/day.js';
import type { Basis } from '../ledger/entry.js';
import { Decimal } from '../quantity/decimal.js';
import { READING_UNIT, type UnitKind } from '../quantity/unit.js';
import { foldFigures, type FigureName, type FoldedFigure } from './fold.js';
import type { Held, Parcel, ParcelYear } from './parcel.js';
import { AMOUNT_OF, type ShownFigure, type ShownFlow, type WithheldReason } from './withhold.js';

/** What outsiders may be told of one cluster, on one basis and for some years. */
export interface Publication {
  /** Parcels that count in the cluster; of verified, those that are verified in whole. */
  readonly parcels: readonly Pick<Parcel, 'unitKind' | 'years'>[];
  /** What of the cluster waits, on this basis. */
  readonly held: readonly Pick<Held, 'year' | 'unitKind' | 'reason'>[];
  readonly years: readonly number[];
  /** Last day of what is published; undefined while nothing is. */
  readonly publishedUntil: Day | undefined;
}

/**
 * The figures as an outsider gets them: sums of whole parcels. A figure without a value says why; one that has a
 * value and a reason as well is a part, and the rest of it is withheld for that reason.
 *
 * @example publishedFigures(publicationOfTwoFirms, 'DELIVERED')[0]?.reason // 'FEW_FIRMS'
 */
export const publishedFigures = (of: Publication, basis: Basis): readonly ShownFigure[] =>
  foldFigures([], basis).map((figure) => shownOf(figure, of));

function shownOf({ name, unit, basis }: FoldedFigure, of: Publication): ShownFigure {
  const parts = partsOf(of);
  const told = parts.filter(({ part }) => tells(part, name));
  const reason = reasonFor(name, of, { told: told.length, parts: parts.length });
  if (told.length === 0 && reason !== undefined)
    return { name, unit, basis, value: undefined, entryCount: undefined, withheld: true, reason };
  return {
    name,
    unit,
    basis,
    value: valueOf(
      name,
      told.map((one) => one.part),
    ),
    entryCount: told.reduce((sum, { part }) => sum + part.entryCount, 0),
    withheld: false,
    reason,
  };
}

const partsOf = ({ parcels, years }: Publication) =>
  parcels.flatMap(({ unitKind, years: all }) =>
    all.filter((part) => years.includes(part.year)).map((part) => ({ unitKind, part })),
  );

const AMOUNTS: ReadonlySet<FigureName> = new Set(Object.values(AMOUNT_OF));
const COUNTS: ReadonlySet<FigureName> = new Set(['exchanges', 'firms', 'crossIndustryExchanges']);

/** A count needs the parcel alone; an amount of another kind than the parcel's is nothing. */
const tells = (part: ParcelYear, name: FigureName): boolean =>
  COUNTS.has(name) || part.figures.has(name) || (AMOUNTS.has(name) && hasAmount(part));
const hasAmount = ({ figures }: ParcelYear): boolean => [...AMOUNTS].some((name) => figures.has(name));

function reasonFor(
  name: FigureName,
  of: Publication,
  { told, parts }: { readonly told: number; readonly parts: number },
): WithheldReason | undefined {
  const concerned = (unitKind: UnitKind): boolean => !AMOUNTS.has(name) || AMOUNT_OF[unitKind] === name;
  const held = of.held.find((one) => of.years.includes(one.year) && concerned(one.unitKind));
  if (held !== undefined) return held.reason;
  if (told < parts) return 'DERIVABLE';
  // Nothing told of a year that is still open is not the same as nothing moved.
  const isClosed = told === 0 ? isOver : isBegun;
  return of.years.some((year) => !isClosed(year, of.publishedUntil)) ? 'NOT_CLOSED' : undefined;
}

/** Whether a quarter of the year has been closed. */
const isBegun = (year: number, until: Day | undefined): boolean =>
  until !== undefined && until >= `${year}-03-31`;
/** Whether all of them have. */
const isOver = (year: number, until: Day | undefined): boolean =>
  until !== undefined && until >= `${year}-12-31`;

function valueOf(name: FigureName, parts: readonly ParcelYear[]): Decimal {
  const distinct = (ids: (part: ParcelYear) => readonly string[]): Decimal =>
    new Decimal(new Set(parts.flatMap(ids)).size);
  if (name === 'exchanges') return distinct((part) => part.agreementIds);
  if (name === 'crossIndustryExchanges') return distinct((part) => part.crossAgreementIds);
  if (name === 'firms') return distinct((part) => part.firmIds);
  return sum(parts.map((part) => part.figures.get(name)));
}

const sum = (values: readonly (Decimal | undefined)[]): Decimal =>
  values.reduce<Decimal>((total, one) => total.plus(one ?? 0), new Decimal(0));

/**
 * The flows as an outsider gets them: those named in some parcel, largest first, and at most one row per unit for what
 * no parcel names.
 *
 * @example publishedFlows(publication).at(-1)?.fromDivision // undefined, in the row of the others
 */
export function publishedFlows(of: Publication): readonly ShownFlow[] {
  const parts = partsOf(of);
  const units = new Set([
    ...parts.map(({ unitKind }) => unitKind),
    ...of.held.filter((one) => of.years.includes(one.year)).map((one) => one.unitKind),
  ]);
  return [...units].sort().flatMap((unitKind) => {
    const own = parts.filter((one) => one.unitKind === unitKind).map((one) => one.part);
    const named = summedFlows(own.flatMap((part) => part.flows));
    const told = own.filter(hasAmount).length;
    const reason = reasonFor(AMOUNT_OF[unitKind], of, { told, parts: own.length });
    return [...named, ...others(unitKind, own, named, reason)];
  });
}

function summedFlows(flows: ParcelYear['flows']): readonly ShownFlow[] {
  const byName = new Map<string, ShownFlow & { readonly value: Decimal }>();
  for (const flow of flows) {
    const key = [flow.fromDivision, flow.toDivision, flow.materialCode].join('|');
    const value = flow.value.plus(byName.get(key)?.value ?? 0);
    byName.set(key, { ...flow, value, withheld: false, reason: undefined });
  }
  return [...byName]
    .sort(([a, one], [b, other]) => other.value.comparedTo(one.value) || a.localeCompare(b))
    .map(([, flow]) => flow);
}

/** What the named flows leave of the published amount. */
function others(
  unitKind: UnitKind,
  parts: readonly ParcelYear[],
  named: readonly ShownFlow[],
  reason: WithheldReason | undefined,
): readonly ShownFlow[] {
  const total = sum(parts.map((part) => part.figures.get(AMOUNT_OF[unitKind])));
  const rest = total.minus(sum(named.map((one) => one.value)));
  if (rest.isZero() && reason === undefined) return [];
  const row = { fromDivision: undefined, toDivision: undefined, materialCode: undefined };
  const value = rest.isZero() ? undefined : rest;
  return [{ ...row, unit: READING_UNIT[unitKind], value, withheld: true, reason: reason ?? 'DERIVABLE' }];
}
