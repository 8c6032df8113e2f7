import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLISH } from '../../apps/local/src/flow/documents.js';
import { listingOf, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

let running: Running;
let plant: Member;
let buyer: Member;
let offerId: string;
let needId: string;
let matchId: string;

const BY_PRODUCT = { furtherUseCertain: true, usableDirectly: true, integralPart: true, lawfulUse: true };

beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  [plant, buyer] = [await running.member('16.10', at), await running.member('35.30', at)];
  const need = await publish(buyer, 'NEED', {
    permittedWasteCodes: ['030105', '03 01 05', '03.01.04*'],
    properties: [{ property: 'moisture', max: '20', unit: '%', basis: 'wet' }],
  });
  const offer = await publish(plant, 'OFFER', {
    smallestLot: '2.5',
    largestLot: '30',
    ewcCode: '03 01 05',
    maxDistanceKm: 90,
    monthlyProfile: [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1],
    byProductTest: BY_PRODUCT,
  });
  [offerId, needId] = [offer.listing.id, need.listing.id];
  matchId = (await pushed(buyer.client, need.cursor, offerId, needId)).match.id;
}, 60_000);
afterAll(() => running.stop());

const STATED = `query($id: ID!) { listing(id: $id) {
  disclosure ewcCode smallestLot largestLot permittedWasteCodes maxDistanceKm monthlyProfile
  byProductTest { furtherUseCertain usableDirectly integralPart lawfulUse }
  readings { confidence material { code } }
} }`;

describe('what a listing states', () => {
  it('is given back to its owner as it was stated, codes in their one form', async () => {
    expect(await plant.client.ask(STATED, { id: offerId })).toEqual({
      listing: {
        disclosure: 'EXACT',
        ewcCode: '03 01 05',
        smallestLot: '2.5',
        largestLot: '30',
        permittedWasteCodes: null,
        maxDistanceKm: 90,
        monthlyProfile: [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1],
        byProductTest: BY_PRODUCT,
        readings: [{ confidence: 1, material: { code: 'wood-chips' } }],
      },
    });
    expect(await buyer.client.ask(STATED, { id: needId })).toMatchObject({
      listing: { permittedWasteCodes: ['03 01 05', '03 01 04'], byProductTest: null },
    });
  });

  it('is hidden from the other side but for the answers to the by-product test', async () => {
    const hidden = {
      disclosure: 'BANDED',
      ewcCode: null,
      smallestLot: null,
      largestLot: null,
      permittedWasteCodes: null,
      maxDistanceKm: null,
      monthlyProfile: null,
      readings: null,
    };
    expect(await buyer.client.ask(STATED, { id: offerId })).toEqual({
      listing: { ...hidden, byProductTest: BY_PRODUCT },
    });
    expect(await plant.client.ask(STATED, { id: needId })).toEqual({
      listing: { ...hidden, byProductTest: null },
    });
  });

  it.each([
    ['lots the wrong way round', 'OFFER', { smallestLot: '5', largestLot: '4' }, 'input.largestLot'],
    ['a lot above all that there is', 'OFFER', { smallestLot: '101' }, 'input.smallestLot'],
    ['permissions of a giver', 'OFFER', { permittedWasteCodes: ['03 01 05'] }, 'input.permittedWasteCodes'],
    ['a code that is none', 'NEED', { permittedWasteCodes: ['bark'] }, 'input.permittedWasteCodes.0'],
    ['the test of a taker', 'NEED', { byProductTest: { lawfulUse: true } }, 'input.byProductTest'],
  ] as const)('refuses %s and names the field', async (_what, side, wrong, path) => {
    const { publishListing } = await plant.client.ask<{ publishListing: object }>(PUBLISH, {
      input: listingOf(plant, side, wrong),
    });
    expect(publishListing).toMatchObject({ __typename: 'ValidationError', path: path.split('.') });
  });
});

const BAND = '{ low central high }';
const PARTS = `{ purchaseAvoided ${BAND} disposalAvoided ${BAND} treatment ${BAND} transport ${BAND} net ${BAND} }`;
const MATCH = `query($id: ID!) { match(id: $id) {
  treatment evidence byProduct { code } servesAs { code }
  checks { name result asks { fact of } remedy { kind treatment text } }
  value { mode unit factorSet priceSet used missing
    perUnit { nok ${PARTS} co2eKg ${PARTS} } perYear { nok ${PARTS} co2eKg ${PARTS} }
    alternatives { mode km missing perUnit { nok ${BAND} co2eKg ${BAND} } } }
} }`;

interface Explained {
  readonly match: {
    readonly checks: readonly { readonly name: string; readonly result: string; readonly asks: object[] }[];
    readonly value: { readonly perYear: { readonly co2eKg: { readonly net: { readonly central: string } } } };
  };
}

describe('why two listings match', () => {
  it('says what serves as what, what is missing and whose it is, and what it is worth', async () => {
    const { match } = await buyer.client.ask<Explained>(MATCH, { id: matchId });
    expect(match).toMatchObject({
      treatment: null,
      byProduct: { code: 'wood-chips' },
      servesAs: { code: 'wood-chips' },
      value: { mode: 'TRUCK', unit: 't', alternatives: [{ mode: 'TRUCK' }] },
    });
    const moisture = match.checks.find((check) => check.name === 'moisture');
    expect(moisture).toMatchObject({ result: 'UNKNOWN', asks: [{ fact: 'moisture', of: 'GIVER' }] });
    expect(match.checks.filter((one) => one.result !== 'UNKNOWN').every((one) => one.asks.length === 0)).toBe(
      true,
    );
    expect(match.value.perYear.co2eKg.net.central).toMatch(/^-?\d+$/);
  });
});

describe('near misses', () => {
  const MISSES = `query($id: ID!) { listing(id: $id) { nearMisses {
    score failed { name result remedy { kind text } } other { side area material { code } quantity { value min max unit } }
  } } }`;

  it('shows the owner of a listing what a standard step would cure, and nobody else', async () => {
    const at = { latitude: 60.2, longitude: 12.1 };
    const wet = await running.member('16.10', at);
    await publish(wet, 'OFFER', {
      quantity: { value: '270', unit: 't', per: 'YEAR' },
      properties: [{ property: 'fukt', min: '55', max: '60', unit: '%', basis: 'wet', measured: true }],
    });
    const { listing } = await buyer.client.ask<{ listing: { nearMisses: object[] } }>(MISSES, { id: needId });
    expect(listing.nearMisses).toHaveLength(1);
    expect(listing.nearMisses[0]).toMatchObject({
      failed: [{ name: 'moisture', result: 'FAIL', remedy: { kind: 'TREAT' } }],
      other: {
        side: 'OFFER',
        material: { code: 'wood-chips' },
        quantity: { value: null, min: '200', max: '500', unit: 't' },
      },
    });
    expect(await plant.client.ask(MISSES, { id: needId })).toEqual({ listing: { nearMisses: [] } });
  });
});

describe('reading a text', () => {
  it('proposes material, amount and properties, with the words they were read from', async () => {
    const { readText } = await plant.client.ask<{ readText: object }>(
      `query($text: String!, $siteId: ID) { readText(text: $text, side: OFFER, siteId: $siteId) {
         suggestions { confidence material { code } } quantities { value min max unit per text }
         properties { property min max typical unit basis text } } }`,
      { text: 'Ca 4.000 tonn/år tørr flis, 15-20 % fukt', siteId: plant.siteId },
    );
    expect(readText).toMatchObject({
      suggestions: expect.arrayContaining([expect.objectContaining({ material: { code: 'wood-chips' } })]),
      quantities: [{ value: '4000', unit: 't', per: 'YEAR' }],
      properties: [{ property: 'moisture', min: '15', max: '20', typical: null, unit: '%' }],
    });
  });

  it('tells of a material its role, its waste codes with their twins, and the rules of law', async () => {
    const { suggestMaterials } = await plant.client.ask<{ suggestMaterials: { material: object }[] }>(
      `query($siteId: ID) { suggestMaterials(text: "Flis", side: OFFER, first: 1, siteId: $siteId) { material {
         code class role reachKm typicalProperties { property min max unit basis }
         wasteCodes { code hazardous title(locale: "en") twins } legal { code text(locale: "en") source } } } }`,
      { siteId: plant.siteId },
    );
    expect(suggestMaterials[0]?.material).toMatchObject({
      code: 'wood-chips',
      role: expect.stringMatching(/^(BY_PRODUCT|INPUT|BOTH)$/),
      wasteCodes: expect.arrayContaining([
        expect.objectContaining({ code: '03 01 05', hazardous: false, twins: ['03 01 04'] }),
      ]),
    });
  });
});
