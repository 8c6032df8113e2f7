import { randomUUID } from 'node:crypto';
import { actingFor, type Actor, type Day } from '#domain';
import { Market, MemoryIndex, SYSTEM, type ListingInput, type Refusal } from '#market';
import { Store } from '#store';
import type { MatchingPath } from './matching-path.js';
import { inParallel } from './in-parallel.js';

/** A firm with one site; without a position its place is anywhere. */
export interface Participant {
  readonly key: string;
  readonly name: string;
  readonly naceCode: string;
  readonly municipalityNumber?: string | undefined;
  /** ISO 3166 alpha-2; Norway where nothing is said. */
  readonly country?: string | undefined;
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined;
}

export interface Entry {
  readonly key: string;
  readonly participant: string;
  readonly input: Omit<ListingInput, 'siteId'>;
}

/** A listing that stands, or why the market refused it. */
export type Placed =
  { readonly key: string; readonly listingId: string } | { readonly key: string; readonly refused: string };

/** One match of an offer as its giver reads it. */
export interface RankedNeed {
  readonly needId: string;
  readonly score: number;
}

/** Half the Earth's circumference, km: within this of any point lies every other. */
const ANYWHERE_KM = 20_038;
const PAGE = 100;

interface Standing {
  readonly siteId: string;
  readonly actor: Actor;
}

/** A market on a database of the command's own, filled and worked through the same use cases that people go through. */
export class MarketRoom {
  private readonly standings = new Map<string, Standing>();

  private constructor(
    readonly market: Market,
    private readonly store: Store,
  ) {}

  static async open(url: string, path: MatchingPath = 'sql'): Promise<MarketRoom> {
    const store = await Store.open(url);
    const index = path === 'memory' ? new MemoryIndex(store) : undefined;
    await index?.load();
    return new MarketRoom(await Market.open(store, { index }), store);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  get today(): Day {
    return this.market.registry.today();
  }

  /** Firms with their sites, and one person who acts for all of them, each firm on its own. */
  async admit(participants: readonly Participant[]): Promise<void> {
    const clusterId = randomUUID();
    const { registry } = this.market;
    const slug = `measure-${clusterId}`;
    await registry.addCluster(SYSTEM, { id: clusterId, name: 'Measured', slug, demo: true, goals: [] });
    const firms = participants.map((one) => ({ ...one, firmId: randomUUID(), siteId: randomUUID() }));
    await inParallel(firms, (one) =>
      registry.addFirm(SYSTEM, {
        id: one.firmId,
        name: one.name,
        naceCode: one.naceCode,
        demo: true,
        clusterIds: [clusterId],
        sites: [{ id: one.siteId, name: one.name, ...placeOf(one) }],
      }),
    );
    const person = { id: randomUUID(), name: 'Everybody', email: `${clusterId}@measure.example` };
    await registry.addPerson(SYSTEM, {
      ...person,
      password: randomUUID(),
      firms: firms.map(({ firmId }) => ({ firmId, role: 'plant_manager' as const })),
      clusters: [],
    });
    const everybody = await registry.actor(person.id, person.name);
    for (const { key, firmId, siteId } of firms) {
      this.standings.set(key, { siteId, actor: actingFor(everybody, firmId) ?? everybody });
    }
  }

  /**
   * One after the other, as {@link workOff} goes: who comes first may take the last place of a list, and figures are to
   * be the same each time.
   */
  async publish(entries: readonly Entry[]): Promise<readonly Placed[]> {
    const placed: Placed[] = [];
    for (const { key, participant, input } of entries) {
      const { actor, siteId } = this.standingOf(participant);
      const outcome = await this.market.listings.publish(actor, { ...input, siteId });
      placed.push(
        outcome.ok ? { key, listingId: outcome.value.listingId } : { key, refused: textOf(outcome.refusal) },
      );
    }
    return placed;
  }

  /** Runs what the outbox asks for until it asks for nothing more, as the worker does. */
  async workOff(): Promise<void> {
    const { outbox, matches, figures } = this.market;
    for (;;) {
      const asked: { name: string; payload: Readonly<Record<string, unknown>>; id: string }[] = [];
      await outbox.relay(500, async (requests) => void asked.push(...requests));
      if (asked.length === 0) return;
      // The batch comes in no order of its own.
      for (const { name, payload, id } of asked.toSorted((a, b) => Number(a.id) - Number(b.id))) {
        if (name === 'match-listing') await matches.refresh(payload['listingId'] as string);
        else if (name === 'refresh-figures') await figures.refresh(payload['clusterId'] as string);
        await outbox.done([id]);
      }
    }
  }

  /** The needs that an offer is matched with, best first, all pages of them. */
  async rankedNeeds(participant: string, offerId: string): Promise<readonly RankedNeed[]> {
    const { actor } = this.standingOf(participant);
    const found: RankedNeed[] = [];
    let after;
    for (;;) {
      const page = await this.market.reading.ownMatches(
        actor,
        { listingId: offerId, states: ['OPEN'] },
        PAGE,
        after,
      );
      found.push(...page.rows.map(({ node, key }) => ({ needId: node.needId, score: Number(key.sortKey) })));
      after = page.rows.at(-1)?.key;
      if (!page.hasNext || after === undefined) return found;
    }
  }

  async isMatched(offerId: string, needId: string): Promise<boolean> {
    return (await this.store.read(SYSTEM, (tx) => tx.matches.liveBetween(offerId, needId))) !== null;
  }

  private standingOf(participant: string): Standing {
    const found = this.standings.get(participant);
    if (found === undefined) throw new Error(`${participant} was not admitted.`);
    return found;
  }
}

const textOf = (refusal: Refusal): string =>
  refusal.kind === 'validation'
    ? refusal.problems.map((one) => one.message).join(' ')
    : `${refusal.kind}: ${'message' in refusal ? refusal.message : refusal.what}`;

const placeOf = ({ position, municipalityNumber, country }: Participant) => ({
  municipalityNumber,
  country,
  ...(position ?? { latitude: 0, longitude: 0, radiusKm: ANYWHERE_KM }),
});
