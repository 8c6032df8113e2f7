import { daysBetween, addDays, type DaySpan } from '../calendar/day.js';
import { effectsOf, type Effects } from '../effects/effects.js';
import type { Rules } from '../matching/assess.js';
import type { Basis, NewEntry } from '../ledger/entry.js';
import { Decimal } from '../quantity/decimal.js';
import { fromBase, kindOf, READING_UNIT } from '../quantity/unit.js';

/** What an entry counts for in a period: its amount and money, pro rata for a yearly rate, and what the amount changes. */
export interface Counted {
  readonly entry: NewEntry;
  readonly amountBase: Decimal;
  readonly valueNok: Decimal | undefined;
  readonly effects: Effects;
}

/** A number together with how much each firm is party to, so that a rule can decide who may see it. */
export interface FoldedFigure {
  readonly name: FigureName;
  readonly unit: string;
  readonly basis: Basis;
  readonly value: Decimal;
  readonly entryCount: number;
  readonly shares: ReadonlyMap<string, Decimal>;
}

export type FigureName =
  | 'materialMoved'
  | 'energyMoved'
  | 'volumeMoved'
  | 'gasMoved'
  | 'piecesMoved'
  | 'virginMaterialDisplaced'
  | 'netCo2eAvoided'
  | 'transportWork'
  | 'salesValue'
  | 'exchanges'
  | 'firms'
  | 'crossIndustryExchanges';

/**
 * The entries of one basis that fall in a period, each with what it counts for there. A yearly rate counts by its
 * days in the period over 365; everything else counts whole on its day.
 *
 * @param period first and last day, both counted
 * @throws Error when an entry names a material that is not in the tree: a figure is never silently short
 * @example countedIn([deliveryOf100Tonnes], 'DELIVERED', { from: '2026-01-01', to: '2026-12-31' }, rules)[0]?.amountBase.toString() // '100000'
 */
export function countedIn(
  entries: readonly NewEntry[],
  basis: Basis,
  period: DaySpan,
  rules: Rules,
): readonly Counted[] {
  return entries
    .filter((entry) => entry.basis === basis)
    .map((entry) => ({ entry, amountBase: partIn(entry, entry.amountBase, period) }))
    .filter(({ amountBase }) => !amountBase.isZero())
    .map(({ entry, amountBase }) => ({
      entry,
      amountBase,
      valueNok: entry.valueNok && partIn(entry, entry.valueNok, period),
      effects: effectsIn(entry, amountBase, rules),
    }));
}

/** What of a whole, the entry's amount or its money, falls in the period. */
function partIn(entry: NewEntry, whole: Decimal, { from, to }: DaySpan): Decimal {
  if (!entry.yearly) {
    return entry.occurredOn >= from && entry.occurredOn <= to ? whole : new Decimal(0);
  }
  const first = entry.occurredOn > from ? entry.occurredOn : from;
  const last = entry.endsOn !== undefined && entry.endsOn < to ? entry.endsOn : to;
  const days = last < first ? 0 : daysBetween(first, addDays(last, 1));
  return whole.times(days).div(365).toDecimalPlaces(9);
}

function effectsIn(entry: NewEntry, amountBase: Decimal, { materials, factors }: Rules): Effects {
  const { exchange } = entry;
  const byProduct = materials.get(exchange.byProductCode);
  const input = materials.get(exchange.inputCode);
  if (byProduct === undefined || input === undefined) {
    throw new Error(
      `Ledger names a material that is not in the tree: ${exchange.byProductCode}, ${exchange.inputCode}`,
    );
  }
  const { ratio, treatment, displaces } = exchange;
  const link = { ratio, treatment, limits: [], displaces, suitability: 1, evidence: '' };
  return effectsOf({ byProduct, input, link, amountBase, roadKm: entry.roadKm }, factors);
}

/**
 * Folds entries into the figures of a period. An exchange counts once, from the giver's side only: incoming and
 * outgoing tonnes are two views of one flow (CircLean reporting methodology). One that was taken back whole counts
 * neither as an exchange nor for its firms.
 *
 * @param counted from {@link countedIn}, of one basis
 * @returns every figure, also those that are zero, in a fixed order
 * @example foldFigures(counted, 'DELIVERED').find((one) => one.name === 'materialMoved')?.value.toString() // '120'
 */
export function foldFigures(counted: readonly Counted[], basis: Basis): readonly FoldedFigure[] {
  const amount = (kind: NewEntry['unitKind']) => (one: Counted) =>
    one.entry.unitKind === kind ? fromBase(one.amountBase, READING_UNIT[kind]) : undefined;
  const sum = (name: FigureName, unit: string, of: (one: Counted) => Decimal | undefined): FoldedFigure =>
    sumOf(name, unit, basis, counted, of);
  const standing = standingOf(counted);
  return [
    sum('materialMoved', 't', amount('mass')),
    sum('energyMoved', 'MWh', amount('energy')),
    sum('volumeMoved', 'm3', amount('volume')),
    sum('gasMoved', 'Nm3', amount('gas_volume')),
    sum('piecesMoved', 'pcs', amount('count')),
    sum('virginMaterialDisplaced', 't', (one) =>
      one.entry.unitKind === 'mass' && kindOf(one.effects.displacedUnit) === 'mass'
        ? one.effects.virginDisplaced
        : undefined,
    ),
    sum('netCo2eAvoided', 'kg CO2e', (one) => one.effects.net),
    sum('transportWork', 'tkm', (one) => one.effects.tonneKm),
    sum('salesValue', 'NOK', (one) => one.valueNok),
    countOf('exchanges', basis, standing, () => true),
    firmsOf(basis, standing),
    countOf(
      'crossIndustryExchanges',
      basis,
      standing,
      ({ entry }) => entry.exchange.giverDivision !== entry.exchange.takerDivision,
    ),
  ];
}

function sumOf(
  name: FigureName,
  unit: string,
  basis: Basis,
  counted: readonly Counted[],
  of: (one: Counted) => Decimal | undefined,
): FoldedFigure {
  const parts = counted.flatMap((one) => {
    const value = of(one);
    return value === undefined ? [] : [{ value, exchange: one.entry.exchange }];
  });
  const value = parts.reduce((total, one) => total.plus(one.value), new Decimal(0));
  return { name, unit, basis, value, entryCount: parts.length, shares: sharesOf(parts) };
}

interface Part {
  readonly value: Decimal;
  readonly exchange: NewEntry['exchange'];
}

/**
 * Each firm's part of a sum: every exchange counts in full for both its parties, so all parts make twice the sum.
 *
 * @example sharesOf([{ value: new Decimal(5), exchange: fromAToB }]).get('b')?.toString() // '5'
 */
export function sharesOf(parts: readonly Part[]): ReadonlyMap<string, Decimal> {
  const shares = new Map<string, Decimal>();
  for (const { value, exchange } of parts) {
    for (const firmId of [exchange.giverFirmId, exchange.takerFirmId]) {
      shares.set(firmId, (shares.get(firmId) ?? new Decimal(0)).plus(value));
    }
  }
  return shares;
}

/** The entries of exchanges of which anything is left: one that was taken back whole is no exchange. */
function standingOf(counted: readonly Counted[]): readonly Counted[] {
  const left = new Map<string, Decimal>();
  for (const { entry, amountBase } of counted) {
    const { agreementId } = entry.exchange;
    left.set(agreementId, amountBase.plus(left.get(agreementId) ?? 0));
  }
  return counted.filter(({ entry }) => left.get(entry.exchange.agreementId)?.isZero() === false);
}

function countOf(
  name: FigureName,
  basis: Basis,
  counted: readonly Counted[],
  which: (one: Counted) => boolean,
): FoldedFigure {
  const exchanges = new Map(
    counted.filter(which).map((one) => [one.entry.exchange.agreementId, one.entry.exchange]),
  );
  const parts = [...exchanges.values()].map((exchange) => ({ value: new Decimal(1), exchange }));
  const value = new Decimal(exchanges.size);
  return { name, unit: '1', basis, value, entryCount: counted.filter(which).length, shares: sharesOf(parts) };
}

function firmsOf(basis: Basis, counted: readonly Counted[]): FoldedFigure {
  const parts = counted.map((one) => ({ value: new Decimal(1), exchange: one.entry.exchange }));
  const shares = sharesOf(parts);
  const value = new Decimal(shares.size);
  return { name: 'firms', unit: '1', basis, value, entryCount: counted.length, shares };
}
