import { daysBetween, addDays, type DaySpan } from '../calendar/day.js';
import { effectsOf, type Effects, type Flow } from '../effects/effects.js';
import type { Rules } from '../matching/assess.js';
import type { Basis, Exchange, NewEntry } from '../ledger/entry.js';
import { Decimal } from '../quantity/decimal.js';
import { fromBase, kindOf, READING_UNIT, type UnitKind } from '../quantity/unit.js';

/**
 * What entries of one agreement come to in a period, be it one of them or a year's: amount and money, pro rata for a
 * yearly rate.
 */
export interface Summed {
  readonly exchange: Exchange;
  readonly unitKind: UnitKind;
  /** Base units; 0 where everything was taken back. */
  readonly amountBase: Decimal;
  /** Each entry's amount times its road, base units × km. */
  readonly amountKm: Decimal;
  /** NOK; either all of the entries have a price or none. */
  readonly valueNok?: Decimal | undefined;
  /** How many there are, those taken back and those taking back among them. */
  readonly entries: number;
}

/** A sum of entries with what its amount changes. */
export interface Counted extends Summed {
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
 * @example summedIn([deliveryOf100Tonnes], 'DELIVERED', { from: '2026-01-01', to: '2026-12-31' })[0]?.amountBase.toString() // '100000'
 */
export const summedIn = (entries: readonly NewEntry[], basis: Basis, period: DaySpan): readonly Summed[] =>
  entries
    .filter((entry) => entry.basis === basis)
    .map((entry) => sumOfOne(entry, period))
    .filter(({ amountBase }) => !amountBase.isZero());

/**
 * The same with what each entry changes.
 *
 * @param period first and last day, both counted
 * @throws Error when an entry names a material that is not in the tree: a figure is never silently short
 * @example countedIn([deliveryOf100Tonnes], 'DELIVERED', { from: '2026-01-01', to: '2026-12-31' }, rules)[0]?.effects.net.toString() // '710'
 */
export const countedIn = (
  entries: readonly NewEntry[],
  basis: Basis,
  period: DaySpan,
  rules: Rules,
): readonly Counted[] => countedOf(summedIn(entries, basis, period), rules);

/**
 * Sums of entries, each with what it changes. All that follows is linear in amounts, roads and money: figures of sums are
 * the figures of their entries, to the last digit.
 *
 * @param summed of one basis and period; an agreement may stand in several
 * @throws Error when one names a material that is not in the tree: a figure is never silently short
 * @example countedOf([{ exchange, unitKind: 'mass', amountBase: new Decimal(120_000), amountKm: new Decimal(6_200_000), entries: 2 }], rules)[0]?.effects.net.toString() // '832'
 */
export const countedOf = (summed: readonly Summed[], rules: Rules): readonly Counted[] =>
  summed.map((one) => ({ ...one, effects: effectsIn(one, rules) }));

/**
 * One sum, or two where only some have a price, for each agreement.
 *
 * @param summed of one basis and period
 * @example byAgreement(summedIn([delivered100Tonnes, delivered20Tonnes], 'DELIVERED', year))[0]?.amountBase.toString() // '120000'
 */
export function byAgreement(summed: readonly Summed[]): readonly Summed[] {
  const sums = new Map<string, Summed>();
  for (const one of summed) {
    const key = [one.exchange.agreementId, one.unitKind, one.valueNok === undefined].join('|');
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? one : plus(sum, one));
  }
  return [...sums.values()];
}

const plus = (sum: Summed, one: Summed): Summed => ({
  ...one,
  amountBase: sum.amountBase.plus(one.amountBase),
  amountKm: sum.amountKm.plus(one.amountKm),
  valueNok: sum.valueNok?.plus(one.valueNok ?? 0),
  entries: sum.entries + one.entries,
});

function sumOfOne(entry: NewEntry, period: DaySpan): Summed {
  const amountBase = partIn(entry, entry.amountBase, period);
  return {
    exchange: entry.exchange,
    unitKind: entry.unitKind,
    amountBase,
    amountKm: amountBase.times(entry.roadKm),
    valueNok: entry.valueNok && partIn(entry, entry.valueNok, period),
    entries: 1,
  };
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

const effectsIn = (one: Summed, rules: Rules): Effects => effectsOf(flowIn(one, rules), rules.factors);

/**
 * What was summed as one flow, with its materials and the link between them.
 *
 * @throws Error when it names a material that is not in the tree: a figure is never silently short
 * @example flowIn(summed, rules).byProduct.code // 'copper-slag'
 */
export function flowIn({ exchange, amountBase, amountKm }: Summed, { materials }: Rules): Flow {
  const byProduct = materials.get(exchange.byProductCode);
  const input = materials.get(exchange.inputCode);
  if (byProduct === undefined || input === undefined) {
    throw new Error(
      `Ledger names a material that is not in the tree: ${exchange.byProductCode}, ${exchange.inputCode}`,
    );
  }
  const { ratio, treatment, displaces } = exchange;
  const link = { ratio, treatment, limits: [], displaces, suitability: 1, evidence: '' };
  return { byProduct, input, link, amountBase, carriedKm: amountKm };
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
  const amount = (kind: UnitKind) => (one: Counted) =>
    one.unitKind === kind ? fromBase(one.amountBase, READING_UNIT[kind]) : undefined;
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
      one.unitKind === 'mass' && kindOf(one.effects.displacedUnit) === 'mass'
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
      ({ exchange }) => exchange.giverDivision !== exchange.takerDivision,
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
    return value === undefined ? [] : [{ value, exchange: one.exchange, entries: one.entries }];
  });
  const value = parts.reduce((total, one) => total.plus(one.value), new Decimal(0));
  return { name, unit, basis, value, entryCount: entriesIn(parts), shares: sharesOf(parts) };
}

const entriesIn = (of: readonly Pick<Summed, 'entries'>[]): number =>
  of.reduce((sum, one) => sum + one.entries, 0);

interface Part {
  readonly value: Decimal;
  readonly exchange: Exchange;
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

/**
 * The sums of exchanges of which anything is left: one that was taken back whole is no exchange.
 *
 * @example standingOf(deliveredAndTakenBack).length // 0
 */
export function standingOf(counted: readonly Counted[]): readonly Counted[] {
  const left = new Map<string, Decimal>();
  for (const { exchange, amountBase } of counted) {
    const { agreementId } = exchange;
    left.set(agreementId, amountBase.plus(left.get(agreementId) ?? 0));
  }
  return counted.filter(({ exchange }) => left.get(exchange.agreementId)?.isZero() === false);
}

function countOf(
  name: FigureName,
  basis: Basis,
  counted: readonly Counted[],
  which: (one: Counted) => boolean,
): FoldedFigure {
  const those = counted.filter(which);
  const exchanges = new Map(those.map((one) => [one.exchange.agreementId, one.exchange]));
  const parts = [...exchanges.values()].map((exchange) => ({ value: new Decimal(1), exchange }));
  const value = new Decimal(exchanges.size);
  return { name, unit: '1', basis, value, entryCount: entriesIn(those), shares: sharesOf(parts) };
}

function firmsOf(basis: Basis, counted: readonly Counted[]): FoldedFigure {
  const parts = counted.map((one) => ({ value: new Decimal(one.entries), exchange: one.exchange }));
  const shares = sharesOf(parts);
  const value = new Decimal(shares.size);
  return { name: 'firms', unit: '1', basis, value, entryCount: entriesIn(counted), shares };
}
