import {
  Decimal,
  type Day,
  type ListingState,
  type ListingTerms,
  type ByProductTest,
  type Period,
  type Place,
  type Point,
  type StatedReading,
  type Side,
  type Visibility,
} from '#domain';
import type { StoredProperty } from './entities/listing.entity.js';

/** A site as matching needs it. */
export interface SitePlace extends Place {
  readonly id: string;
  readonly name: string;
}

/** A listing's current version with what decides who may see it and how it matches. */
export interface StoredListing {
  readonly id: string;
  readonly firm: {
    readonly id: string;
    readonly name: string;
    readonly division: string;
    readonly clusterIds: readonly string[];
  };
  readonly site: SitePlace;
  /** The municipality's label point: where the site is said to be while its place is masked; none abroad. */
  readonly area: (Point & { readonly name: string; readonly number: string }) | undefined;
  readonly state: ListingState;
  readonly version: number;
  readonly remaining: Decimal;
  readonly learnedKm: number | undefined;
  readonly terms: ListingTerms;
  readonly confirmedAt: Date;
  /** The last day unless it is confirmed again; none where it ends of itself by then. */
  readonly confirmBy: Day | undefined;
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
  learned_km: number | null;
  confirmed_at: Date;
  confirm_by: string | null;
  title: string;
  description: string | null;
  material_code: string;
  material_confirmed: boolean;
  readings: readonly StatedReading[];
  waste_code: string | null;
  amount: string;
  unit: string;
  per: Period;
  properties: readonly StoredProperty[];
  available_from: string | null;
  available_until: string | null;
  monthly_profile: number[] | null;
  max_distance_km: number | null;
  smallest_lot: string | null;
  largest_lot: string | null;
  permits: string[] | null;
  by_product_test: ByProductTest | null;
  price: string | null;
  currency: string;
  visibility: Visibility;
  firm_name: string;
  division: string;
  site_name: string;
  latitude: number;
  longitude: number;
  radius_km: number;
  country: string;
  county: string | null;
  quay: boolean | null;
  rail_siding: boolean | null;
  area_number: string | null;
  area_name: string | null;
  area_latitude: number | null;
  area_longitude: number | null;
  hazardous: boolean | null;
  cluster_ids: string[];
}

const decimal = (text: string | null | undefined): Decimal | undefined =>
  text === null || text === undefined ? undefined : new Decimal(text);

/** The columns of a version that its terms are made of. */
type TermsRow = Pick<
  ListingReadRow,
  | 'side'
  | 'title'
  | 'description'
  | 'material_code'
  | 'material_confirmed'
  | 'readings'
  | 'waste_code'
  | 'amount'
  | 'unit'
  | 'per'
  | 'properties'
  | 'available_from'
  | 'available_until'
  | 'monthly_profile'
  | 'max_distance_km'
  | 'smallest_lot'
  | 'largest_lot'
  | 'permits'
  | 'by_product_test'
  | 'price'
  | 'currency'
  | 'visibility'
>;

/** One version as it was written. */
export interface StoredVersion {
  readonly version: number;
  readonly writtenAt: Date;
  readonly writerId: string;
  /** Named where the reader's rows tell: people of the own firm. */
  readonly writtenBy: string | undefined;
  readonly terms: ListingTerms;
}

export type VersionReadRow = TermsRow & {
  readonly version: number;
  readonly written_at: Date;
  readonly writer_id: string;
  readonly written_by: string | null;
};

export const storedVersion = (row: VersionReadRow): StoredVersion => ({
  version: row.version,
  writtenAt: row.written_at,
  writerId: row.writer_id,
  writtenBy: row.written_by ?? undefined,
  terms: termsOf(row),
});

const termsOf = (row: TermsRow): ListingTerms => ({
  side: row.side,
  title: row.title,
  description: row.description ?? undefined,
  materialCode: row.material_code,
  materialConfirmed: row.material_confirmed,
  readings: row.readings.length > 0 ? row.readings : [{ code: row.material_code, confidence: 1 }],
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
  smallestLot: decimal(row.smallest_lot),
  largestLot: decimal(row.largest_lot),
  permits: row.permits ?? undefined,
  byProductTest: row.by_product_test ?? undefined,
  price: decimal(row.price),
  currency: row.currency,
  visibility: row.visibility,
});

const sitePlace = (row: ListingReadRow): SitePlace => ({
  id: row.site_id,
  name: row.site_name,
  latitude: row.latitude,
  longitude: row.longitude,
  radiusKm: row.radius_km,
  region: row.county ?? row.country,
  access: { quay: row.quay ?? undefined, railSiding: row.rail_siding ?? undefined },
});

const areaOf = (row: ListingReadRow) => {
  const { area_number: number, area_name: name, area_latitude: latitude, area_longitude: longitude } = row;
  return number === null || name === null || latitude === null || longitude === null
    ? undefined
    : { number, name, latitude, longitude };
};

export const storedListing = (row: ListingReadRow): StoredListing => ({
  id: row.id,
  firm: { id: row.firm_id, name: row.firm_name, division: row.division, clusterIds: row.cluster_ids },
  site: sitePlace(row),
  area: areaOf(row),
  state: row.state,
  version: row.version,
  remaining: new Decimal(row.remaining),
  learnedKm: row.learned_km ?? undefined,
  terms: termsOf(row),
  confirmedAt: row.confirmed_at,
  confirmBy: row.confirm_by ?? undefined,
  hazardous: row.hazardous ?? undefined,
});
