import { yearOf, type DaySpan } from '../calendar/day.js';
import { Decimal } from '../quantity/decimal.js';
import type { UnitKind } from '../quantity/unit.js';
import type { FoldedFlow } from './flows.js';
import type { FigureName, FoldedFigure } from './fold.js';

/**
 * Firms that must stand behind a published number. Statistics Norway hides cells of fewer than three observations
 * (ssb.no/en/omssb/personvern/personopplysninger-i-statistikken).
 */
const FEWEST_FIRMS = 3;
/**
 * No firm may be party to this part of a published number or more: the (n, k) dominance rule with n = 1 and k = 50
 * (sdctools.github.io/HandbookSDC, ch. 4), where of two exchanges each party could reckon the other one.
 */
const LARGEST_SHARE = 0.5;

/**
 * Why a number is not told, or not in full:
 *
 * - FEW_FIRMS: fewer than three firms stand behind it;
 * - DOMINATED: one firm is party to half of it or more;
 * - DERIVABLE: with what is published beside it, one firm's amount could be reckoned too closely;
 * - NOT_CLOSED: no quarter of the period is closed yet, or nothing of those that are is told;
 * - NEVER_PUBLISHED: for the cluster's own staff only, since it changes with every listing;
 * - SEALED: money, which also the staff get as it is published, for whole calendar years;
 * - NOT_KNOWN: nothing tells it: no entry does, and no factor; or there is nothing to take a share of.
 */
export type WithheldReason =
  'FEW_FIRMS' | 'DOMINATED' | 'DERIVABLE' | 'NOT_CLOSED' | 'NEVER_PUBLISHED' | 'SEALED' | 'NOT_KNOWN';
export const WITHHELD_REASONS: readonly WithheldReason[] = Object.freeze([
  'FEW_FIRMS',
  'DOMINATED',
  'DERIVABLE',
  'NOT_CLOSED',
  'NEVER_PUBLISHED',
  'SEALED',
  'NOT_KNOWN',
]);

/** The figure that amounts of a kind are summed in. */
export const AMOUNT_OF: Readonly<Record<UnitKind, FigureName>> = Object.freeze({
  mass: 'materialMoved',
  energy: 'energyMoved',
  volume: 'volumeMoved',
  gas_volume: 'gasMoved',
  count: 'piecesMoved',
});

interface Shared {
  readonly shares: ReadonlyMap<string, Decimal>;
}

/**
 * Why a number could tell one firm's amount by itself: fewer than three firms behind it, or one that is party to half
 * of it or more. Shares are compared by size, so a negative contribution hides nobody.
 *
 * @returns undefined where it points at nobody; also where it is nothing
 * @example reasonToWithhold({ shares: new Map([['a', new Decimal(5)], ['b', new Decimal(5)]]) }) // 'FEW_FIRMS'
 */
export function reasonToWithhold({ shares }: Shared): WithheldReason | undefined {
  // Every exchange stands twice in the shares, once for each party: half the total is the number itself.
  return pointsAt([...shares.values()], 2);
}

/**
 * As {@link reasonToWithhold}, for a sum to which each firm adds an amount of its own.
 *
 * @param amounts one for each firm, of either sign
 * @example reasonToWithholdSum([new Decimal(5), new Decimal(3), new Decimal(2)]) // 'DOMINATED'
 */
export const reasonToWithholdSum = (amounts: readonly Decimal[]): WithheldReason | undefined =>
  pointsAt(amounts, 1);

/** @param times how often the number itself stands in what its firms have of it */
function pointsAt(parts: readonly Decimal[], times: number): WithheldReason | undefined {
  const sizes = parts.map((one) => one.abs()).filter((size) => !size.isZero());
  if (sizes.length === 0) return undefined;
  if (sizes.length < FEWEST_FIRMS) return 'FEW_FIRMS';
  const total = sizes.reduce((sum, one) => sum.plus(one), new Decimal(0));
  return sizes.some((one) => one.gte(total.div(times).times(LARGEST_SHARE))) ? 'DOMINATED' : undefined;
}

/** A figure as a viewer gets it: never anybody's share. */
export interface ShownFigure extends Omit<FoldedFigure, 'value' | 'shares' | 'entryCount'> {
  readonly value: Decimal | undefined;
  readonly entryCount: number | undefined;
  /** Nothing of it is told. */
  readonly withheld: boolean;
  /** Why nothing is told, or with a value why it is a part only. */
  readonly reason: WithheldReason | undefined;
}

/** One flow as a viewer gets it; the row that gathers the unnamed ones has no divisions and no material. */
export interface ShownFlow {
  readonly fromDivision: string | undefined;
  readonly toDivision: string | undefined;
  readonly materialCode: string | undefined;
  readonly unit: string;
  readonly value: Decimal | undefined;
  readonly withheld: boolean;
  readonly reason: WithheldReason | undefined;
}

/**
 * A figure as those see it who may see it whoever it points at.
 *
 * @example exactFigure(figureOfTwoFirms).withheld // false
 */
export const exactFigure = ({ shares: _shares, ...figure }: FoldedFigure): ShownFigure => ({
  ...figure,
  withheld: false,
  reason: undefined,
});

/**
 * A flow as those see it who may see it whoever it points at.
 *
 * @example exactFlow(flowOfTwoFirms).withheld // false
 */
export const exactFlow = ({ shares: _shares, ...flow }: FoldedFlow): ShownFlow => ({
  ...flow,
  withheld: false,
  reason: undefined,
});

/**
 * A figure of which nothing is told.
 *
 * @example withheldFigure(figure, 'SEALED').value // undefined
 */
export const withheldFigure = (
  { name, unit, basis }: Pick<FoldedFigure, 'name' | 'unit' | 'basis'>,
  reason: WithheldReason,
): ShownFigure => ({ name, unit, basis, value: undefined, entryCount: undefined, withheld: true, reason });

/**
 * The days of a calendar year.
 *
 * @example calendarYear(2026) // { from: '2026-01-01', to: '2026-12-31' }
 */
export const calendarYear = (year: number): DaySpan => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/**
 * Whether a period is whole calendar years, one or several.
 *
 * @example areWholeYears({ from: '2025-01-01', to: '2026-12-31' }) // true
 */
export const areWholeYears = ({ from, to }: DaySpan): boolean =>
  from.endsWith('-01-01') && to.endsWith('-12-31');

/**
 * The period an outsider gets an answer for: whole calendar years only.
 *
 * @returns the years that the asked period touches
 * @example publicYears({ from: '2025-12-31', to: '2026-01-01' }) // [2025, 2026]
 */
export const publicYears = ({ from, to }: DaySpan): readonly number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at);
