import type { Material } from './material.js';
import type { PhraseIndex } from './phrases.js';
import { ancestorsIn } from './prior.js';
import type { Hit } from './scoring.js';
import { isLight } from './segments.js';

/** A material tree by code, with the parents of each, nearest first, and the words of its names. */
export interface Family {
  readonly byCode: ReadonlyMap<string, Material>;
  readonly ancestors: (code: string) => readonly string[];
  readonly index: PhraseIndex;
}

/**
 * The family of the materials whose names are in an index.
 *
 * @example buildFamily(materials, index).ancestors('dry-chips') // ['wood-chips', 'wood']
 */
export function buildFamily(materials: readonly Material[], index: PhraseIndex): Family {
  const byCode = new Map(materials.map((one) => [one.code, one]));
  const above = new Map(materials.map(({ code }) => [code, ancestorsIn(byCode, code)]));
  return { byCode, index, ancestors: (code) => above.get(code) ?? [] };
}

/** Share of its parent's score that adds to that of a child named in the text. */
const SUPPORT = 0.2;
const UNDER_PARENT = 0.95;

/**
 * Sets children against the nearest parent that the text touches, deepest first. A child of which the text has no
 * word of its own says no more than its parent, so the parent takes its score and the child stays below. One that is
 * named gains from its parent, but no more than to stand above it.
 *
 * @example settleFamilies(hitsOf('slag'), family).get('copper-slag')?.score // 0.95 of that of slag
 */
export function settleFamilies(hits: ReadonlyMap<string, Hit>, family: Family): readonly Hit[] {
  const settled = new Map(hits);
  const depth = (code: string): number => family.ancestors(code).length;
  const deepestFirst = [...hits.keys()].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1));
  for (const code of deepestFirst) {
    const parent = family.ancestors(code).find((one) => settled.has(one));
    const [mine, above] = [settled.get(code), parent === undefined ? undefined : settled.get(parent)];
    if (mine === undefined || parent === undefined || above === undefined) continue;
    if (hasOwnWord(mine, parent, above, family.index)) {
      const supported = Math.min(mine.score + SUPPORT * above.score, above.score / UNDER_PARENT);
      settled.set(code, { ...mine, score: Math.max(mine.score, supported) });
    } else if (mine.score >= above.score) {
      settled.set(parent, { ...above, score: mine.score });
      settled.set(code, { ...mine, score: mine.score * UNDER_PARENT });
    }
  }
  return [...settled.values()];
}

function hasOwnWord(mine: Hit, parent: string, above: Hit, index: PhraseIndex): boolean {
  if (mine.whole && (!above.whole || mine.phrase.total > above.phrase.total)) return true;
  const shared = index.wordsOf.get(parent);
  return [...mine.phrase.atoms.keys()].some(
    (atom) => mine.clause.spots.has(atom) && !shared?.has(atom) && !isLight(atom),
  );
}

/** How near a rival is in the tree: `line` for a parent or child, `sibling`, or `other`. */
export type Kinship = 'line' | 'sibling' | 'other';

/**
 * How two materials of a tree are related.
 *
 * @example kinshipOf('copper-slag', 'slag', family) // 'line'
 */
export function kinshipOf(a: string, b: string, family: Family): Kinship {
  const [mine, other] = [family.ancestors(a), family.ancestors(b)];
  if (mine.includes(b) || other.includes(a)) return 'line';
  return mine[0] !== undefined && mine[0] === other[0] ? 'sibling' : 'other';
}
