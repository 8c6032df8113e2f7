import type { Side } from '../listing/listing.js';
import type { FoundProperty } from './found-properties.js';
import type { Material, MaterialRole, PropertyRange } from './material.js';

/** Who says it: the side of the listing, and the NACE Rev. 2 division (two digits) of the firm, if known. */
export interface ClassifierContext {
  readonly side: Side;
  readonly division?: string | undefined;
}

/** How likely a material is before a word is read, relative to others; near 1, so that it decides near-equals only. */
export type Prior = (code: string, context: ClassifierContext) => number;

/**
 * An input is rarely what somebody has left over; a by-product asked for by its name is ordinary trade. The figures
 * are modest on purpose: a reading that the words support half as well is never brought up by them.
 */
const BY_ROLE: Readonly<Record<Side, Readonly<Record<MaterialRole, number>>>> = Object.freeze({
  OFFER: { by_product: 1, both: 1, input: 0.88 },
  NEED: { by_product: 0.95, both: 1, input: 1.03 },
});
/** The firm's division gives (takes) the material itself, a relative of it, or others than it. */
const OWN_DIVISION = 1.08;
const RELATED_DIVISION = 1.03;
const OTHER_DIVISION = 0.94;
/** A property stated in the text lies within, or outside, what is usual for the material. */
const USUAL_FIGURE = 1.05;
const UNUSUAL_FIGURE = 0.92;

/**
 * Builds the prior of a material tree from the roles and the divisions that give and take each material. What a
 * parent or a kind of it lists counts a little for a material as well.
 *
 * @example buildPrior([ash])('ash', { side: 'OFFER', division: '35' }) // 1.08 where division 35 gives ash
 */
export function buildPrior(materials: readonly Material[]): Prior {
  const byCode = new Map(materials.map((one) => [one.code, one]));
  const related = {
    OFFER: relatedDivisions(materials, byCode, 'givers'),
    NEED: relatedDivisions(materials, byCode, 'takers'),
  };
  return (code, { side, division }) => {
    const material = byCode.get(code);
    if (material === undefined) return 1;
    const own = side === 'OFFER' ? material.givers : material.takers;
    return BY_ROLE[side][material.role] * divisionFactor(division, own, related[side].get(code));
  };
}

function divisionFactor(
  division: string | undefined,
  own: readonly string[],
  related: ReadonlySet<string> | undefined,
): number {
  if (division === undefined) return 1;
  if (own.includes(division)) return OWN_DIVISION;
  if (related?.has(division)) return RELATED_DIVISION;
  return own.length === 0 ? 1 : OTHER_DIVISION;
}

/**
 * How well the figures of a text suit what is usual for a material: near 1, as words decide. Heat at 85 °C is rather
 * of the level that reaches there.
 *
 * @example figureFactor(heat.properties, foundIn('85 °C').properties) // 1.05 where 80..150 °C is usual
 */
export function figureFactor(usual: readonly PropertyRange[], stated: readonly FoundProperty[]): number {
  let factor = 1;
  for (const { property, unit, value, min = value, max = value } of stated) {
    const range = usual.find((one) => one.property === property && one.unit === unit)?.range;
    if (range === undefined) continue;
    const within = (min ?? -Infinity) <= range.max && (max ?? Infinity) >= range.min;
    factor *= within ? USUAL_FIGURE : UNUSUAL_FIGURE;
  }
  return Math.min(USUAL_FIGURE, Math.max(UNUSUAL_FIGURE, factor));
}

/** The divisions listed by the parents and by the children of each material, at any distance. */
function relatedDivisions(
  materials: readonly Material[],
  byCode: ReadonlyMap<string, Material>,
  list: 'givers' | 'takers',
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map(materials.map((one) => [one.code, new Set<string>()]));
  for (const one of materials) {
    for (const above of ancestorsIn(byCode, one.code)) {
      for (const division of byCode.get(above)?.[list] ?? []) found.get(one.code)?.add(division);
      for (const division of one[list]) found.get(above)?.add(division);
    }
  }
  return found;
}

/**
 * The parents of a material, nearest first; a tree that is not sound does not run in circles.
 *
 * @example ancestorsIn(byCode, 'dry-chips') // ['wood-chips', 'wood']
 */
export function ancestorsIn(byCode: ReadonlyMap<string, Material>, code: string): readonly string[] {
  const found: string[] = [];
  let parent = byCode.get(code)?.parent ?? null;
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = byCode.get(parent)?.parent ?? null;
  }
  return found;
}
