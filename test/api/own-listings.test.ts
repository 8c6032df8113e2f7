import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { listingOf, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

const PASSWORD = 'a password for tests';
const TITLE = 'Tørr flis fra Granvåk høvleri';
let running: Running;
let giver: Member;
let taker: Member;
let passer: Member;
let staff: FlowClient;
let offerId: string;
let lonelyId: string;
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.2, longitude: 12 };
  giver = await running.member('16.10', at);
  taker = await running.member('35.30', at);
  passer = await running.member('23.51', at);
  staff = await running.staff();
  const offer = await publish(giver, 'OFFER', { title: TITLE, price: '250', ewcCode: '03 01 05' });
  const need = await publish(taker, 'NEED');
  await pushed(taker.client, need.cursor, offer.listing.id, need.listing.id);
  const lonely = await publish(giver, 'NEED', {
    title: 'Damp 100 %_ tørr',
    materialId: 'steam',
    quantity: { value: '10', unit: 'MWh', per: 'YEAR' },
  });
  [offerId, lonelyId] = [offer.listing.id, lonely.listing.id];
}, 120_000);
afterAll(() => running.stop());

const TOLD = `id title description price ewcCode siteName firm { name } site { name } place { latitude }
  quantity { value min max unit } disclosures { group level }`;
interface Told {
  readonly title: string;
  readonly price: string | null;
  readonly firm: object | null;
}
interface Own extends Told {
  readonly visibility: string | null;
  readonly liveMatches: number | null;
  readonly asSeenBy: Told | null;
}
const SEEN = `query($id: ID!, $onlooker: Onlooker!, $granted: [DisclosureGroup!]!) { listing(id: $id) { ${TOLD}
  visibility liveMatches asSeenBy(onlooker: $onlooker, granted: $granted) { ${TOLD}
    visibility liveMatches asSeenBy(onlooker: PARTNER) { id } } } }`;

async function seen(client: FlowClient, onlooker: string, granted: readonly string[] = []) {
  const asked = { id: offerId, onlooker, granted };
  return (await client.ask<{ listing: Own | null }>(SEEN, asked)).listing;
}
const OF_NO_OTHER = { visibility: null, liveMatches: null, asSeenBy: null };

describe('what only its owner is told of a listing', () => {
  it.each(['SAME_CLUSTER', 'MATCHED', 'PARTNER', 'STAFF', 'AUDITOR', 'PUBLIC'])(
    'nobody else is told how it looks to %s, not even with everything granted',
    async (onlooker) => {
      const granted = ['IDENTITY', 'PLACE', 'PRICE', 'TEXT'];
      for (const client of [taker.client, passer.client, staff]) {
        const listing = await seen(client, onlooker, granted);
        if (listing !== null) expect(listing).toMatchObject(OF_NO_OTHER);
      }
      // Staff know the firm; those who do not are told its words without its name, whatever they ask.
      for (const { client } of [taker, passer])
        expect(JSON.stringify(await seen(client, onlooker, granted))).not.toContain('Granvåk');
      expect(await seen(giver.client, onlooker)).toMatchObject({ visibility: 'MASKED', liveMatches: 1 });
    },
  );

  it('the matched firm is there to be refused: it reads the listing, and less of it', async () => {
    expect(await seen(taker.client, 'PARTNER')).toMatchObject({ price: null, firm: null, ...OF_NO_OTHER });
  });

  it('is told to a matched firm just as its owner is shown', async () => {
    const { visibility, liveMatches, asSeenBy, ...told } = (await seen(taker.client, 'MATCHED')) ?? {};
    expect([visibility, liveMatches, asSeenBy]).toEqual([null, null, null]);
    const shown = (await seen(giver.client, 'MATCHED'))?.asSeenBy;
    expect(shown).toEqual({ ...told, ...OF_NO_OTHER });
  });

  it('is shown to its owner as it would be once something is granted, and nothing is granted by that', async () => {
    expect((await seen(giver.client, 'MATCHED', ['PRICE']))?.asSeenBy).toMatchObject({ price: '250' });
    expect((await seen(giver.client, 'PARTNER'))?.asSeenBy).toMatchObject({ title: TITLE, price: '250' });
    expect((await seen(giver.client, 'PUBLIC'))?.asSeenBy).toBeNull();
    expect(await seen(taker.client, 'MATCHED')).toMatchObject({ price: null });
  });
});

describe('the search among own listings', () => {
  const FOUND =
    'query($words: String, $side: Side) { listings(words: $words, side: $side) { edges { node { id } } } }';
  const found = async ({ client }: Member, words: string | null, side?: string): Promise<string[]> => {
    const { listings } = await client.ask<{ listings: { edges: { node: { id: string } }[] } }>(FOUND, {
      words,
      side,
    });
    return listings.edges.map(({ node }) => node.id);
  };

  it('finds words of the title, however they are written, and the waste code', async () => {
    expect(await found(giver, '  HØVLERI ')).toEqual([offerId]);
    expect(await found(giver, '03 01 05')).toEqual([offerId]);
    expect(await found(giver, 'finnes ikke')).toEqual([]);
    expect(await found(giver, 'høvleri', 'NEED')).toEqual([]);
  });

  it('takes signs of a pattern as letters, and nothing or blanks as no search', async () => {
    expect(await found(giver, '100 %_')).toEqual([lonelyId]);
    expect(await found(giver, '%')).toEqual([lonelyId]);
    expect(await found(giver, '_')).toEqual([lonelyId]);
    for (const words of [null, '', '   ']) expect(await found(giver, words)).toHaveLength(2);
  });

  it("never finds another firm's, matched or not", async () => {
    for (const who of [taker, passer]) expect(await found(who, 'høvleri')).toEqual([]);
  });
});

describe('a list of streams sent as a file', () => {
  const HEAD = 'Materiale;Mengde;Enhet;Hvor ofte;Anlegg;Side;Beskrivelse';
  const post = (token: string | undefined, body: string, query = 'side=OFFER&name=liste.csv') =>
    fetch(`${running.url}/api/imports/listings?${query}`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body,
    });
  async function tokenOf({ email }: Member): Promise<string> {
    const response = await fetch(`${running.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'a password for tests' }),
    });
    return response.headers.get('set-auth-token') ?? '';
  }

  it('is taken from nobody who has not signed in', async () => {
    expect((await post(undefined, HEAD)).status).toBe(401);
    expect((await post(randomUUID(), HEAD)).status).toBe(401);
  });

  it('is answered row by row, each with its own faults, and nothing of it is kept', async () => {
    const rows = [
      HEAD,
      'Treflis;200;t;år;Works;tilbud;Tørr flis',
      'Treflis;tolv;t;år;Works;tilbud;',
      'Treflis;20;t;år;Et annet verk;tilbud;',
    ];
    const response = await post(await tokenOf(giver), rows.join('\r\n'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      notices: [],
      rows: [
        {
          row: 2,
          side: 'OFFER',
          siteId: giver.siteId,
          quantity: { value: '200', unit: 't', per: 'YEAR' },
          material: { id: 'wood-chips' },
          problems: [],
        },
        { row: 3, problems: [{ cell: 'B3' }] },
        { row: 4, siteId: null, problems: [{ cell: 'E4' }] },
      ],
    });
    const { listings } = await giver.client.ask<{ listings: { edges: object[] } }>(
      '{ listings { edges { node { id } } } }',
    );
    expect(listings.edges).toHaveLength(2);
  });

  it("knows only the sender's own sites", async () => {
    const response = await post(await tokenOf(taker), [HEAD, 'Treflis;1;t;år;Works;tilbud;'].join('\r\n'));
    const { rows } = (await response.json()) as { rows: { siteId: string | null }[] };
    expect(rows.map(({ siteId }) => siteId)).toEqual([taker.siteId]);
  });

  it('is refused in words where no column is headed, or the side is none', async () => {
    const token = await tokenOf(giver);
    for (const response of [await post(token, 'a;b\r\n1;2'), await post(token, HEAD, 'side=BOTH')]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(((await response.json()) as { message: string }).message.length).toBeGreaterThan(5);
    }
  });
});

describe('the versions of a listing', () => {
  const VERSIONS = `query($id: ID!, $first: Int!) { listing(id: $id) { versions(first: $first) {
    version writtenBy writtenAt changes { part before after } } } }`;
  const REVISE = `mutation($id: ID!, $input: PublishListingInput!) {
    reviseListing(id: $id, version: 1, input: $input) { __typename ... on ListingChanged { listing { version } } } }`;
  interface Asked {
    readonly listing: { readonly versions: readonly { readonly version: number }[] } | null;
  }
  const versions = async (client: FlowClient, id: string, first = 20) =>
    (await client.ask<Asked>(VERSIONS, { id, first })).listing?.versions;
  let listingId: string;
  beforeAll(async () => {
    const { listing } = await publish(giver, 'OFFER', { title: 'Flis med historie', price: '90' });
    listingId = listing.id;
    const input = listingOf(giver, 'OFFER', {
      title: 'Flis med historie',
      price: '110',
      quantity: { value: '180', unit: 't', per: 'YEAR' },
    });
    await giver.client.change('ListingChanged', REVISE, { id: listingId, input });
  });

  it('tell its own people what changed, by whom and when', async () => {
    const found = await versions(giver.client, listingId);
    expect(found).toMatchObject([
      {
        version: 2,
        writtenBy: expect.stringMatching(/./u),
        writtenAt: expect.stringContaining('T'),
        changes: [
          { part: 'amount', before: '100 t', after: '180 t' },
          { part: 'price', before: '90 NOK', after: '110 NOK' },
        ],
      },
      { version: 1, changes: [] },
    ]);
  });

  it('name who wrote them to the administrators of the firm, and to no colleague', async () => {
    const as = async (role: 'buyer' | 'firm_admin') => {
      const id = randomUUID();
      const email = `${id}@test.example`;
      const firms = [{ firmId: giver.firmId, role }];
      const person = { id, name: 'Kari', email, password: PASSWORD, firms, clusters: [] };
      await running.market.registry.addPerson(SYSTEM, person);
      return versions(await FlowClient.signIn(running.url, email, PASSWORD), listingId);
    };
    expect(await as('firm_admin')).toMatchObject([{ writtenBy: 'Person' }, { writtenBy: 'Person' }]);
    expect(await as('buyer')).toMatchObject([
      { version: 2, writtenBy: null },
      { version: 1, writtenBy: null },
    ]);
  });

  it('tell of the last one shown what it changed, though the one before is not shown', async () => {
    expect(await versions(giver.client, listingId, 1)).toMatchObject([
      { version: 2, changes: [{ part: 'amount' }, { part: 'price' }] },
    ]);
  });

  it('tell nobody else: neither the other side of a match, nor a passer-by, nor staff', async () => {
    expect(await versions(taker.client, offerId)).toEqual([]);
    expect(await versions(passer.client, listingId)).toBeUndefined();
    expect((await versions(staff, listingId)) ?? []).toEqual([]);
  });
});
