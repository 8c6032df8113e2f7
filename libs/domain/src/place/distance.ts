/** WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What a site can load and unload besides lorries; undefined is not known, and counts as cannot. */
export interface Access {
  readonly quay?: boolean | undefined;
  readonly railSiding?: boolean | undefined;
}

/** A point known to within a radius: 0 for a site that is disclosed, more for a place shown as an area. */
export interface Place extends Point {
  readonly radiusKm: number;
  /** Norwegian county number (data/reference/no_municipalities.csv), or the ISO 3166-1 code of a country abroad. */
  readonly region?: string | undefined;
  readonly access?: Access | undefined;
}

/** How much longer the roads of a region are than the great circle, learned from known pairs of towns. */
export interface DetourFactor {
  readonly region: string;
  readonly name: string;
  /** Median, 1 or more. */
  readonly factor: number;
  /** Tenth and ninetieth percentile. */
  readonly low: number;
  readonly high: number;
  /** Pairs of towns it rests on. */
  readonly pairs: number;
}

/** Detour factors by region. */
export type DetourTable = ReadonlyMap<string, DetourFactor>;

/** Mean Earth radius, IUGG 1980. */
export const EARTH_KM = 6371.0088;

/** A radius from which on a place may be anywhere on Earth: half the equator, rounded down. */
const ANYWHERE_KM = 20_000;

/**
 * Roads are longer than the great circle. 1.3 is the usual ratio for Europe's road network, and the factor of a
 * region that no pair of towns speaks for; fjord counties ask for more (data/places/detour_factors.csv).
 */
export const DETOUR_FACTOR = 1.3;

/**
 * By sea, quay to quay along the coast and into fjords. Own knowledge of distances between Norwegian and North Sea
 * ports: 1.05 over open sea (Porsgrunn to Rotterdam), 1.25 along the coast, above 2 around it (Oslo to Bergen).
 */
const SEA_DETOUR = 1.3;

/** By rail, siding to siding; own knowledge of the Norwegian and Swedish network. */
const RAIL_DETOUR = 1.25;

/**
 * Great-circle distance by the haversine formula.
 *
 * @param a, b latitude −90…90, longitude −180…180, degrees
 * @returns km
 * @example Math.round(greatCircleKm({ latitude: 59.91, longitude: 10.75 }, { latitude: 60.39, longitude: 5.32 })) // 305
 */
export function greatCircleKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** km between two places, with what the radii of the areas leave open. */
export interface Distance {
  readonly km: number;
  readonly minKm: number;
  readonly maxKm: number;
  readonly basis: string;
}

export type RoadDistance = Distance;

/** Every way between two places: rail and sea only where both sites say that they can. */
export interface Distances {
  readonly road: Distance;
  readonly rail?: Distance | undefined;
  readonly sea?: Distance | undefined;
  readonly pipe: Distance;
}

/**
 * Great circle times a detour, and what the areas leave open.
 *
 * @param factor 1 or more
 * @param basis what the factor stands for, as people read it
 * @example detouredDistance({ latitude: 0, longitude: 0, radiusKm: 0 }, { latitude: 1, longitude: 0, radiusKm: 0 }, 2, 'by dirt road').km.toFixed(1) // '222.4'
 */
export function detouredDistance(a: Place, b: Place, factor: number, basis: string): Distance {
  const air = greatCircleKm(a, b);
  const open = a.radiusKm + b.radiusKm;
  const anywhere = open >= ANYWHERE_KM;
  return {
    km: air * factor,
    minKm: anywhere ? 0 : Math.max(0, air - open) * factor,
    maxKm: (air + open) * factor,
    basis: anywhere ? `${basis}, place not known` : open > 0 ? `${basis}, place shown as an area` : basis,
  };
}

/**
 * Road distance between two places, with what the radii of the areas leave open.
 *
 * @param detours factors by region; between two regions the mean of theirs holds, and 1.3 for a region that has none
 * @returns km ≥ 0; `minKm` and `maxKm` equal `km` when both places are exact
 * @example roadDistance({ latitude: 0, longitude: 0, radiusKm: 0 }, { latitude: 1, longitude: 0, radiusKm: 0 }).km.toFixed(1) // '144.6'
 */
export function roadDistance(a: Place, b: Place, detours?: DetourTable): Distance {
  const [first, second] = [a, b].map(({ region }) =>
    region === undefined ? undefined : detours?.get(region),
  );
  const factor = ((first?.factor ?? DETOUR_FACTOR) + (second?.factor ?? DETOUR_FACTOR)) / 2;
  const regions =
    first === undefined && second === undefined
      ? ''
      : ` (${[...new Set([first, second].map((one) => one?.name ?? 'elsewhere'))].sort().join(', ')})`;
  const shown = Number(factor.toFixed(2));
  return detouredDistance(a, b, factor, `great circle × ${shown} detour${regions}`);
}

/**
 * Sea distance between two quays.
 *
 * @returns undefined unless both sites say that they have a quay
 * @example seaDistance({ ...mo, access: { quay: true } }, { ...rotterdam, access: {} }) // undefined
 */
export const seaDistance = (a: Place, b: Place): Distance | undefined =>
  a.access?.quay === true && b.access?.quay === true
    ? detouredDistance(a, b, SEA_DETOUR, `great circle × ${SEA_DETOUR} by sea`)
    : undefined;

/**
 * Rail distance between two sidings.
 *
 * @returns undefined unless both sites say that they have a siding
 * @example railDistance({ ...mo, access: { railSiding: true } }, mo) // undefined
 */
export const railDistance = (a: Place, b: Place): Distance | undefined =>
  a.access?.railSiding === true && b.access?.railSiding === true
    ? detouredDistance(a, b, RAIL_DETOUR, `great circle × ${RAIL_DETOUR} by rail`)
    : undefined;
