import { EARTH_KM } from '../../place/distance.js';
import { WEIGHTS } from '../terms.js';
import { rounded, whole } from './nth.js';
import { HOT } from './row.js';

const DIMENSIONS = 6;
/** What a km weighs beside the other terms: as on a short reach, because beyond its reach a row is no match at all. */
const SHORT_KM = 100;
/** A usual suitability of a link: what a step of trust weighs. */
const USUAL_WORTH = 0.7;
/** Twice as much or half as much is what a step of amount costs at its steepest. */
const AMOUNT = WEIGHTS.quantity / 2;

/**
 * Puts rows in an order in which neighbours would score alike: halves them again and again along what tells them apart
 * most, measured by what it weighs in the score (k-d tree; J. L. Bentley, CACM 18 (9), 1975).
 */
export class Order {
  /** Rows in their order. */
  readonly rows: Int32Array;
  private readonly traits: Float32Array;
  private added = 0;

  constructor(readonly count: number) {
    this.rows = new Int32Array(count);
    this.traits = new Float32Array(count * DIMENSIONS);
  }

  add(row: number, hot: Float32Array): void {
    const km = (WEIGHTS.distance * EARTH_KM) / SHORT_KM;
    const { traits } = this;
    const [from, to] = [row * HOT.size, this.added * DIMENSIONS];
    this.rows[this.added] = row;
    this.added += 1;
    traits[to] = rounded(hot, from + HOT.x) * km;
    traits[to + 1] = rounded(hot, from + HOT.y) * km;
    traits[to + 2] = rounded(hot, from + HOT.z) * km;
    traits[to + 3] = rounded(hot, from + HOT.trust) * WEIGHTS.material * USUAL_WORTH;
    traits[to + 4] = Math.log(Math.max(rounded(hot, from + HOT.amount), 1)) * AMOUNT;
    traits[to + 5] = WEIGHTS.distance * Math.min(1, rounded(hot, from + HOT.perKm) * SHORT_KM);
  }

  /**
   * @param unit pieces begin at multiples of so many from the first, and hold at most as many
   * @param piece told of each piece in its order
   */
  halve(from: number, to: number, unit: number, piece: (from: number, to: number) => void): void {
    const units = Math.ceil((to - from) / unit);
    if (units <= 1) return piece(from, to);
    const middle = from + Math.ceil(units / 2) * unit;
    this.select(from, to - 1, middle, this.widest(from, to));
    this.halve(from, middle, unit, piece);
    this.halve(middle, to, unit, piece);
  }

  /** The dimension that the rows spread along most. */
  private widest(from: number, to: number): number {
    let [widest, most] = [0, -1];
    for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
      let [sum, squares] = [0, 0];
      const first = rounded(this.traits, from * DIMENSIONS + dimension);
      for (let at = from; at < to; at += 1) {
        const value = rounded(this.traits, at * DIMENSIONS + dimension) - first;
        sum += value;
        squares += value * value;
      }
      const spread = squares - (sum * sum) / (to - from);
      if (spread > most) [widest, most] = [dimension, spread];
    }
    return widest;
  }

  /** What belongs in front of a place comes to stand in front of it (quickselect; C. A. R. Hoare, CACM 4 (7), 1961). */
  private select(first: number, last: number, place: number, dimension: number): void {
    const { traits } = this;
    let [low, high] = [first, last];
    while (low < high) {
      const middle = rounded(traits, ((low + high) >> 1) * DIMENSIONS + dimension);
      let [left, right] = [low, high];
      while (left <= right) {
        while (rounded(traits, left * DIMENSIONS + dimension) < middle) left += 1;
        while (rounded(traits, right * DIMENSIONS + dimension) > middle) right -= 1;
        if (left <= right) {
          this.swap(left, right);
          left += 1;
          right -= 1;
        }
      }
      if (place <= right) high = right;
      else if (place >= left) low = left;
      else return;
    }
  }

  private swap(a: number, b: number): void {
    const { rows, traits } = this;
    const row = whole(rows, a);
    rows[a] = whole(rows, b);
    rows[b] = row;
    for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
      const [atA, atB] = [a * DIMENSIONS + dimension, b * DIMENSIONS + dimension];
      const value = rounded(traits, atA);
      traits[atA] = rounded(traits, atB);
      traits[atB] = value;
    }
  }
}
