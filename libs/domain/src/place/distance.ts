/** WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point known to within a radius: 0 for a site that is disclosed, more for a place shown as an area. */
export interface Place extends Point {
  readonly radiusKm: number;
}

/** Mean Earth radius, IUGG 1980. */
const EARTH_KM = 6371.0088;

/**
 * Roads are longer than the great circle. 1.3 is the usual ratio for Europe's road network; Norway's fjords ask
 * for more, and a router will replace the factor where one is configured.
 */
export const DETOUR_FACTOR = 1.3;
const DISTANCE_BASIS = `great circle × ${DETOUR_FACTOR} detour`;

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

export interface RoadDistance {
  readonly km: number;
  readonly minKm: number;
  readonly maxKm: number;
  readonly basis: string;
}

/**
 * Road distance between two places, with what the radii of the areas leave open.
 *
 * @returns km ≥ 0; `minKm` and `maxKm` equal `km` when both places are exact
 * @example roadDistance({ latitude: 0, longitude: 0, radiusKm: 0 }, { latitude: 1, longitude: 0, radiusKm: 0 }).km.toFixed(1) // '144.6'
 */
export function roadDistance(a: Place, b: Place): RoadDistance {
  const air = greatCircleKm(a, b);
  const open = a.radiusKm + b.radiusKm;
  return {
    km: air * DETOUR_FACTOR,
    minKm: Math.max(0, air - open) * DETOUR_FACTOR,
    maxKm: (air + open) * DETOUR_FACTOR,
    basis: open > 0 ? `${DISTANCE_BASIS}, place shown as an area` : DISTANCE_BASIS,
  };
}
