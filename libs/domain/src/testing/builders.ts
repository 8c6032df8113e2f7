// What the specs of the domain build on: a small world of real numbers, nothing stubbed. Only specs import it.
import type { Actor } from '../access/actor.js';
import type { ClusterRole, FirmRole } from '../access/roles.js';
import { buildFactorSet, TRUCK_FACTOR, type Factor, type FactorSet } from '../effects/factor-set.js';
import { buildPriceSet, type PriceSet } from '../effects/price-set.js';
import type { Exchange, LedgerEntry, NewEntry } from '../ledger/entry.js';
import type { ListingTerms, Quantity, Side } from '../listing/listing.js';
import type { ViewedListing } from '../listing/view.js';
import type { Rules } from '../matching/assess.js';
import type { ListingFacts, PropertyFact } from '../matching/facts.js';
import type { Material, Substitution } from '../material/material.js';
import { buildMaterialBase } from '../material/tree.js';
import { Decimal } from '../quantity/decimal.js';
import type { Period } from '../quantity/period.js';
import { exactly } from '../quantity/range.js';

export const d = (value: number | string): Decimal => new Decimal(value);

export const quantity = (value: number | string, unit = 't', per: Period = 'YEAR'): Quantity => ({
  value: d(value),
  unit,
  per,
});

export const buildMaterial = (overrides: Partial<Material> & { readonly code: string }): Material => ({
  parent: null,
  class: 'test',
  role: 'both',
  labels: { nb: `${overrides.code} (nb)`, en: overrides.code },
  synonyms: { nb: [], en: [] },
  unit: 't',
  wasteCodes: [],
  givers: [],
  takers: [],
  properties: [],
  legal: [],
  reachKm: 200,
  storable: true,
  ...overrides,
});

export const CHIPS = buildMaterial({
  code: 'wood-chips',
  parent: 'wood',
  class: 'wood',
  labels: { nb: 'Treflis', en: 'Wood chips' },
  wasteCodes: ['03 01 05'],
  density: { value: 0.25, name: 'loose chips' },
  heatingValue: { value: 4, name: 'chips, 20 % moisture' },
  productionFactor: 'production:wood-chips',
  disposalFactor: 'disposal:incineration',
});
export const SLAG = buildMaterial({
  code: 'copper-slag',
  parent: 'slag',
  class: 'slag',
  labels: { nb: 'Kobberslagg', en: 'Copper slag' },
  disposalFactor: 'disposal:landfill',
});
export const GRAVEL = buildMaterial({
  code: 'gravel',
  labels: { nb: 'Grus', en: 'Gravel' },
  productionFactor: 'production:gravel',
});
export const FEED = buildMaterial({ code: 'feed', class: 'food_organic', labels: { nb: 'Fôr', en: 'Feed' } });
const heat = { class: 'heat', unit: 'MWh', storable: false, reachKm: 10 };
export const HEAT = buildMaterial({ ...heat, code: 'heat', labels: { nb: 'Varme', en: 'Heat' } });
export const WARM_WATER = buildMaterial({
  ...heat,
  code: 'heat-low',
  parent: 'heat',
  labels: { nb: 'Lunkent vann', en: 'Warm water' },
});

export const MATERIALS: readonly Material[] = [
  buildMaterial({ code: 'wood', class: 'wood', labels: { nb: 'Trevirke', en: 'Wood' } }),
  CHIPS,
  buildMaterial({ code: 'dry-chips', parent: 'wood-chips', class: 'wood' }),
  buildMaterial({ code: 'slag', class: 'slag', labels: { nb: 'Slagg', en: 'Slag' } }),
  SLAG,
  GRAVEL,
  buildMaterial({ code: 'fine-gravel', parent: 'gravel' }),
  FEED,
  HEAT,
  WARM_WATER,
  buildMaterial({ ...heat, code: 'district-heat', productionFactor: 'energy:district-heat' }),
];

export const serves = (
  byProduct: string,
  servesAs: string,
  overrides: Partial<Substitution> = {},
): Substitution => ({
  byProduct,
  servesAs,
  ratio: 1,
  suitability: 0.8,
  treatment: 'none',
  limits: [],
  evidence: 'seen in practice',
  source: 'test',
  confidence: 'high',
  ...overrides,
});

export const SUBSTITUTIONS: readonly Substitution[] = [
  serves('copper-slag', 'gravel', { ratio: 0.9, treatment: 'treatment:crush' }),
  serves('slag', 'gravel', { suitability: 0.5 }),
  serves('wood', 'feed', { suitability: 0.3 }),
  serves('heat-low', 'district-heat', { suitability: 0.6, treatment: 'treatment:heat-pump' }),
];

export const factor = (key: string, value: number | string): Factor => ({
  key,
  kind: 'production',
  value: d(value),
  low: d(value),
  high: d(value),
  unit: 'kg CO2e per t',
  source: 'test',
  year: 2026,
  trust: 'high',
});

/** kg CO2e per t (per tkm for transport, per MWh for heat). */
export const FACTORS: FactorSet = buildFactorSet('test-1', [
  factor('production:wood-chips', 20),
  factor('production:gravel', 4),
  factor('disposal:incineration', 30),
  factor('disposal:landfill', 10),
  factor('treatment:crush', '1.5'),
  factor(TRUCK_FACTOR, '0.1'),
]);

const price = (key: string, value: number): Factor => ({ ...factor(key, value), unit: 'NOK per t' });

/** NOK per t (per tkm for transport). */
export const PRICES: PriceSet = buildPriceSet('prices-test', [
  price('production:gravel', 100),
  price('disposal:landfill', 300),
  price('treatment:crush', 20),
  price(TRUCK_FACTOR, 1),
]);

export const RULES: Rules = {
  materials: buildMaterialBase(MATERIALS, SUBSTITUTIONS),
  factors: FACTORS,
  prices: PRICES,
  detours: new Map(),
};

/** A plant in Kongsvinger. */
export const KONGSVINGER = { latitude: 60.19, longitude: 12.0, radiusKm: 0 };

/** An offer of 1 000 t of chips a year from a sawmill in Kongsvinger, or a need of a district heater there. */
export const buildFacts = (side: Side, overrides: Partial<ListingFacts> = {}): ListingFacts => ({
  listingId: `the ${side.toLowerCase()}`,
  version: 1,
  side,
  firmId: side === 'OFFER' ? 'giver' : 'taker',
  division: side === 'OFFER' ? '16' : '35',
  place: KONGSVINGER,
  material: CHIPS,
  readings: [{ material: overrides.material ?? CHIPS, confidence: 1 }],
  yearlyBase: exactly(1_000_000),
  once: false,
  properties: [],
  hazardous: false,
  ...overrides,
});

/** A property fact; a missing end is open. */
export const limit = (
  property: string,
  { min = -Infinity, max = Infinity }: { min?: number; max?: number },
  overrides: Partial<PropertyFact> = {},
): PropertyFact => ({ property, range: { min, max }, measured: false, ...overrides });

export const buildTerms = (overrides: Partial<ListingTerms> = {}): ListingTerms => ({
  side: 'OFFER',
  title: 'Tørr flis fra Solør',
  materialCode: 'wood-chips',
  materialConfirmed: true,
  readings: [{ code: overrides.materialCode ?? 'wood-chips', confidence: 1 }],
  quantity: quantity(1000),
  properties: [],
  currency: 'NOK',
  visibility: 'MASKED',
  ...overrides,
});

export const buildListing = (overrides: Partial<ViewedListing> = {}): ViewedListing => ({
  id: 'listing-1',
  state: 'ACTIVE',
  version: 1,
  firmId: 'giver',
  siteId: 'site-1',
  names: ['Solør Sagbruk AS', 'Magnor'],
  area: 'Kongsvinger',
  terms: buildTerms(),
  remaining: (overrides.terms ?? buildTerms()).quantity.value,
  confirmedAt: new Date('2026-06-01T08:00:00Z'),
  confirmBy: '2026-08-30',
  freshness: 'WITHIN_30_DAYS',
  ...overrides,
});

/** Slag of `giver` (division 24) to `taker` (division 08), crushed, 0.9 t of gravel for each tonne. */
export const buildExchange = (overrides: Partial<Exchange> = {}): Exchange => ({
  agreementId: 'agreement-1',
  giverFirmId: 'giver',
  takerFirmId: 'taker',
  giverDivision: '24',
  takerDivision: '08',
  offerId: 'offer-1',
  offerVersion: 1,
  needId: 'need-1',
  needVersion: 1,
  byProductCode: 'copper-slag',
  inputCode: 'gravel',
  ratio: 0.9,
  treatment: 'treatment:crush',
  ruleSet: '2026-1',
  factorSet: 'test-1',
  ...overrides,
});

/** 100 t delivered on Midsummer Eve over 50 km, unless told otherwise. */
export const buildEntry = (
  overrides: Partial<LedgerEntry> & { readonly tonnes?: number | string } = {},
): LedgerEntry => {
  const { tonnes = 100, ...entry } = overrides;
  return {
    id: 'entry-1',
    recordedAt: new Date('2026-06-24T10:00:00Z'),
    exchange: buildExchange(),
    kind: 'delivered',
    basis: 'DELIVERED',
    deliveryId: 'delivery-1',
    unitKind: 'mass',
    amountBase: d(tonnes).times(1000),
    roadKm: d(50),
    occurredOn: '2026-06-23',
    yearly: false,
    methodVersion: '2026-1',
    ...entry,
  };
};

/** An entry of `tonnes` from one firm to another under an agreement of their own. */
export const between = (
  giverFirmId: string,
  takerFirmId: string,
  tonnes: number | string,
  exchange: Partial<Exchange> = {},
  entry: Partial<NewEntry> = {},
): LedgerEntry => {
  const agreementId = `${giverFirmId}→${takerFirmId}`;
  return buildEntry({
    tonnes,
    exchange: buildExchange({ agreementId, giverFirmId, takerFirmId, ...exchange }),
    ...entry,
  });
};

export const firmPerson = (
  firmId: string,
  clusterIds: readonly string[] = [],
  role: FirmRole = 'plant_manager',
): Actor => ({
  personId: `person of ${firmId}`,
  name: 'Kari',
  firms: [{ firmId, role, clusterIds }],
  clusters: [],
});

export const clusterPerson = (clusterId: string, role: ClusterRole = 'cluster_staff'): Actor => ({
  personId: `${role} of ${clusterId}`,
  name: 'Ola',
  firms: [],
  clusters: [{ clusterId, role }],
});

export const NOBODY: Actor = { personId: 'nobody', name: 'Nobody', firms: [], clusters: [] };
