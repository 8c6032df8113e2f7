import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { ACCEPT, MATCH_FOUND, PROPOSE, PUBLISH, RECORD } from '../../apps/local/src/flow/documents.js';
import type { Member } from './running.js';

export interface Found {
  readonly matchFound: {
    readonly cursor: string;
    readonly match: {
      readonly id: string;
      readonly offer: { readonly id: string };
      readonly need: { readonly id: string };
    };
  };
}

export interface Published {
  readonly cursor: string;
  readonly listing: { readonly id: string; readonly version: number };
}

export const listingOf = (
  member: Pick<Member, 'siteId'>,
  side: 'OFFER' | 'NEED',
  overrides: object = {},
) => ({
  siteId: member.siteId,
  side,
  title: side === 'OFFER' ? 'Tørr flis fra høvleri' : 'Flis til kjel',
  materialId: 'wood-chips',
  quantity: { value: '100', unit: 't', per: 'YEAR' },
  ...overrides,
});

export const publish = (
  member: Pick<Member, 'client' | 'siteId'>,
  side: 'OFFER' | 'NEED',
  overrides: object = {},
): Promise<Published> =>
  member.client.change('ListingPublished', PUBLISH, { input: listingOf(member, side, overrides) });

/** The match of a pair, pushed to the member after a cursor. */
export async function pushed(
  client: FlowClient,
  after: string,
  offerId: string,
  needId: string,
): Promise<Found['matchFound']> {
  const isIt = ({ matchFound }: Found): boolean =>
    matchFound.match.offer.id === offerId && matchFound.match.need.id === needId;
  return (await client.first<Found>(MATCH_FOUND, { after }, isIt)).matchFound;
}

/** Days as the API takes them. */
const now = (): string => new Date().toISOString();

export async function propose(client: FlowClient, matchId: string, value: string): Promise<string> {
  const input = { matchId, quantity: { value, unit: 't', per: 'YEAR' }, price: '250', startsOn: now() };
  const { proposal } = await client.change<{ proposal: { id: string } }>('ProposalSent', PROPOSE, { input });
  return proposal.id;
}

export async function accept(client: FlowClient, id: string): Promise<string> {
  const { agreement } = await client.change<{ agreement: { id: string } }>('AgreementMade', ACCEPT, {
    id,
    key: null,
  });
  return agreement.id;
}

export async function deliver(client: FlowClient, agreementId: string, amount: string): Promise<string> {
  const input = { agreementId, amount, unit: 't', deliveredOn: now() };
  const { delivery } = await client.change<{ delivery: { id: string } }>('DeliveryRecorded', RECORD, {
    input,
  });
  return delivery.id;
}
