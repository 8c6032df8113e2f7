import { SYSTEM, type Market, type Outcome, type TermsInput } from '#market';
import type { Store } from '#store';
import { instantOf, type Actor, type Day } from '#domain';
import { deliveriesOf, termOf, type PlannedDelivery } from './plan.js';
import type { Demo, DemoExchange, DemoListing } from './read.js';

export interface Stage {
  readonly market: Market;
  readonly store: Store;
  readonly demo: Demo;
  readonly anchor: Day;
  readonly actorOf: (firm: string) => Actor;
  readonly listingIds: ReadonlyMap<string, string>;
}

/** One exchange between the two firms that play it. */
interface Scene extends Stage {
  readonly exchange: DemoExchange;
  readonly offer: DemoListing;
  readonly giver: Actor;
  readonly taker: Actor;
}

/** Plays one exchange from the first proposal to its last delivery, each step under a key of its own. */
export async function playExchange(stage: Stage, exchange: DemoExchange): Promise<void> {
  const [offer, need] = [exchange.offer, exchange.need].map((key) =>
    stage.demo.listings.find((one) => one.key === key),
  );
  if (offer === undefined || need === undefined)
    throw new Error(`Demo: "${exchange.key}" names a listing that is not there.`);
  const scene: Scene = {
    ...stage,
    exchange,
    offer,
    giver: stage.actorOf(offer.firm),
    taker: stage.actorOf(need.firm),
  };
  const standing = await propose(scene);
  if (exchange.outcome === 'proposed') return;
  if (exchange.outcome === 'declined') return decline(scene, standing);
  const agreed = await stage.market.agreements.accept(
    standing.answerer,
    standing.proposalId,
    keyOf(scene, 'accept'),
  );
  const { agreementId } = valueOf(agreed, `exchange "${exchange.key}": accepting was refused`);
  for (const delivery of deliveriesOf(exchange, stage.anchor, offer.monthlyProfile)) {
    await deliver(scene, agreementId, delivery);
  }
}

/** The value of a step that must succeed. */
export function valueOf<T>(outcome: Outcome<T>, what: string): T {
  if (outcome.ok) return outcome.value;
  const { refusal } = outcome;
  switch (refusal.kind) {
    case 'validation':
      throw new Error(
        `Demo: ${what}: ${refusal.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ')}`,
      );
    case 'not_found':
      throw new Error(`Demo: ${what}: there is no such ${refusal.what}, or it is not for them.`);
    case 'conflict':
    case 'forbidden':
      throw new Error(`Demo: ${what}: ${refusal.message}`);
  }
}

const keyOf = ({ exchange }: Scene, step: string): string => `demo-${exchange.key}-${step}`;

interface Standing {
  readonly proposalId: string;
  /** Whose turn it is. */
  readonly answerer: Actor;
}

async function propose(scene: Scene): Promise<Standing> {
  const { market, exchange, giver, taker } = scene;
  const [first, second] = exchange.proposedBy === 'giver' ? [giver, taker] : [taker, giver];
  const terms = termsOf(scene, await matchOf(scene));
  const { opening } = exchange;
  const opened = await market.proposals.send(first, { ...terms, ...opening }, keyOf(scene, 'propose'));
  const { proposalId } = valueOf(opened, `exchange "${exchange.key}": the proposal was refused`);
  if (opening === undefined) return { proposalId, answerer: second };
  const countered = await market.proposals.counter(second, proposalId, terms, keyOf(scene, 'counter'));
  const answer = valueOf(countered, `exchange "${exchange.key}": the counter-proposal was refused`);
  return { proposalId: answer.proposalId, answerer: first };
}

/** The pair's match, remembered before it is used: once agreed, it is no longer found among the live ones. */
async function matchOf({ market, store, exchange, listingIds }: Scene): Promise<string> {
  const mark = `demo-match-${exchange.key}`;
  const kept = await market.registry.mark(SYSTEM, mark);
  if (kept !== undefined) return kept;
  const [offerId, needId] = [listingIds.get(exchange.offer) ?? '', listingIds.get(exchange.need) ?? ''];
  const match = await store.read(SYSTEM, (tx) => tx.matches.liveBetween(offerId, needId));
  if (match === null) {
    throw new Error(
      `Demo: exchange "${exchange.key}": the worker found no match of ${exchange.offer} with ${exchange.need}.`,
    );
  }
  await market.registry.setMark(SYSTEM, mark, match.id);
  return match.id;
}

function termsOf({ exchange, anchor }: Scene, matchId: string): TermsInput {
  const { quantity, price, note, transportMode } = exchange;
  const term = termOf(exchange, anchor);
  return {
    matchId,
    quantity,
    price,
    note,
    transportMode,
    currency: 'NOK',
    ...term,
    retrospective: term.startsOn < anchor,
  };
}

async function decline(scene: Scene, { proposalId, answerer }: Standing): Promise<void> {
  const { market, exchange } = scene;
  const said = exchange.decline ?? { reason: 'OTHER' as const };
  const outcome = await market.proposals.decline(answerer, proposalId, said, keyOf(scene, 'decline'));
  valueOf(outcome, `exchange "${exchange.key}": declining was refused`);
}

async function deliver(scene: Scene, agreementId: string, delivery: PlannedDelivery): Promise<void> {
  const { exchange, giver, taker } = scene;
  const { number, amount, deliveredOn, reference } = delivery;
  // Entered on its own day, as a plant would have: outsiders are told by the quarter in which something was recorded.
  const day = instantOf(deliveredOn);
  const market = scene.market.at(() => day);
  const [recorder, other] = exchange.recordedBy === 'giver' ? [giver, taker] : [taker, giver];
  const input = { agreementId, amount, unit: exchange.quantity.unit, deliveredOn, reference };
  const what = `exchange "${exchange.key}", delivery ${number}`;
  const recorded = await market.deliveries.record(recorder, input, keyOf(scene, `delivery-${number}`));
  const { deliveryId } = valueOf(recorded, `${what} was refused`);
  if (!delivery.verified) return;
  const verified = await market.deliveries.verify(other, deliveryId, keyOf(scene, `verify-${number}`));
  valueOf(verified, `${what} was not verified`);
  const correction = exchange.corrections.find((one) => one.delivery === number);
  if (correction === undefined) return;
  const right = { ...input, amount: amount.times(correction.factor).toDecimalPlaces(1) };
  const insteadId = await correct({ ...scene, market }, recorder, deliveryId, right, correction.reason);
  const again = await market.deliveries.verify(other, insteadId, keyOf(scene, `verify-${number}-corrected`));
  valueOf(again, `${what} was not verified after its correction`);
}

/** Correcting takes no key of its own: a delivery that has been corrected says by which. */
async function correct(
  { market, store, exchange }: Scene,
  actor: Actor,
  deliveryId: string,
  input: Parameters<Market['deliveries']['correct']>[2],
  reason: string,
): Promise<string> {
  const row = await store.read(SYSTEM, (tx) => tx.deliveries.byId(deliveryId));
  const insteadId = row?.correctedById ?? undefined;
  if (insteadId !== undefined) return insteadId;
  const outcome = await market.deliveries.correct(actor, deliveryId, input, reason);
  return valueOf(outcome, `exchange "${exchange.key}": correcting was refused`).deliveryId;
}
