import type { Chance } from '../../support/chance.js';
import type { Answer, Client } from './client.js';
import type { Inbox } from './inbox.js';

/** A firm that takes part: asks through its client, and is told through its inbox. */
export interface Firm {
  readonly client: Client;
  readonly inbox: Inbox;
}

export interface Group {
  readonly givers: readonly Firm[];
  readonly takers: readonly Firm[];
}

const OFFERED = '100';
/** Two takers want more than is offered, so that who comes first gets the last of it. */
const WANTED = '110';
const PROPOSED = ['35', '45', '60'] as const;
const LESS = '30';
const MATCH_MS = 45_000;
/** Two hundred metres beyond the firms of a group; other groups are hundreds of kilometres away. */
const WITHIN_KM = 30;

interface Listed {
  readonly firm: Firm;
  readonly id: string;
}

/** One pair of listings, and who talks about it. */
interface Talk {
  readonly giver: Firm;
  readonly taker: Firm;
  readonly matchId: string;
}

/**
 * One round of trade among the firms of a group: all publish, every pair that matches talks, some agree and deliver,
 * and what is left is withdrawn.
 */
export async function playRound(
  { givers, takers }: Group,
  chance: Chance,
  goOn: () => boolean,
): Promise<void> {
  const offers = await Promise.all(givers.map((firm) => list(firm, 'OFFER', OFFERED)));
  const needs = await Promise.all(takers.map((firm) => list(firm, 'NEED', WANTED)));
  const pairs = offers.flatMap((offer) => needs.map((need) => ({ offer, need })));
  await Promise.all(
    pairs.map(async ({ offer, need }) => {
      const matchId = await need.firm.inbox.matchOf(offer.id, need.id, MATCH_MS);
      if (matchId === undefined || !goOn()) return;
      await talk({ giver: offer.firm, taker: need.firm, matchId }, chance);
    }),
  );
  await Promise.all(
    [...offers, ...needs].map(({ firm, id }) =>
      firm.client.change('withdrawListing', '', (key) => ({ id, key })),
    ),
  );
}

async function list(firm: Firm, side: 'OFFER' | 'NEED', value: string): Promise<Listed> {
  const { client, inbox } = firm;
  const answer = must(
    await client.change('publishListing', '', (key) => ({
      input: {
        siteId: client.person.siteId,
        side,
        title: `Flis ${key}`,
        materialId: 'wood-chips',
        quantity: { value, unit: 't', per: 'YEAR' },
        maxDistanceKm: WITHIN_KM,
        idempotencyKey: key,
      },
    })),
  );
  inbox.start(String(answer.member['cursor']));
  return { firm, id: answer.id };
}

async function talk(pair: Talk, chance: Chance): Promise<void> {
  const { taker, matchId } = pair;
  if (chance.is(0.3)) await ask(pair, chance);
  if (chance.is(0.15)) {
    await taker.client.change('declineMatch', '', (key) => ({ id: matchId, key, reason: 'TIMING' }));
    return;
  }
  const agreementId = await negotiate(pair, chance);
  if (agreementId !== undefined) await deliver(pair, agreementId);
}

async function ask({ giver, taker, matchId }: Talk, chance: Chance): Promise<void> {
  const groups = ['AMOUNT', 'PLACE'];
  const asked = await taker.client.change('askDisclosure', matchId, (key) => ({
    id: matchId,
    key,
    groups,
    note: key,
  }));
  if (!asked.done) return;
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  await (chance.is(0.6)
    ? giver.client.change('grantDisclosure', asked.id, (key) => ({ id: asked.id, key, groups, until }))
    : giver.client.change('refuseDisclosure', asked.id, (key) => ({ id: asked.id, key })));
}

/** @returns the agreement, when it comes to one */
async function negotiate({ giver, taker, matchId }: Talk, chance: Chance): Promise<string | undefined> {
  const terms = (key: string, value: string) => ({
    matchId,
    quantity: { value, unit: 't', per: 'YEAR' },
    price: '250',
    startsOn: new Date().toISOString(),
    note: key,
    idempotencyKey: key,
  });
  const proposed = await taker.client.change('proposeTerms', matchId, (key) => ({
    input: terms(key, chance.of(PROPOSED)),
  }));
  if (!proposed.done) return undefined;
  let [proposalId, answering] = [proposed.id, giver];
  if (chance.is(0.3)) {
    const countered = await giver.client.change('counterProposal', matchId, (key) => ({
      id: proposalId,
      input: terms(key, LESS),
    }));
    if (!countered.done) return undefined;
    [proposalId, answering] = [countered.id, taker];
  }
  if (chance.is(0.15)) {
    await answering.client.change('declineProposal', '', (key) => ({
      id: proposalId,
      key,
      reason: 'PRICE',
    }));
    return undefined;
  }
  const accepted = await answering.client.change('acceptProposal', proposalId, (key) => ({
    id: proposalId,
    key,
  }));
  return accepted.done ? accepted.id : undefined;
}

/** Two deliveries; the second was entered wrongly and is corrected; the other side verifies what stands. */
async function deliver({ giver, taker }: Talk, agreementId: string): Promise<void> {
  const entry = (key: string, amount: string) => ({
    agreementId,
    amount,
    unit: 't',
    deliveredOn: new Date().toISOString(),
    reference: key,
    idempotencyKey: key,
  });
  const [first, second] = await Promise.all(
    ['5', '7'].map((amount) =>
      giver.client.change('recordDelivery', agreementId, (key) => ({ input: entry(key, amount) })),
    ),
  );
  if (first?.done !== true || second?.done !== true) return;
  const corrected = await giver.client.change('correctDelivery', second.id, (key) => ({
    id: second.id,
    input: entry(key, '6'),
    reason: 'weighed again',
  }));
  for (const one of [first, corrected]) {
    if (one.done) await taker.client.change('verifyDelivery', '', (key) => ({ id: one.id, key }));
  }
}

function must(answer: Answer): Extract<Answer, { done: true }> {
  if (answer.done) return answer;
  throw new Error(`A listing was refused: ${answer.refusal}`);
}
