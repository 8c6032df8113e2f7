import type { Material, MaterialBase, MaterialLink } from '../material/material.js';
import type { Reading } from './facts.js';

/** The two readings that tie an offer to a need best. */
export interface TiedReadings {
  readonly offered: Material;
  readonly wanted: Material;
  readonly link: MaterialLink;
  /** How sure both readings are together, 0 to 1. */
  readonly sureness: number;
}

/**
 * How far a reading of that confidence is trusted, 0 to 1: its fourth root. A confidence tells which single node a text
 * is about, while the text of a need often names several inputs and all of them are right; a second reading counts for
 * more than its chance of being the only one.
 *
 * @param confidence 0 to 1
 * @example trustIn(0.0625) // 0.5
 */
export const trustIn = (confidence: number): number => confidence ** 0.25;

/**
 * The pair of readings with the best link, weighed with how sure each reading is; ties go to the likelier reading.
 *
 * @param offers, needs readings of either side, best first
 * @returns undefined when no reading of one answers a reading of the other
 * @example bestReading(base, [{ material: slag, confidence: 1 }], [{ material: gravel, confidence: 1 }])?.link.ratio // 0.9
 */
export function bestReading(
  base: MaterialBase,
  offers: readonly Reading[],
  needs: readonly Reading[],
): TiedReadings | undefined {
  let best: TiedReadings | undefined;
  for (const offer of offers) {
    const links = base.linksOf(offer.material.code);
    for (const need of needs) {
      const link = links.get(need.material.code);
      if (link === undefined) continue;
      const sureness = trustIn(offer.confidence) * trustIn(need.confidence);
      if (best === undefined || link.suitability * sureness > best.link.suitability * best.sureness)
        best = { offered: offer.material, wanted: need.material, link, sureness };
    }
  }
  return best;
}
