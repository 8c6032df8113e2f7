/**
 * What a search weighs of every row that it comes by, rounded to 4 bytes, so that two rows lie in one cache line: unit
 * vector, trust in the reading, yearly amount, own limit as one over its km (0 where none is stated), radius of the
 * place in km, number of the division.
 */
export const HOT = Object.freeze({
  x: 0,
  y: 1,
  z: 2,
  trust: 3,
  amount: 4,
  perKm: 5,
  radiusKm: 6,
  division: 7,
  size: 8,
});

/**
 * The same to the last digit, with what only rows are asked for that come near the best. The listing's number is −1
 * once the row is taken out; the limit is infinite where none is stated.
 */
export const COLD = Object.freeze({
  latitude: 0,
  longitude: 1,
  radiusKm: 2,
  maxKm: 3,
  trust: 4,
  amount: 5,
  division: 6,
  firm: 7,
  listing: 8,
  size: 9,
});

/**
 * What holds for all rows of a node, at its most: a sphere around them, and the ends of what they state. One cache line;
 * from `division` on whole numbers.
 */
export const NODE = Object.freeze({
  x: 0,
  y: 1,
  z: 2,
  radius: 3,
  trust: 4,
  /** Longest limit stated, as one over its km, infinite where none is; below 0 where any row states none. */
  perKm: 5,
  least: 6,
  most: 7,
  openKm: 8,
  floor: 9,
  /** −1 where the rows are of several. */
  division: 10,
  /** A bit for each division that occurs, by the number's last six bits. */
  low: 11,
  high: 12,
  /** Its rows, or its nodes, and the node that it belongs to; −1 for the last one. */
  from: 13,
  to: 14,
  above: 15,
  size: 16,
});

/** The bit of a division in the lower or the upper half of the mask. */
export const lowBit = (division: number): number => ((division & 32) === 0 ? 1 << (division & 31) : 0);
export const highBit = (division: number): number => ((division & 32) === 0 ? 0 : 1 << (division & 31));
