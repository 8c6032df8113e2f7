import {
  attributedShares,
  can,
  Decimal,
  exactFigure,
  exactIndicator,
  foldFigures,
  foldIndicators,
  isByTime,
  isTooFine,
  spanOf,
  type Actor,
  type Basis,
  type Breakdown,
  type Counted,
  type DaySpan,
  type FoldedFigure,
  type ShownIndicator,
} from '#domain';
import type { Tx } from '#store';
import { countingOf, inEntries, type Counting } from './counting.js';
import { groupViews, together, type FigureGroupView } from './indicators.js';
import type { Setting } from './setting.js';

/** What a firm gives and what it takes: two views that are never added (CircLean reporting methodology). */
export const FLOW_DIRECTIONS = Object.freeze(['OUTGOING', 'INCOMING'] as const);
export type FlowDirection = (typeof FLOW_DIRECTIONS)[number];

/** Bases that a firm has entries on: what is only possible is nobody's yet. */
export type FirmBasis = Exclude<Basis, 'POTENTIAL'>;

export interface FirmFiguresQuestion {
  readonly from: Date;
  readonly to: Date;
  readonly basis: FirmBasis;
}

export interface FirmQuestion {
  readonly firmId: string;
  readonly basis: FirmBasis;
  readonly span: DaySpan;
}

/** A firm's own figures, for its own eyes. */
export interface FirmFiguresView {
  readonly question: FirmQuestion;
  readonly factorSet: string;
  readonly outgoing: readonly ShownIndicator[];
  readonly incoming: readonly ShownIndicator[];
  /** Half of every exchange, so that the parts of all firms make the whole once. */
  readonly attributed: readonly ShownIndicator[];
}

/** The figures of the firm that is acted for, from its own entries alone. */
export class FirmFiguresService {
  constructor(private readonly setting: Setting) {}

  /** Undefined for who acts for no firm or may not read for it; 'no days' when nothing lies between the instants. */
  async report(
    actor: Actor,
    { from, to, basis }: FirmFiguresQuestion,
  ): Promise<FirmFiguresView | 'no days' | undefined> {
    const firmId = firmReadFor(actor);
    if (firmId === undefined) return undefined;
    const span = spanOf(from, to);
    if (span === undefined) return 'no days';
    const question = { firmId, basis, span };
    return this.counted(actor, question, async (counting) => ({
      question,
      factorSet: this.setting.rules.factors.id,
      outgoing: await ownNumbers(only(counting, firmId, 'OUTGOING'), question),
      incoming: await ownNumbers(only(counting, firmId, 'INCOMING'), question),
      attributed: await attributedNumbers(counting, question),
    }));
  }

  /** 'too fine' where the period has more parts than one answer holds. */
  async breakdown(
    actor: Actor,
    question: FirmQuestion,
    by: Breakdown,
    direction: FlowDirection,
  ): Promise<readonly FigureGroupView[] | 'too fine'> {
    const { firmId, span } = question;
    if (isByTime(by) && isTooFine(span, by)) return 'too fine';
    if (firmReadFor(actor) !== firmId || isOfTheOther(by, direction)) return [];
    return this.counted(actor, question, (counting, tx) => {
      const own = only(counting, firmId, direction);
      return groupViews(tx, own, { by, span }, (counted) => numbersOf(counted, question.basis, own));
    });
  }

  /** The entries as the firm itself, which the database holds to its own; what is true of them as the role of figures. */
  private async counted<T>(
    actor: Actor,
    { firmId, basis, span }: FirmQuestion,
    work: (counting: Counting, tx: Tx) => Promise<T>,
  ): Promise<T> {
    const { store, rules } = this.setting;
    const entries = await store.read(actor, (tx) => tx.entries.ofFirm(firmId, basis));
    const counted = inEntries(entries, basis, rules);
    return store.read(
      actor,
      async (tx) => work(await countingOf(tx, rules, span, counted), tx),
      'bistrom_figures',
    );
  }
}

/** The firm acted for, where the actor may read for it. */
export function firmReadFor(actor: Actor): string | undefined {
  const firmId = actor.firms[0]?.firmId;
  return firmId !== undefined && can(actor, { action: 'read', firmId }) ? firmId : undefined;
}

/** The site that something came from is the giver's: to the taker an agreement need not have told its municipality. */
const isOfTheOther = (by: Breakdown, direction: FlowDirection): boolean =>
  by === 'MUNICIPALITY' && direction === 'INCOMING';

function only(counting: Counting, firmId: string, direction: FlowDirection): Counting {
  const isOwn = ({ exchange }: Counted): boolean =>
    (direction === 'OUTGOING' ? exchange.giverFirmId : exchange.takerFirmId) === firmId;
  return {
    ...counting,
    countedIn: async (part) => (await counting.countedIn(part)).filter(isOwn),
    sinceFirst: counting.sinceFirst?.filter(isOwn),
  };
}

const ownNumbers = async (
  counting: Counting,
  { basis, span }: FirmQuestion,
): Promise<readonly ShownIndicator[]> =>
  numbersOf(await counting.countedIn(span), basis, counting, counting.sinceFirst);

const numbersOf = (
  counted: readonly Counted[],
  basis: Basis,
  { rules }: Counting,
  sinceFirst?: readonly Counted[],
): readonly ShownIndicator[] =>
  together(
    foldFigures(counted, basis).map(exactFigure),
    foldIndicators(counted, basis, rules, sinceFirst).map(exactIndicator),
  );

/** Counts and shares of exchanges have no halves, and money is not the same for the two. */
const HAS_HALVES = (unit: string): boolean => unit !== '1' && unit !== '%' && unit !== 'NOK';

async function attributedNumbers(
  counting: Counting,
  { firmId, basis, span }: FirmQuestion,
): Promise<readonly ShownIndicator[]> {
  const counted = await counting.countedIn(span);
  const figures = foldFigures(counted, basis).filter(({ unit }) => HAS_HALVES(unit));
  const indicators = foldIndicators(counted, basis, counting.rules).filter(({ unit }) => HAS_HALVES(unit));
  return together(
    figures.map((one) => ({ ...exactFigure(one), value: halfOf(one, firmId) })),
    indicators.map((one) => ({
      ...exactIndicator(one),
      value: one.value && halfOf(one, firmId),
      low: one.low?.div(2),
      high: one.high?.div(2),
    })),
  );
}

const halfOf = (figure: Pick<FoldedFigure, 'shares'>, firmId: string): Decimal =>
  attributedShares(figure).get(firmId) ?? new Decimal(0);
