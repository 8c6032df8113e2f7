import type { Basis } from '../ledger/entry.js';
import type { Decimal } from '../quantity/decimal.js';
import { foldFigures, type Counted } from './fold.js';
import {
  foldIndicators,
  type FigureFamily,
  type FoldedIndicator,
  type IndicatorRules,
} from './indicators.js';
import { reasonToWithhold, type ShownFigure, type WithheldReason } from './withhold.js';

/** An indicator as a viewer gets it: never anybody's share. */
export interface ShownIndicator extends Omit<ShownFigure, 'name'> {
  readonly name: string;
  /** Undefined of a figure of the report itself. */
  readonly family?: FigureFamily | undefined;
  /** Undefined where no factor with a range is in it. */
  readonly low?: Decimal | undefined;
  readonly high?: Decimal | undefined;
  /** Factors that were missing and counted as nothing. */
  readonly missing?: readonly string[] | undefined;
}

type Named = Pick<FoldedIndicator, 'name' | 'unit' | 'basis'> & {
  readonly family?: FigureFamily | undefined;
};

/**
 * An indicator of which nothing is told.
 *
 * @example withheldIndicator(wasteAvoided, 'NEVER_PUBLISHED').value // undefined
 */
export const withheldIndicator = (
  { name, family, unit, basis }: Named,
  reason: WithheldReason,
): ShownIndicator => ({
  name,
  family,
  unit,
  basis,
  value: undefined,
  entryCount: undefined,
  withheld: true,
  reason,
});

/**
 * An indicator as those see it who may see it whoever it points at. What nothing tells is null with the reason, not zero.
 *
 * @example exactIndicator(wasteAvoided).withheld // false
 */
export function exactIndicator({ shares: _shares, ...indicator }: FoldedIndicator): ShownIndicator {
  if (indicator.value === undefined) return withheldIndicator(indicator, 'NOT_KNOWN');
  return { ...indicator, withheld: false, reason: undefined };
}

/**
 * An indicator as the cluster's own staff and auditors see it: as it is, but money at reference prices only for whole
 * years and only where it points at nobody, as sums of money leave the firms in no other way.
 *
 * @param areWholeYears whether the period is whole calendar years, of the whole cluster
 * @example staffIndicator(costSavedOfTwoFirms, true).reason // 'SEALED'
 */
export function staffIndicator(indicator: FoldedIndicator, areWholeYears: boolean): ShownIndicator {
  const isOpen = indicator.family !== 'MONEY' || (areWholeYears && reasonToWithhold(indicator) === undefined);
  return isOpen ? exactIndicator(indicator) : withheldIndicator(indicator, 'SEALED');
}

/**
 * The unit of a figure or an indicator: `1` and `%` count exchanges, NOK is money.
 *
 * @returns undefined where there is no number of that name
 * @example unitOfNumber('materialMoved', { rules, traits }) // 't'
 */
export const unitOfNumber = (name: string, rules: IndicatorRules): string | undefined =>
  numbersOf([], 'DELIVERED', rules).find((one) => one.name === name)?.unit;

/**
 * Whether a number of this unit counts exchanges: one that was taken back whole is behind none of them.
 *
 * @example countsExchanges('%') // true
 */
export const countsExchanges = (unit: string): boolean => unit === '1' || unit === '%';

/**
 * What one entry brings to a number: the number, folded of it alone.
 *
 * @returns undefined where the entry is not behind the number; of what counts exchanges the entry has no part to tell
 * @example broughtTo('materialMoved', hundredTonnes, 'DELIVERED', { rules, traits })?.value?.toString() // '100'
 */
export function broughtTo(
  name: string,
  counted: Counted,
  basis: Basis,
  rules: IndicatorRules,
): { readonly value: Decimal | undefined; readonly unit: string } | undefined {
  const found = numbersOf([counted], basis, rules).find((one) => one.name === name);
  if (found === undefined || found.entryCount === 0) return undefined;
  return { value: countsExchanges(found.unit) ? undefined : found.value, unit: found.unit };
}

type Numbered = Pick<FoldedIndicator, 'name' | 'unit' | 'value' | 'entryCount'>;

const numbersOf = (counted: readonly Counted[], basis: Basis, rules: IndicatorRules): readonly Numbered[] => [
  ...foldFigures(counted, basis),
  ...foldIndicators(counted, basis, rules, counted),
];
