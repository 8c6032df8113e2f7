import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;
let buyer: Member;
let staff: FlowClient;
let offerId: string;

const KONGSVINGER = { latitude: 60.19, longitude: 12.0 };
const ELVERUM = { latitude: 60.88, longitude: 11.56 };

beforeAll(async () => {
  running = await Running.start();
  [plant, buyer] = [await running.member('16.10', KONGSVINGER), await running.member('35.30', ELVERUM)];
  staff = await running.staff();
  await running.database.query(`update site set municipality_number = '3420' where id = $1`, [buyer.siteId]);
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER', { price: '410' });
  offerId = offer.listing.id;
  const { match } = await pushed(buyer.client, need.cursor, offerId, need.listing.id);
  const agreementId = await accept(plant.client, await propose(buyer.client, match.id, '60'));
  await deliver(plant.client, agreementId, '25');
  await deliver(plant.client, agreementId, '15');
}, 150_000);
afterAll(() => running.stop());

const SPAN = '$clusterId: ID!, $from: DateTime!, $to: DateTime!';
const OF_SPAN = 'clusterId: $clusterId, from: $from, to: $to';
const MAP = `query(${SPAN}) { clusterMap(${OF_SPAN}) { from to
  flows { from { number name } to { number name } material { id } unit value exchanges }
  sites { site { id latitude longitude } firm { id } municipality { name } streams { side count material { id } } } } }`;
const LISTINGS = `query(${SPAN}, $siteId: ID!) { clusterMap(${OF_SPAN}) { listings(siteId: $siteId) {
  id price municipality { number } site { id } } } }`;
const MATCHED = `query($id: ID!) { listing(id: $id) { area place { latitude } municipality { number name } } }`;

const year = () => {
  const now = new Date().getUTCFullYear();
  return { clusterId: running.clusterId, from: `${now}-01-01T00:00:00Z`, to: `${now + 1}-01-01T00:00:00Z` };
};

describe('the map of a cluster', () => {
  it('tells staff what went from where to where, and what is on the market at which site', async () => {
    const { clusterMap } = await staff.ask<{ clusterMap: object }>(MAP, year());
    expect(clusterMap).toMatchObject({
      flows: [
        {
          from: { number: '3401', name: 'Kongsvinger' },
          to: { number: '3420', name: 'Elverum' },
          material: { id: 'wood' },
          unit: 't',
          value: '40', // 25 + 15
          exchanges: 1,
        },
      ],
    });
    const { sites } = clusterMap as { sites: readonly object[] };
    expect(sites).toHaveLength(2);
    expect(sites).toContainEqual({
      site: { id: plant.siteId, ...KONGSVINGER },
      firm: { id: plant.firmId },
      municipality: { name: 'Kongsvinger' },
      streams: [{ side: 'OFFER', count: 1, material: { id: 'wood' } }],
    });
  });

  it('opens a site to staff, and not its price', async () => {
    const told = await staff.ask(LISTINGS, { ...year(), siteId: plant.siteId });
    const listing = {
      id: offerId,
      price: null,
      municipality: { number: '3401' },
      site: { id: plant.siteId },
    };
    expect(told).toEqual({ clusterMap: { listings: [listing] } });
  });

  it('knows no delivery of another year', async () => {
    const { clusterMap } = await staff.ask<{ clusterMap: { flows: unknown } }>(MAP, {
      ...year(),
      from: '2019-01-01T00:00:00Z',
      to: '2020-01-01T00:00:00Z',
    });
    expect(clusterMap.flows).toEqual([]);
    const nothing = { ...year(), to: year().from };
    await expect(staff.ask(MAP, nothing)).rejects.toThrow('to: must be later than from');
  });

  it('tells an auditor amounts, and no site', async () => {
    const auditor = await running.staff('auditor');
    const { clusterMap } = await auditor.ask<{ clusterMap: object }>(MAP, year());
    expect(clusterMap).toMatchObject({ sites: null, flows: [{ value: '40' }] });
    expect(await auditor.ask(LISTINGS, { ...year(), siteId: plant.siteId })).toEqual({
      clusterMap: { listings: [] },
    });
  });

  it('is there for nobody else', async () => {
    for (const { client } of [plant, buyer])
      await expect(client.ask(MAP, year())).rejects.toThrow('There is no such cluster.');
    await expect(staff.ask(MAP, { ...year(), clusterId: plant.firmId })).rejects.toThrow('no such cluster');
    const elsewhere = await staff.ask(LISTINGS, { ...year(), siteId: plant.firmId });
    expect(elsewhere).toEqual({ clusterMap: { listings: [] } });
  });

  it('shows the firm that it was looked at', async () => {
    const { disclosureTrail } = await plant.client.ask<{
      disclosureTrail: { edges: readonly { node: { kind: string; role: string } }[] };
    }>('{ disclosureTrail { edges { node { kind role } } } }');
    const told = disclosureTrail.edges.map(({ node }) => node);
    expect(told).toContainEqual({ kind: 'LOOKED', role: 'CLUSTER_STAFF' });
    expect(told).toContainEqual({ kind: 'LOOKED_AT_FIGURES', role: 'CLUSTER_STAFF' });
    expect(told).toContainEqual({ kind: 'LOOKED_AT_FIGURES', role: 'AUDITOR' });
  });
});

it('tells the other side of a match the municipality, and not the place', async () => {
  const stranger = await running.member('35.30', ELVERUM);
  const need = await publish(stranger, 'NEED');
  const offer = await publish(plant, 'OFFER');
  await pushed(stranger.client, need.cursor, offer.listing.id, need.listing.id);
  expect(await stranger.client.ask(MATCHED, { id: offer.listing.id })).toEqual({
    listing: { area: 'Kongsvinger', place: null, municipality: { number: '3401', name: 'Kongsvinger' } },
  });
});
