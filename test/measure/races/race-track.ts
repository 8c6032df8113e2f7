import { randomUUID } from 'node:crypto';
import { Decimal, type Actor, type Side } from '#domain';
import { Market, SYSTEM, type ListingInput, type Outcome } from '#market';
import { Store } from '#store';
import { withClient } from '../temporary-server.js';

/** Racers call two programs with a pool each, as behind a balancer. */
const PROGRAMS = 2;
const CONNECTIONS = 10;
/** More than all races together take. */
const ENDLESS = '100000000';
/** Kongsvinger. */
const HERE = { municipalityNumber: '3401', latitude: 60.19, longitude: 12.0 };

interface Racer {
  readonly actor: Actor;
  readonly firmId: string;
  readonly siteId: string;
}

export interface Duplicates {
  /** Listings that were made. */
  readonly effects: number;
  /** Keys that took effect more than once, or answered their callers differently. */
  readonly doubled: number;
}

export interface LastTonnes {
  /** Races that exactly one buyer won, the other being told that the tonne is gone. */
  readonly winners: number;
  /** Offers of which more was agreed than there was. */
  readonly overReserved: number;
}

/** One giver and two buyers on a database of their own, who call at the same moment. */
export class RaceTrack {
  private constructor(
    private readonly url: string,
    private readonly stores: readonly Store[],
    private readonly markets: readonly [Market, ...Market[]],
    private readonly giver: Racer,
    private readonly buyers: readonly Racer[],
  ) {}

  static async open(url: string): Promise<RaceTrack> {
    const stores = await Promise.all(Array.from({ length: PROGRAMS }, () => Store.open(url, CONNECTIONS)));
    const markets = (await Promise.all(stores.map((store) => Market.open(store)))) as [Market, ...Market[]];
    const clusterId = randomUUID();
    const slug = `races-${clusterId}`;
    const cluster = { id: clusterId, name: 'Races', slug, demo: true, goals: [] };
    await markets[0].registry.addCluster(SYSTEM, cluster);
    const giver = await racer(markets[0], clusterId, '16.10');
    const buyers = [await racer(markets[0], clusterId, '35.30'), await racer(markets[0], clusterId, '35.30')];
    return new RaceTrack(url, stores, markets, giver, buyers);
  }

  async close(): Promise<void> {
    await Promise.all(this.stores.map((store) => store.close()));
  }

  /** Publishes under each key as often as asked, all copies of a key at once. */
  async duplicates(keys: number, copies: number): Promise<Duplicates> {
    const before = await this.offers();
    let doubled = 0;
    for (let one = 0; one < keys; one += 1) {
      const key = randomUUID();
      const input = listing(this.giver, 'OFFER', '1');
      const publish = async (copy: number): Promise<string> =>
        valueOf(await this.program(copy).listings.publish(this.giver.actor, input, key)).listingId;
      const ids = await Promise.all(Array.from({ length: copies }, (_, copy) => publish(copy)));
      if (new Set(ids).size !== 1 || (await this.offers()) !== before + one + 1) doubled += 1;
    }
    return { effects: (await this.offers()) - before, doubled };
  }

  /** Each race is about an offer of one tonne that the giver has proposed to two buyers, who accept at once. */
  async lastTonnes(races: number): Promise<LastTonnes> {
    const [market] = this.markets;
    const needs: string[] = [];
    for (const buyer of this.buyers) needs.push(await publish(market, buyer, 'NEED', ENDLESS));
    let winners = 0;
    for (let race = 0; race < races; race += 1) {
      const offerId = await publish(market, this.giver, 'OFFER', '1');
      await market.matches.refresh(offerId);
      const proposals: string[] = [];
      for (const needId of needs) proposals.push(await this.propose(offerId, needId));
      const answers = await Promise.all(
        this.buyers.map(({ actor }, at) => this.program(at).agreements.accept(actor, proposals[at] ?? '')),
      );
      if (isWonOnce(answers)) winners += 1;
    }
    return { winners, overReserved: await this.oversold() };
  }

  private program(of: number): Market {
    return this.markets[of % PROGRAMS] ?? this.markets[0];
  }

  private async propose(offerId: string, needId: string): Promise<string> {
    const [market] = this.markets;
    const { rows } = await this.query<{ id: string }>(
      'select id from match where offer_id = $1 and need_id = $2',
      [offerId, needId],
    );
    const terms = {
      matchId: rows[0]?.id ?? '',
      quantity: { value: new Decimal(1), unit: 't', per: 'YEAR' as const },
      currency: 'NOK',
      startsOn: market.registry.today(),
      retrospective: false,
    };
    return valueOf(await market.proposals.send(this.giver.actor, terms)).proposalId;
  }

  private async offers(): Promise<number> {
    const { rows } = await this.query<{ count: number }>(
      'select count(*)::int as count from listing where firm_id = $1',
      [this.giver.firmId],
    );
    return rows[0]?.count ?? 0;
  }

  /** Judged by the rows alone, by what was offered and what all agreements on it draw. */
  private async oversold(): Promise<number> {
    const { rows } = await this.query<{ count: number }>(
      `select count(*)::int as count
         from listing l join listing_version v on v.listing_id = l.id and v.version = l.version
        where l.firm_id = $1 and (l.remaining < 0
          or (select coalesce(sum(a.drawn_from_offer), 0) from agreement a where a.offer_id = l.id) > v.amount)`,
      [this.giver.firmId],
    );
    return rows[0]?.count ?? -1;
  }

  private query<Row extends object>(text: string, values: readonly unknown[]) {
    return withClient(this.url, (client) => client.query<Row>(text, [...values]));
  }
}

async function racer(market: Market, clusterId: string, naceCode: string): Promise<Racer> {
  const [firmId, siteId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const name = `Racer ${firmId.slice(0, 8)}`;
  const sites = [{ id: siteId, name, ...HERE }];
  const firm = { id: firmId, name, naceCode, demo: true, clusterIds: [clusterId], sites };
  await market.registry.addFirm(SYSTEM, firm);
  await market.registry.addPerson(SYSTEM, {
    id: personId,
    name,
    email: `${personId}@races.example`,
    password: randomUUID(),
    firms: [{ firmId, role: 'plant_manager' }],
    clusters: [],
  });
  return { firmId, siteId, actor: await market.registry.actor(personId, name) };
}

const listing = ({ siteId }: Racer, side: Side, amount: string): ListingInput => ({
  siteId,
  side,
  title: 'Tørr flis',
  materialCode: 'wood-chips',
  quantity: { value: new Decimal(amount), unit: 't', per: 'YEAR' },
  properties: [],
  currency: 'NOK',
  visibility: 'MASKED',
});

const publish = async (market: Market, one: Racer, side: Side, amount: string): Promise<string> =>
  valueOf(await market.listings.publish(one.actor, listing(one, side, amount))).listingId;

const isWonOnce = (answers: readonly Outcome<unknown>[]): boolean =>
  answers.filter(({ ok }) => ok).length === 1 &&
  answers.every((one) => one.ok || one.refusal.kind === 'conflict');

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused before the race: ${JSON.stringify(outcome.refusal)}`);
}
