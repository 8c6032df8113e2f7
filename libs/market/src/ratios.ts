import {
  calendarYear,
  exchangedBy,
  ratiosOf,
  REFERENCE_MEASURES,
  REFERENCE_UNITS,
  seesExactFigures,
  type Actor,
  type Decimal,
  type Exchanged,
  type Ratio,
  type RatioSource,
  type ReferenceMeasure,
} from '#domain';
import type { ReleasedRow, Tx } from '#store';
import { recordLook } from './figures.js';
import { done, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { Setting } from './setting.js';

/** A sum over the firms of a cluster, as far as it is told. */
export interface ReferenceSumView {
  readonly measure: ReferenceMeasure;
  readonly unit: string;
  /** Undefined while nothing of it can be told. */
  readonly value: Decimal | undefined;
  readonly firmCount: number | undefined;
}

export interface RatiosView {
  readonly year: number;
  readonly ratios: readonly Ratio[];
  /** What the ratios are held against: of one firm what it states, of a cluster sums over firms. */
  readonly totals: readonly ReferenceSumView[];
}

const BASIS = 'DELIVERED';

/** Exchanges held against what firms take in and let out in all. */
export class RatiosService {
  constructor(private readonly setting: Setting) {}

  /** Of the firm acted for. */
  async ofFirm(actor: Actor, year: number): Promise<Outcome<RatiosView>> {
    const firm = actingFirm(actor, 'read');
    if (!firm.ok) return firm;
    const firmId = firm.value;
    return this.setting.store.read(actor, async (tx) => {
      const amounts = (await tx.referenceTotals.ofFirm(firmId, year))[0]?.amounts ?? {};
      const exchanged = await this.exchangedBy(tx, year, [firmId]);
      const own = exchanged([firmId]);
      const source: RatioSource = { amounts, exchanged: () => own, areAlike: () => true };
      const totals = REFERENCE_MEASURES.map((measure) => sumView(measure, amounts[measure]));
      return done({ year, ratios: ratiosOf(source), totals });
    });
  }

  /**
   * Of a cluster, from sums over three firms and more, each held against what the very same firms exchanged; a look kept
   * for each of them.
   *
   * @returns undefined for everybody but the cluster's own staff and auditors
   */
  async ofCluster(actor: Actor, clusterId: string, year: number): Promise<RatiosView | undefined> {
    if (!seesExactFigures(actor, clusterId)) return undefined;
    const work = async (tx: Tx): Promise<RatiosView> => {
      const released = await tx.referenceTotals.releasedTo(clusterId, year);
      const firmIds = [...new Set(released.flatMap((one) => one.firmIds))];
      const exchanged = await this.exchangedBy(tx, year, firmIds);
      if (firmIds.length > 0) await recordLook(tx, actor, clusterId, calendarYear(year), firmIds);
      const of = (measure: ReferenceMeasure) => released.find((one) => one.measure === measure);
      return {
        year,
        ratios: ratiosOf(sourceOf(released, exchanged)),
        totals: REFERENCE_MEASURES.map((one) => sumView(one, of(one)?.value, of(one)?.firmIds.length)),
      };
    };
    return this.setting.store.transaction(actor, work, 'bistrom_figures');
  }

  private async exchangedBy(
    tx: Tx,
    year: number,
    firmIds: readonly string[],
  ): Promise<(some: readonly string[]) => Exchanged> {
    const period = calendarYear(year);
    const entries = await tx.ledger.ofFirms(firmIds, BASIS, period);
    return (some) => exchangedBy(new Set(some), { entries, basis: BASIS, period }, this.setting.rules);
  }
}

function sourceOf(
  released: readonly ReleasedRow[],
  exchanged: (firmIds: readonly string[]) => Exchanged,
): RatioSource {
  const firmsOf = (measure: ReferenceMeasure): readonly string[] =>
    released.find((one) => one.measure === measure)?.firmIds ?? [];
  return {
    amounts: Object.fromEntries(released.map(({ measure, value }) => [measure, value])),
    exchanged: (measure) => exchanged(firmsOf(measure)),
    areAlike: (measures) => new Set(measures.map((one) => firmsOf(one).join())).size === 1,
  };
}

const sumView = (
  measure: ReferenceMeasure,
  value: Decimal | undefined,
  firmCount?: number,
): ReferenceSumView => ({ measure, unit: REFERENCE_UNITS[measure], value, firmCount });
