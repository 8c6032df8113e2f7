import { findUnit } from '../quantity/unit.js';
import type { Material, Substitution } from './material.js';

/** What is wrong with one row of the material base: which table, which row of it, and why. */
export interface MaterialFault {
  readonly table: 'materials' | 'substitutions';
  readonly index: number;
  readonly reason: string;
}

/**
 * Everything that could make the base mislead: dangling or doubled codes, cycles, a name that belongs to two nodes,
 * unknown units, unit kinds that clash, reaches, suitabilities and ratios out of range, rows between relatives.
 *
 * @returns one fault per broken row and reason, in the order of the rows; none for a sound base
 * @example materialFaults([{ ...chips, parent: 'gone' }], []).map((one) => one.reason) // ['wood-chips: parent gone is not in the tree']
 */
export function materialFaults(
  materials: readonly Material[],
  substitutions: readonly Substitution[],
): readonly MaterialFault[] {
  const byCode = new Map(materials.map((one) => [one.code, one]));
  const owners = ownersOfNames(materials);
  return [
    ...materials.flatMap((one, index) =>
      [...nodeFaults(one, byCode), ...nameFaults(one, owners)].map((reason) => ({
        table: 'materials' as const,
        index,
        reason: `${one.code}: ${reason}`,
      })),
    ),
    ...substitutions.flatMap((row, index) =>
      rowFaults(row, substitutions.indexOf(row) === firstOf(substitutions, row), byCode).map((reason) => ({
        table: 'substitutions' as const,
        index,
        reason: `${row.byProduct} as ${row.servesAs}: ${reason}`,
      })),
    ),
  ];
}

type ByCode = ReadonlyMap<string, Material>;

function nodeFaults(one: Material, byCode: ByCode): readonly string[] {
  const unit = findUnit(one.unit);
  const parent = one.parent === null ? undefined : byCode.get(one.parent);
  const family = parent && findUnit(parent.unit);
  return [
    unit === undefined && `unknown unit ${one.unit}`,
    byCode.get(one.code) !== one && 'stands twice',
    !(one.reachKm > 0) && 'reach must be above 0 km',
    one.parent !== null && parent === undefined && `parent ${one.parent} is not in the tree`,
    unit && family && family.kind !== unit.kind && "unit kind differs from its parent's",
    ancestors(one, byCode).includes(one.code) && 'is its own ancestor',
  ].filter((fault) => typeof fault === 'string');
}

/** Codes above a node, nearest first; a cycle ends where it closes. */
function ancestors(start: Material, byCode: ByCode): readonly string[] {
  const found: string[] = [];
  let here = start.parent;
  while (here !== null && !found.includes(here)) {
    found.push(here);
    here = byCode.get(here)?.parent ?? null;
  }
  return found;
}

/** Of one kind, or a stream in tonnes that serves as energy in MWh: the ratio is then MWh out of a tonne. */
const areTied = (from: Material, to: Material): boolean =>
  findUnit(from.unit)?.kind === findUnit(to.unit)?.kind || (from.unit === 't' && to.unit === 'MWh');

const nameKey = (name: string): string => name.toLowerCase().normalize('NFKC');
const namesOf = ({ labels, synonyms }: Material): ReadonlySet<string> =>
  new Set([labels.nb, labels.en, ...synonyms.nb, ...synonyms.en].map(nameKey));

/** The first node to bear each name: a name that meant two things would mean neither. */
function ownersOfNames(materials: readonly Material[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const one of materials) {
    for (const name of namesOf(one)) if (!owners.has(name)) owners.set(name, one.code);
  }
  return owners;
}

const nameFaults = (one: Material, owners: ReadonlyMap<string, string>): readonly string[] =>
  [...namesOf(one)]
    .filter((name) => owners.get(name) !== one.code)
    .map((name) => `the name "${name}" belongs to ${owners.get(name)} already`);

const firstOf = (rows: readonly Substitution[], row: Substitution): number =>
  rows.findIndex((one) => one.byProduct === row.byProduct && one.servesAs === row.servesAs);

function rowFaults(row: Substitution, first: boolean, byCode: ByCode): readonly string[] {
  const from = byCode.get(row.byProduct);
  const to = byCode.get(row.servesAs);
  if (from === undefined || to === undefined) {
    return [`${from === undefined ? row.byProduct : row.servesAs} is not in the tree`];
  }
  const related =
    from === to || ancestors(from, byCode).includes(to.code) || ancestors(to, byCode).includes(from.code);
  return [
    !first && 'stands twice',
    related && 'the two are of one branch, which the tree covers',
    !areTied(from, to) && 'the two are measured in kinds that no ratio ties',
    !(row.suitability > 0 && row.suitability <= 1) && 'suitability must lie in (0, 1]',
    !(row.ratio > 0) && 'ratio must be above 0',
  ].filter((fault) => typeof fault === 'string');
}
