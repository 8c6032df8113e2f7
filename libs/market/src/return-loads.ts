import { randomUUID } from 'node:crypto';
import {
  annual,
  bridge,
  cargoOf,
  kindOf,
  loadTonnes,
  ownBase,
  plain,
  returnLoads,
  roadDistance,
  tripsByMonth,
  type Actor,
  type Band,
  type HauledFlow,
  type JointTransport,
  type JointTransportState,
  type Rules,
} from '#domain';
import type { AgreementRow, JointTransportRow, StoredListing, Tx } from '#store';
import { factsOf } from './facts.js';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';
import type { BandView } from './views.js';
import { worksFor } from './workbench.js';

/** One of two flows that could share a lorry, as staff see it. */
export interface LoadView {
  readonly agreementId: string;
  readonly giver: string;
  readonly taker: string;
  /** Names of municipalities; undefined abroad. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly materialCode: string;
}

export interface ReturnLoadView {
  readonly loads: readonly [LoadView, LoadView];
  /** Of a year ahead. */
  readonly tours: number;
  readonly emptyKm: { readonly before: BandView; readonly after: BandView };
  readonly nok: BandView;
  readonly co2eKg: BandView;
  /** How an offer to the two stands; undefined where none does. */
  readonly offered: JointTransportState | undefined;
  readonly missing: readonly string[];
}

export interface ReturnLoadsView {
  readonly pairs: readonly ReturnLoadView[];
  /** Central NOK of all pairs, and what no choice of pairs could exceed. */
  readonly nok: number;
  readonly bound: number;
  readonly factorSet: string;
}

interface Hauled {
  readonly agreement: AgreementRow;
  readonly offer: StoredListing;
  readonly need: StoredListing;
  readonly flow: HauledFlow;
}

interface Found {
  readonly pairs: readonly JointTransport[];
  readonly nok: number;
  readonly bound: number;
  readonly hauled: ReadonlyMap<string, Hauled>;
}

const OFFERING = 'bistrom_workbench';
const FINDING = 'bistrom_matching';

/** Lorries that would drive empty one way: found for the staff of a cluster, who offer the two agreements to share one. */
export class ReturnLoadsService {
  constructor(private readonly setting: Setting) {}

  /**
   * Pairs among the agreements whose firms both belong to the cluster, the look recorded for each firm; undefined to
   * who is no staff of it.
   */
  async ofCluster(actor: Actor, clusterId: string): Promise<ReturnLoadsView | undefined> {
    if (!worksFor(actor, clusterId)) return undefined;
    const found = await this.find(actor, clusterId);
    const ids = found.pairs.flatMap((pair) => pair.flows);
    const standing = await this.setting.store.transaction(
      actor,
      async (tx) => {
        await this.recordLook(tx, actor, clusterId, found);
        return tx.jointTransports.standing(ids);
      },
      OFFERING,
    );
    return {
      pairs: found.pairs.map((pair) => pairView(pair, found.hauled, standing)),
      nok: Math.round(found.nok),
      bound: Math.round(found.bound),
      factorSet: this.setting.rules.factors.id,
    };
  }

  /** Offers both agreements of a pair that was found to share a lorry; found again, so that nothing is offered on old facts. */
  async offer(
    actor: Actor,
    input: { readonly clusterId: string; readonly agreementIds: readonly [string, string] },
    idempotencyKey?: string,
  ): Promise<Outcome<{ readonly jointTransportId: string }>> {
    const { clusterId } = input;
    if (!worksFor(actor, clusterId)) return notFound('cluster');
    const found = await this.find(actor, clusterId);
    const [first, second] = [...input.agreementIds].sort() as [string, string];
    const pair = found.pairs.find(({ flows }) => flows.includes(first) && flows.includes(second));
    const call = { operation: 'offerJointTransport', key: idempotencyKey, input };
    return this.setting.store.transaction(
      actor,
      (tx) =>
        once(tx, actor, call, async () => {
          if (pair === undefined || first === second) return notFound('pair of agreements');
          const standing = await tx.jointTransports.standing([first, second]);
          if (standing.length > 0)
            return conflict('One of the agreements was offered joint transport already.');
          const jointTransportId = randomUUID();
          await tx.jointTransports.insert({
            id: jointTransportId,
            clusterId,
            firstAgreementId: first,
            secondAgreementId: second,
            ...termsOf(pair, found.hauled),
            offeredBy: actor.personId,
            offeredAt: this.setting.clock(),
          });
          await tx.events.tellJointTransport(jointTransportId, 'jointTransportOffered');
          return done({ jointTransportId });
        }),
      OFFERING,
    );
  }

  private find(actor: Actor, clusterId: string): Promise<Found> {
    const { rules } = this.setting;
    const day = today(this.setting);
    const work = async (tx: Tx): Promise<Found> => {
      const ids = await tx.jointTransports.agreementsWithin(clusterId, day);
      const agreements = await tx.agreements.byIds(ids);
      const listings = await tx.listings.byIds(
        agreements.flatMap(({ offerId, needId }) => [offerId, needId]),
      );
      const byId = new Map(listings.map((one) => [one.id, one]));
      const hauled = agreements.flatMap((agreement): readonly Hauled[] => {
        const [offer, need] = [byId.get(agreement.offerId), byId.get(agreement.needId)];
        const flow = offer && need && flowOf(agreement, offer, need, rules, day);
        return offer && need && flow ? [{ agreement, offer, need, flow }] : [];
      });
      const road: Parameters<typeof returnLoads>[1]['road'] = (a, b) => roadDistance(a, b, rules.detours);
      const found = returnLoads(
        hauled.map((one) => one.flow),
        { factors: rules.factors, prices: rules.prices, road },
      );
      return { ...found, hauled: new Map(hauled.map((one) => [one.agreement.id, one])) };
    };
    return this.setting.store.read(actor, work, FINDING);
  }

  private async recordLook(tx: Tx, actor: Actor, clusterId: string, { pairs, hauled }: Found): Promise<void> {
    const firmIds = pairs
      .flatMap(({ flows }) => flows)
      .flatMap((id) => hauled.get(id)?.agreement ?? [])
      .flatMap(({ offerFirmId, needFirmId }) => [offerFirmId, needFirmId]);
    await tx.looks.recordForAll([...new Set(firmIds)], {
      personId: actor.personId,
      what: `figures return loads ${today(this.setting)}`,
      subjectId: clusterId,
      role: 'cluster_staff',
      clusterId,
    });
  }
}

/** Undefined for what travels by no lorry, and for what has no weight. */
function flowOf(
  agreement: AgreementRow,
  offer: StoredListing,
  need: StoredListing,
  rules: Rules,
  day: string,
): HauledFlow | undefined {
  const material = rules.materials.get(agreement.exchange.byProductCode);
  const cargo = material && cargoOf(material, offer.hazardous);
  if (material === undefined || cargo === undefined) return undefined;
  const own = ownBase(annual(agreement.amount, agreement.per), agreement.unit, material);
  const kg = own && bridge(own, kindOf(material.unit), 'mass', material);
  if (kg === undefined) return undefined;
  const moving = {
    tonnes: kg.div(1000).toNumber(),
    once: agreement.per === 'ONCE',
    term: { startsOn: agreement.startsOn, endsOn: agreement.endsOn ?? undefined },
    profile: offer.terms.monthlyProfile,
  };
  return {
    id: agreement.id,
    from: factsOf(offer, rules).place,
    to: factsOf(need, rules).place,
    cargo,
    trips: tripsByMonth(moving, loadTonnes(cargo.body, material.density?.value), day),
  };
}

function pairView(
  { flows, ...pair }: JointTransport,
  hauled: Found['hauled'],
  standing: readonly JointTransportRow[],
): ReturnLoadView {
  const offered = standing.find(
    (one) => flows.includes(one.firstAgreementId) && flows.includes(one.secondAgreementId),
  );
  return {
    loads: [loadView(hauled, flows[0]), loadView(hauled, flows[1])],
    tours: Math.round(pair.tours),
    emptyKm: { before: bandView(pair.emptyKm.before), after: bandView(pair.emptyKm.after) },
    nok: bandView(pair.saved.nok),
    co2eKg: bandView(pair.saved.co2eKg),
    offered: offered?.state,
    missing: pair.missing,
  };
}

function loadView(hauled: Found['hauled'], id: string): LoadView {
  const one = hauled.get(id);
  if (one === undefined) throw new Error(`Agreement ${id} was not among those that were paired.`);
  return {
    agreementId: id,
    giver: one.offer.firm.name,
    taker: one.need.firm.name,
    from: one.offer.area?.name,
    to: one.need.area?.name,
    materialCode: one.flow.cargo.material,
  };
}

/** What is kept of a pair: the share of each is the same by the rule of halves. */
function termsOf({ tours, emptyKm, shares, flows }: JointTransport, hauled: Found['hauled']) {
  const [a, b] = [hauled.get(flows[0])?.flow, hauled.get(flows[1])?.flow];
  const between = [
    a && b ? roadDistance(a.to, b.from).km : 0,
    a && b ? roadDistance(b.to, a.from).km : 0,
    emptyKm.after.central.div(2 * tours).toNumber(),
  ];
  const [{ nok, co2eKg }] = shares;
  return {
    tours,
    otherKm: Math.max(...between),
    nokLow: nok.low.toNumber(),
    nokHigh: nok.high.toNumber(),
    co2eKgLow: co2eKg.low.toNumber(),
    co2eKgHigh: co2eKg.high.toNumber(),
  };
}

const bandView = ({ low, central, high }: Band): BandView => ({
  low: plain(low.toDecimalPlaces(0)),
  central: plain(central.toDecimalPlaces(0)),
  high: plain(high.toDecimalPlaces(0)),
});
