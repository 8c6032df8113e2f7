/** Bits for each axis: cells of about a kilometre, while a place on the curve and a row number fit into 53 bits. */
const BITS = 15;

/**
 * Where on the Hilbert curve over the map a point lies: near on the curve is near on the map.
 *
 * @param latitude −90…90, degrees
 * @param longitude −180…180, degrees
 * @returns 0 up to 2 to the 30th
 * @example hilbertOf(-90, -180) // 0
 */
export function hilbertOf(latitude: number, longitude: number): number {
  const most = (1 << BITS) - 1;
  let x = Math.max(0, Math.min(most, Math.floor(((longitude + 180) / 360) * (1 << BITS))));
  let y = Math.max(0, Math.min(most, Math.floor(((latitude + 90) / 180) * (1 << BITS))));
  let place = 0;
  // Turns the quadrant with every bit (J. K. Lawder, Calculation of mappings between one and n-dimensional values, 2000).
  for (let size = 1 << (BITS - 1); size > 0; size >>= 1) {
    const right = (x & size) > 0 ? 1 : 0;
    const up = (y & size) > 0 ? 1 : 0;
    place += size * size * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = most - x;
        y = most - y;
      }
      [x, y] = [y, x];
    }
  }
  return place;
}
