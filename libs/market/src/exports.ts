import {
  METHOD_VERSION,
  problem,
  seesExactFigures,
  SYSTEM,
  type Actor,
  type Factor,
  type ShownIndicator,
} from '#domain';
import type { ChainHead, PortableAgreement, PortableDays, PortableDelivery, PortableEntry, Tx } from '#store';
import type { CircularityQuestion, CircularityView, FiguresService } from './figures.js';
import type { IndicatorsService } from './indicators.js';
import { done, forbidden, invalid, notFound, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { ReadingService } from './reading.js';
import type { Setting } from './setting.js';
import type { SeenListing } from './views.js';

/** Rows of one table that a firm takes with it at once. */
const MOST_ROWS = 50_000;
const PAGE = 500;

/** A cluster's report with what stands behind its numbers. */
export interface ReportExport {
  readonly cluster: { readonly id: string; readonly name: string; readonly slug: string };
  readonly basis: CircularityQuestion['basis'];
  readonly view: CircularityView;
  /** What stands beside the figures; to others than the cluster's own none is told. */
  readonly indicators: readonly ShownIndicator[];
  readonly factors: readonly Factor[];
  readonly methodVersion: string;
  /** To the cluster's own staff and auditors: to others it would tell when something was entered. */
  readonly chainHead: Pick<ChainHead, 'length' | 'hash'> | undefined;
  readonly madeAt: Date;
}

/** What a firm has here, exact: its own, and of others what its agreements say. */
export interface FirmExport {
  readonly firm: { readonly id: string; readonly name: string };
  readonly days: PortableDays;
  readonly listings: readonly SeenListing[];
  readonly agreements: readonly PortableAgreement[];
  readonly deliveries: readonly PortableDelivery[];
  readonly entries: readonly PortableEntry[];
  readonly madeAt: Date;
}

/** What is carried away: the report of a cluster under the rules of the report, and all that is a firm's own. */
export class ExportsService {
  constructor(
    private readonly setting: Setting,
    private readonly figures: FiguresService,
    private readonly indicators: IndicatorsService,
    private readonly reading: ReadingService,
  ) {}

  /** @param steppedUp whether the person has just proved anew who he or she is */
  async report(
    actor: Actor,
    question: CircularityQuestion & { readonly factorSet?: undefined },
    steppedUp: boolean,
  ): Promise<Outcome<ReportExport>> {
    const refused = unproved(actor, steppedUp);
    if (refused !== undefined) return refused;
    const view = await this.figures.report(actor, question);
    if (view === 'no days') return invalid([problem('to', 'Must not be before from.')]);
    if (view === undefined) return notFound('cluster');
    const { clusterId } = view;
    const exact = seesExactFigures(actor, clusterId);
    const [cluster, chainHead] = await this.setting.store.read(SYSTEM, async (tx) => [
      (await tx.firms.clustersByIds([clusterId]))[0],
      exact ? await tx.audit.headOf(clusterId) : undefined,
    ]);
    if (cluster === undefined) return notFound('cluster');
    const { basis } = question;
    return done({
      cluster: { id: cluster.id, name: cluster.name, slug: cluster.slug },
      basis,
      view,
      indicators: await this.indicators.ofCluster(actor, { clusterId, basis, span: view.period }),
      factors: this.setting.rules.factors.all,
      methodVersion: METHOD_VERSION,
      chainHead,
      madeAt: this.setting.clock(),
    });
  }

  /**
   * The firm acted for, by its administrators: listings, agreements, deliveries, entries of the ledger.
   *
   * @param days of deliveries and entries; listings and agreements come whole
   */
  async firm(actor: Actor, days: PortableDays, steppedUp: boolean): Promise<Outcome<FirmExport>> {
    const acting = actingFirm(actor, 'export');
    if (!acting.ok) return acting;
    const firmId = acting.value;
    const refused = unproved(actor, steppedUp);
    if (refused !== undefined) return refused;
    const read = await this.setting.store.read(actor, async (tx) => ({
      firm: (await tx.firms.byIds([firmId]))[0],
      ...(await portableOf(tx, firmId, days)),
    }));
    const listings = await this.listingsOf(actor);
    const { firm, agreements, deliveries, entries } = read;
    if (firm === undefined) return notFound('firm');
    if ([agreements, deliveries, entries].some((rows) => rows.length > MOST_ROWS) || listings === 'too many')
      return invalid([
        problem(
          'from',
          `More than ${MOST_ROWS} rows of a kind: ask for fewer days, one year after the other.`,
        ),
      ]);
    const madeAt = this.setting.clock();
    return done({
      firm: { id: firm.id, name: firm.name },
      days,
      listings,
      agreements,
      deliveries,
      entries,
      madeAt,
    });
  }

  private async listingsOf(actor: Actor): Promise<readonly SeenListing[] | 'too many'> {
    const listings: SeenListing[] = [];
    for (let after; ;) {
      const page = await this.reading.ownListings(actor, {}, PAGE, after);
      listings.push(...page.rows.map(({ node }) => node));
      after = page.rows.at(-1)?.key;
      if (!page.hasNext || after === undefined) return listings;
      if (listings.length > MOST_ROWS) return 'too many';
    }
  }
}

async function portableOf(tx: Tx, firmId: string, days: PortableDays) {
  return {
    agreements: await tx.portable.agreements(firmId, MOST_ROWS + 1),
    deliveries: await tx.portable.deliveries(firmId, days, MOST_ROWS + 1),
    entries: await tx.portable.entries(firmId, days, MOST_ROWS + 1),
  };
}

/** A program was let in with a proof when its key was made, and gets figures as everybody may. */
export const unproved = (actor: Actor, steppedUp: boolean): Outcome<never> | undefined =>
  steppedUp || actor.scopes !== undefined
    ? undefined
    : forbidden('Prove anew who you are, then export.', 'STEP_UP_REQUIRED');
