import { materialFaults } from './faults.js';
import { linksFrom } from './links.js';
import type { Material, MaterialBase, MaterialLink, Substitution } from './material.js';

/**
 * Builds the base and refuses one that could mislead (see `materialFaults`).
 *
 * @throws Error naming every broken row, so that a wrong data file stops the start
 * @example buildMaterialBase(materials, substitutions).pathToRoot('dry-chips') // ['dry-chips', 'wood-chips', 'wood']
 */
export function buildMaterialBase(
  materials: readonly Material[],
  substitutions: readonly Substitution[],
): MaterialBase {
  const byCode = new Map(materials.map((one) => [one.code, one]));
  const faults = materialFaults(materials, substitutions);
  if (faults.length > 0)
    throw new Error(`The material base is not sound:\n${faults.map((one) => one.reason).join('\n')}`);
  const children = groupBy(materials, (one) => one.parent ?? '');
  const ofByProduct = groupBy(substitutions, (one) => one.byProduct);
  const pathToRoot = (code: string): readonly string[] => {
    const found = byCode.get(code);
    return found === undefined ? [] : [code, ...(found.parent === null ? [] : pathToRoot(found.parent))];
  };
  const descendants = (code: string): readonly string[] => [
    code,
    ...(children.get(code) ?? []).flatMap((one) => descendants(one.code)),
  ];
  const base: MaterialBase = Object.freeze({
    get: (code: string) => byCode.get(code),
    all: materials,
    substitutions,
    pathToRoot: kept(pathToRoot),
    descendants: kept(descendants),
    substitutionsOf: (code: string) => ofByProduct.get(code) ?? [],
    linksOf: kept((offered: string) => linksFrom(base, offered)),
    answersOf: kept((wanted: string) =>
      materials.filter((one) => base.linksOf(one.code).has(wanted)).map((one) => one.code),
    ),
  });
  return base;
}

/** The same question has the same answer: it is worked out once for each code. */
function kept<T>(ask: (code: string) => T): (code: string) => T {
  const answers = new Map<string, T>();
  return (code) => {
    const known = answers.get(code);
    if (known !== undefined) return known;
    const answer = ask(code);
    answers.set(code, answer);
    return answer;
  };
}

/**
 * How well an offered material answers a wanted one: the same node, a narrower or vaguer one of the same
 * branch, or a substitution written down for the offer or one of its parents. The best link wins; ties go to the
 * first in the table, so the answer does not depend on row order of listings.
 *
 * @param offered, wanted codes of the tree
 * @returns undefined when nothing ties the two; substitutions are not chained
 * @example linkOf(base, 'wood-chips', 'wood-chips')?.suitability // 1
 */
export function linkOf(base: MaterialBase, offered: string, wanted: string): MaterialLink | undefined {
  return base.linksOf(offered).get(wanted);
}

/**
 * Every material that could answer a wish for `wanted`: what candidate search asks the store for.
 *
 * @example answersTo(base, 'gravel') // ['slag', 'copper-slag', 'gravel', 'fine-gravel']
 */
export const answersTo = (base: MaterialBase, wanted: string): readonly string[] => base.answersOf(wanted);

/**
 * Every wish that an offer of `offered` could answer.
 *
 * @example wishesFor(base, 'copper-slag') // ['copper-slag', 'slag', 'gravel', 'fine-gravel']
 */
export const wishesFor = (base: MaterialBase, offered: string): readonly string[] => [
  ...base.linksOf(offered).keys(),
];

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
