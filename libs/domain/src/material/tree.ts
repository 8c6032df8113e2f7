import { findUnit } from '../quantity/unit.js';
import type { Material, MaterialLink, Substitution } from './material.js';

/** The material tree with its substitution table, indexed for the questions that matching asks. */
export interface MaterialBase {
  readonly get: (code: string) => Material | undefined;
  readonly all: readonly Material[];
  readonly substitutions: readonly Substitution[];
  readonly pathToRoot: (code: string) => readonly string[];
  readonly descendants: (code: string) => readonly string[];
  readonly substitutionsOf: (byProduct: string) => readonly Substitution[];
}

/** Part of the suitability that survives each level by which the offer is vaguer than the wish. */
const VAGUER = 0.6;
/** An offer narrower than the wish is what was asked for; a little is kept back for the part not meant. */
const NARROWER = 0.97;

/**
 * Builds the base and refuses one that could mislead: dangling or doubled codes, cycles, unknown units, unit kinds
 * that clash, suitabilities outside (0, 1] and ratios not above 0.
 *
 * @throws Error naming every broken row, so that a wrong data file stops the start
 * @example buildMaterialBase(materials, substitutions).pathToRoot('dry-chips') // ['dry-chips', 'wood-chips', 'wood']
 */
export function buildMaterialBase(
  materials: readonly Material[],
  substitutions: readonly Substitution[],
): MaterialBase {
  const byCode = new Map(materials.map((one) => [one.code, one]));
  const faults = [...treeFaults(materials, byCode), ...substitutionFaults(substitutions, byCode)];
  if (faults.length > 0) throw new Error(`The material base is not sound:\n${faults.join('\n')}`);
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
  return Object.freeze({
    get: (code: string) => byCode.get(code),
    all: materials,
    substitutions,
    pathToRoot,
    descendants,
    substitutionsOf: (code: string) => ofByProduct.get(code) ?? [],
  });
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
  const links = [branchLink(base, offered, wanted), ...tableLinks(base, offered, wanted)];
  return links.reduce(
    (best, one) => (one !== undefined && one.suitability > (best?.suitability ?? 0) ? one : best),
    undefined as MaterialLink | undefined,
  );
}

function branchLink(base: MaterialBase, offered: string, wanted: string): MaterialLink | undefined {
  if (offered === wanted) return asIs(1, 'the same material');
  const up = base.pathToRoot(offered).indexOf(wanted);
  if (up > 0) return asIs(NARROWER ** up, 'a kind of what is asked for');
  const down = base.pathToRoot(wanted).indexOf(offered);
  return down > 0 ? asIs(VAGUER ** down, 'stated more broadly than what is asked for') : undefined;
}

function tableLinks(base: MaterialBase, offered: string, wanted: string): MaterialLink[] {
  const wantedPath = base.pathToRoot(wanted);
  return base.pathToRoot(offered).flatMap((from, up) =>
    base.substitutionsOf(from).flatMap((row) => {
      const down = wantedPath.indexOf(row.servesAs);
      const above = base.pathToRoot(row.servesAs).indexOf(wanted);
      if (down < 0 && above < 0) return [];
      const drop = NARROWER ** up * (down >= 0 ? VAGUER ** down : NARROWER ** above);
      return [{ ...row, suitability: row.suitability * drop }];
    }),
  );
}

const asIs = (suitability: number, evidence: string): MaterialLink => ({
  suitability,
  ratio: 1,
  treatment: 'none',
  evidence,
});

/**
 * Every material that could answer a wish for `wanted`: what candidate search asks the store for.
 *
 * @example answersTo(base, 'gravel') // ['slag', 'copper-slag', 'gravel', 'fine-gravel']
 */
export const answersTo = (base: MaterialBase, wanted: string): readonly string[] =>
  base.all.filter((one) => linkOf(base, one.code, wanted) !== undefined).map((one) => one.code);

/**
 * Every wish that an offer of `offered` could answer.
 *
 * @example wishesFor(base, 'copper-slag') // ['slag', 'copper-slag', 'gravel', 'fine-gravel']
 */
export const wishesFor = (base: MaterialBase, offered: string): readonly string[] =>
  base.all.filter((one) => linkOf(base, offered, one.code) !== undefined).map((one) => one.code);

function treeFaults(materials: readonly Material[], byCode: ReadonlyMap<string, Material>): string[] {
  const faults: string[] = [];
  for (const one of materials) {
    const unit = findUnit(one.unit);
    if (unit === undefined) faults.push(`${one.code}: unknown unit ${one.unit}`);
    if (byCode.get(one.code) !== one) faults.push(`${one.code}: stands twice`);
    if (one.parent === null) continue;
    const parent = byCode.get(one.parent);
    const family = parent && findUnit(parent.unit);
    if (parent === undefined) faults.push(`${one.code}: parent ${one.parent} is not in the tree`);
    if (unit && family && family.kind !== unit.kind)
      faults.push(`${one.code}: unit kind differs from its parent's`);
    if (leadsBack(one, byCode)) faults.push(`${one.code}: is its own ancestor`);
  }
  return faults;
}

function leadsBack(start: Material, byCode: ReadonlyMap<string, Material>): boolean {
  let here = start.parent;
  for (let steps = 0; here !== null && steps <= byCode.size; steps += 1) {
    if (here === start.code) return true;
    here = byCode.get(here)?.parent ?? null;
  }
  return false;
}

function substitutionFaults(rows: readonly Substitution[], byCode: ReadonlyMap<string, Material>): string[] {
  return rows.flatMap((row) => {
    const from = byCode.get(row.byProduct);
    const to = byCode.get(row.servesAs);
    const name = `${row.byProduct} as ${row.servesAs}`;
    if (from === undefined || to === undefined) return [`${name}: not in the tree`];
    if (findUnit(from.unit)?.kind !== findUnit(to.unit)?.kind)
      return [`${name}: the two are measured in different kinds`];
    if (!(row.suitability > 0 && row.suitability <= 1)) return [`${name}: suitability must lie in (0, 1]`];
    return row.ratio > 0 ? [] : [`${name}: ratio must be above 0`];
  });
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
