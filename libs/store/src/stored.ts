import {
  Decimal,
  type ListingState,
  type ListingTerms,
  type Period,
  type Point,
  type Side,
  type Visibility,
} from '#domain';
import type { StoredProperty } from './entities/listing.entity.js';

/** A listing's current version with what decides who may see it and how it matches. */
export interface StoredListing {
  readonly id: string;
  readonly firm: {
    readonly id: string;
    readonly name: string;
    readonly division: string;
    readonly clusterIds: readonly string[];
  };
  readonly site: Point & { readonly id: string; readonly name: string };
  /** The municipality's label point: where the site is said to be while its place is masked. */
  readonly area: Point & { readonly name: string };
  readonly state: ListingState;
  readonly version: number;
  readonly remaining: Decimal;
  readonly terms: ListingTerms;
  readonly hazardous: boolean | undefined;
}

/** One page of ids in order; `sortKey` with the id is the cursor of its row. */
export interface PageRow {
  readonly id: string;
  readonly sortKey: string;
}

export interface ListingReadRow {
  id: string;
  firm_id: string;
  site_id: string;
  side: Side;
  state: ListingState;
  version: number;
  remaining: string;
  title: string;
  description: string | null;
  material_code: string;
  material_confirmed: boolean;
  waste_code: string | null;
  amount: string;
  unit: string;
  per: Period;
  properties: readonly StoredProperty[];
  available_from: string | null;
  available_until: string | null;
  monthly_profile: number[] | null;
  max_distance_km: number | null;
  price: string | null;
  currency: string;
  visibility: Visibility;
  firm_name: string;
  division: string;
  site_name: string;
  latitude: number;
  longitude: number;
  area_name: string;
  area_latitude: number;
  area_longitude: number;
  hazardous: boolean | null;
  cluster_ids: string[];
}

const decimal = (text: string | null | undefined): Decimal | undefined =>
  text === null || text === undefined ? undefined : new Decimal(text);

const termsOf = (row: ListingReadRow): ListingTerms => ({
  side: row.side,
  title: row.title,
  description: row.description ?? undefined,
  materialCode: row.material_code,
  materialConfirmed: row.material_confirmed,
  wasteCode: row.waste_code ?? undefined,
  quantity: { value: new Decimal(row.amount), unit: row.unit, per: row.per },
  properties: row.properties.map((one) => ({
    ...one,
    min: decimal(one.min),
    max: decimal(one.max),
    typical: decimal(one.typical),
  })),
  availableFrom: row.available_from ?? undefined,
  availableUntil: row.available_until ?? undefined,
  monthlyProfile: row.monthly_profile ?? undefined,
  maxDistanceKm: row.max_distance_km ?? undefined,
  price: decimal(row.price),
  currency: row.currency,
  visibility: row.visibility,
});

export const storedListing = (row: ListingReadRow): StoredListing => ({
  id: row.id,
  firm: { id: row.firm_id, name: row.firm_name, division: row.division, clusterIds: row.cluster_ids },
  site: { id: row.site_id, name: row.site_name, latitude: row.latitude, longitude: row.longitude },
  area: { name: row.area_name, latitude: row.area_latitude, longitude: row.area_longitude },
  state: row.state,
  version: row.version,
  remaining: new Decimal(row.remaining),
  terms: termsOf(row),
  hazardous: row.hazardous ?? undefined,
});
