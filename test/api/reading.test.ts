import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let giver: Member;
let takers: Member[];
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  giver = await running.member('16.10', at);
  takers = [];
  for (const nace of ['35.30', '16.23', '23.51']) takers.push(await running.member(nace, at));
  const offer = await publish(giver, 'OFFER');
  for (const taker of takers) {
    const need = await publish(taker, 'NEED');
    await pushed(taker.client, need.cursor, offer.listing.id, need.listing.id);
  }
}, 60_000);
afterAll(() => running.stop());

interface Matches {
  readonly matches: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly score: number;
        readonly crossIndustry: boolean;
        readonly terms: { contribution: number }[];
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query($first: Int!, $after: String) {
  matches(first: $first, after: $after) {
    edges { cursor node { id score crossIndustry terms { contribution } offer { title } need { title firm { name } material { label code } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('reading lists', () => {
  it('gives all matches of the viewer, best first, the same industry last', async () => {
    const { matches } = await giver.client.ask<Matches>(
      '{ matches { edges { node { id score crossIndustry terms { contribution } } } pageInfo { hasNextPage } } }',
    );
    const nodes = matches.edges.map((edge) => edge.node);
    expect(nodes).toHaveLength(3);
    expect(nodes.map((node) => node.crossIndustry)).toEqual([true, true, false]);
    for (const node of nodes) {
      const sum = node.terms.reduce((total, term) => total + term.contribution, 0);
      expect(Math.abs(sum - node.score)).toBeLessThan(1e-9);
    }
  });

  it('gives those in any of several states, and none for none', async () => {
    const count = async (states: string): Promise<number> =>
      (await giver.client.ask<Matches>(`{ matches(states: ${states}) { edges { node { id } } } }`)).matches
        .edges.length;
    expect(await count('[OPEN, AGREED]')).toBe(3);
    expect(await count('[DECLINED, EXPIRED]')).toBe(0);
    expect(await count('[]')).toBe(0);
  });

  it('pages through them without a gap or a repeat', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { matches }: Matches = await giver.client.ask<Matches>(PAGE, { first: 1, after });
      seen.push(...matches.edges.map((edge) => edge.node.id));
      after = matches.pageInfo.hasNextPage ? matches.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(3);
  });

  it("gives own listings only, with their matches; another's listing has none to show", async () => {
    const own = await giver.client.ask<{
      listings: { edges: { node: { id: string; matches: { edges: unknown[] } } }[] };
    }>('{ listings(side: OFFER) { edges { node { id matches { edges { node { id } } } } } } }');
    expect(own.listings.edges).toHaveLength(1);
    const [edge] = own.listings.edges;
    expect(edge?.node.matches.edges).toHaveLength(3);
    const others = await takers[0]?.client.ask<{ listing: { firm: null; matches: { edges: unknown[] } } }>(
      'query($id: ID!) { listing(id: $id) { firm { name } matches { edges { cursor } } } }',
      { id: edge?.node.id },
    );
    expect(others?.listing).toEqual({ firm: null, matches: { edges: [] } });
  });
});

describe('reading what a watch can be kept to', () => {
  it('gives counties before municipalities, each by name', async () => {
    const { areas } = await giver.client.ask<{ areas: { number: string; name: string; county: string }[] }>(
      '{ areas { number name county } }',
    );
    const counties = areas.filter(({ number }) => number.length === 2);
    expect(areas.slice(0, counties.length)).toEqual(counties);
    expect(counties).toContainEqual({ number: '34', name: 'Innlandet', county: 'Innlandet' });
    expect(areas).toContainEqual({ number: '3401', name: 'Kongsvinger', county: 'Innlandet' });
  });

  it('gives the nodes above a material, the nearest first', async () => {
    const { suggestMaterials } = await giver.client.ask<{
      suggestMaterials: { material: { id: string; broader: { id: string }[] } }[];
    }>('{ suggestMaterials(text: "høytrykksdamp", side: OFFER) { material { id broader { id } } } }');
    const steam = suggestMaterials.find(({ material }) => material.id === 'steam-high-pressure');
    expect(steam?.material.broader.map(({ id }) => id)).toEqual(['steam', 'heat']);
  });
});
