import { randomUUID } from 'node:crypto';
import { Decimal, dayInOslo, type Actor, type Quantity, type Side } from '#domain';
import { answerOf } from '../../apps/worker/src/plan/answer.js';
import {
  Market,
  SYSTEM,
  type CandidateIndex,
  type Router,
  type ListingInput,
  type Outcome,
  type TermsInput,
} from '#market';
import { Store } from '#store';
import { testDatabase, type TestDatabase } from './database.js';

export interface WorldFirm {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  readonly actor: Actor;
}

/** Kongsvinger; firms of a world lie a few kilometres apart unless told otherwise. */
const HERE = { municipalityNumber: '3401', latitude: 60.19, longitude: 12.0 };

/**
 * A market on a real database with a clock of its own. Use cases, store and rules are the real ones; only the worker
 * is replaced by `work()`, which runs what the outbox asks for, so that a test decides when.
 */
export class World {
  now = new Date('2026-06-15T10:00:00Z');
  readonly clusterId = randomUUID();
  /** Deliveries that `work()` was asked to send. */
  readonly webhooks: string[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly store: Store,
    readonly market: Market,
  ) {}

  static async open({
    index,
    ...options
  }: {
    readonly router?: Router;
    readonly allowsHttpWebhooks?: boolean;
    readonly index?: (store: Store) => CandidateIndex;
  } = {}): Promise<World> {
    const database = await testDatabase();
    const store = await Store.open(database.programsUrl);
    const holder: { world?: World } = {};
    const market = await Market.open(store, {
      clock: () => holder.world?.now ?? new Date(),
      index: index?.(store),
      ...options,
    });
    const world = new World(database, store, market);
    holder.world = world;
    await market.registry.addCluster(SYSTEM, {
      id: world.clusterId,
      name: 'Test',
      slug: `test-${world.clusterId}`,
      demo: false,
      goals: [],
    });
    return world;
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.database.drop();
  }

  /** A firm of an industry with one site and one person who acts for it. */
  async firm(
    overrides: { name?: string; naceCode?: string; latitude?: number; longitude?: number } = {},
  ): Promise<WorldFirm> {
    const [id, siteId, personId] = [randomUUID(), randomUUID(), randomUUID()];
    const { name = `Firm ${id.slice(0, 8)}`, naceCode = '16.10', ...place } = overrides;
    const site = { id: siteId, name: `Site of ${name}`, ...HERE, ...place };
    await this.market.registry.addFirm(SYSTEM, {
      id,
      name,
      naceCode,
      demo: false,
      clusterIds: [this.clusterId],
      sites: [site],
    });
    await this.market.registry.addPerson(SYSTEM, {
      id: personId,
      name: `Person of ${name}`,
      email: `${personId}@test.example`,
      password: 'a password for tests',
      firms: [{ firmId: id, role: 'plant_manager' }],
      clusters: [],
    });
    return { id, siteId, name, actor: await this.market.registry.actor(personId, name) };
  }

  /** The same firm at another site of its own. */
  async at(firm: WorldFirm, place: { latitude: number; longitude: number }): Promise<WorldFirm> {
    const siteId = randomUUID();
    await this.database.query(
      `insert into site (id, firm_id, name, municipality_number, country, latitude, longitude)
       values ($1, $2, 'Site', '3401', 'NO', $3, $4)`,
      [siteId, firm.id, place.latitude, place.longitude],
    );
    return { ...firm, siteId };
  }

  /** Somebody who works for the cluster. */
  async staff(role: 'cluster_staff' | 'auditor' = 'cluster_staff'): Promise<Actor> {
    const id = randomUUID();
    const clusters = [{ clusterId: this.clusterId, role }];
    await this.market.registry.addPerson(SYSTEM, {
      id,
      name: 'Staff',
      email: `${id}@test.example`,
      password: 'a password for tests',
      firms: [],
      clusters,
    });
    return this.market.registry.actor(id, 'Staff');
  }

  listing(firm: WorldFirm, side: Side, overrides: Partial<ListingInput> = {}): ListingInput {
    return {
      siteId: firm.siteId,
      side,
      title: 'Tørr flis',
      materialCode: 'wood-chips',
      quantity: tonnes('100'),
      properties: [],
      currency: 'NOK',
      visibility: 'MASKED',
      ...overrides,
    };
  }

  async publish(firm: WorldFirm, side: Side, overrides: Partial<ListingInput> = {}): Promise<string> {
    return ok(await this.market.listings.publish(firm.actor, this.listing(firm, side, overrides))).listingId;
  }

  /** Runs every job that the outbox asks for, until it asks for nothing more. */
  async work(): Promise<void> {
    const asked: { name: string; payload: Readonly<Record<string, unknown>>; id: string }[] = [];
    do {
      asked.length = 0;
      await this.market.outbox.relay(500, async (requests) => void asked.push(...requests));
      for (const { name, payload, id } of asked) {
        if (name === 'match-listing') await this.market.matches.refresh(payload['listingId'] as string);
        else if (name === 'match-chunk') await this.market.matchingRuns.work(SYSTEM, payload as never);
        else if (name === 'tell-watches') await this.market.watches.tell(payload['listingId'] as string);
        else if (name === 'learn-reach') await this.market.declines.learnReach(payload['firmId'] as string);
        // Sent by the worker alone: a test of webhooks begins its sendings itself.
        else if (name === 'send-webhook') this.webhooks.push(payload['deliveryId'] as string);
        else if (name === 'send-mail') await this.market.mails.keep(SYSTEM, payload['mailId'] as string);
        else if (name === 'record-import') await this.market.recording.recordNext(SYSTEM, payload as never);
        else if (name === 'make-plan')
          await this.market.planMaking.make(SYSTEM, payload['planId'] as string, answerOf);
        else await this.market.figures.refresh(payload['clusterId'] as string);
        await this.market.outbox.done([id]);
      }
    } while (asked.length > 0);
  }

  async matchOf(offerId: string, needId: string): Promise<string> {
    const match = await this.store.read(SYSTEM, (tx) => tx.matches.liveBetween(offerId, needId));
    if (match === null) throw new Error('The two listings have no live match.');
    return match.id;
  }

  /** Offer and need published and matched. */
  async matched(
    giver: WorldFirm,
    taker: WorldFirm,
    offer: Partial<ListingInput> = {},
    need: Partial<ListingInput> = {},
  ): Promise<{ offerId: string; needId: string; matchId: string }> {
    const offerId = await this.publish(giver, 'OFFER', offer);
    const needId = await this.publish(taker, 'NEED', need);
    await this.work();
    return { offerId, needId, matchId: await this.matchOf(offerId, needId) };
  }

  terms(matchId: string, overrides: Partial<TermsInput> = {}): TermsInput {
    return {
      matchId,
      quantity: tonnes('100'),
      currency: 'NOK',
      startsOn: dayInOslo(this.now),
      retrospective: false,
      ...overrides,
    };
  }

  async propose(firm: WorldFirm, matchId: string, overrides: Partial<TermsInput> = {}): Promise<string> {
    return ok(await this.market.proposals.send(firm.actor, this.terms(matchId, overrides))).proposalId;
  }

  /** The taker proposes, the giver accepts. */
  async agreed(
    giver: WorldFirm,
    taker: WorldFirm,
    matchId: string,
    overrides: Partial<TermsInput> = {},
  ): Promise<string> {
    const proposalId = await this.propose(taker, matchId, overrides);
    return ok(await this.market.agreements.accept(giver.actor, proposalId)).agreementId;
  }

  /** The giver records a delivery, the taker verifies it. */
  async delivered(
    giver: WorldFirm,
    taker: WorldFirm,
    agreementId: string,
    amount: string,
    day = dayInOslo(this.now),
  ): Promise<string> {
    const { deliveryId } = ok(
      await this.market.deliveries.record(giver.actor, {
        agreementId,
        amount: new Decimal(amount),
        unit: 't',
        deliveredOn: day,
      }),
    );
    ok(await this.market.deliveries.verify(taker.actor, deliveryId));
    return deliveryId;
  }
}

export const tonnes = (value: string, per: Quantity['per'] = 'YEAR'): Quantity => ({
  value: new Decimal(value),
  unit: 't',
  per,
});

/** The value of an outcome that must be one; says what was refused when it is not. */
export function ok<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
}

/** The refusal of an outcome that must be one. */
export function refused<T>(outcome: Outcome<T>): { kind: string; text: string; path: string } {
  if (outcome.ok) throw new Error(`Should have been refused, was done: ${JSON.stringify(outcome.value)}`);
  const { refusal } = outcome;
  if (refusal.kind === 'validation') {
    return {
      kind: refusal.kind,
      text: refusal.problems[0].message,
      path: refusal.problems[0].path.join('.'),
    };
  }
  if (refusal.kind === 'forbidden') return { kind: refusal.kind, text: refusal.message, path: '' };
  if (refusal.kind === 'conflict')
    return { kind: refusal.kind, text: refusal.message, path: refusal.path?.join('.') ?? '' };
  return { kind: refusal.kind, text: refusal.what, path: refusal.what };
}
