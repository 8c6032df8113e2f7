import { propertyName } from '../../listing/property-words.js';
import type { PropertyRange } from '../../material/material.js';
import type { Range } from '../../quantity/range.js';
import { findMeasure, readBasis, type Basis, type Measure } from './measure.js';
import { limitsText } from './wording.js';

/** A stated property or a limit, read once: folded name, understood unit and basis, range in the dimension's base. */
export interface Statement {
  readonly name: string;
  readonly range: Range;
  /** As written; undefined when nothing was. */
  readonly unit: string | undefined;
  readonly measure: Measure | undefined;
  readonly basis: Basis | undefined;
  readonly measured: boolean;
  /** The range in the base of the measure's dimension; as it stands where no unit is understood. */
  readonly base: Range;
  /** As people say it; a basis that the unit already names is not said twice. */
  readonly text: string;
}

/** By property name. The order within a name does not depend on the order of the rows. */
export type Statements = ReadonlyMap<string, readonly Statement[]>;

type Stated = PropertyRange & { readonly measured?: boolean };

const NONE: Statements = new Map();
/** One list of properties meets thousands of others: it is read when it is first met, and forgotten with its owner. */
const read = new WeakMap<readonly Stated[], Statements>();

/**
 * The properties of a listing, a material or a use, read; what has two open ends says nothing and is left out.
 *
 * @param properties never changed afterwards: the answer is kept
 * @returns statements by folded name, independent of row order
 * @example statementsOf([{ property: 'Fukt', range: { min: 18, max: 20 }, unit: '%' }]).get('moisture')?.length // 1
 */
export function statementsOf(properties: readonly Stated[]): Statements {
  if (properties.length === 0) return NONE;
  const known = read.get(properties);
  if (known !== undefined) return known;
  const statements = byName(properties.filter(says).map(statement));
  read.set(properties, statements);
  return statements;
}

const says = ({ range }: Stated): boolean => Number.isFinite(range.min) || Number.isFinite(range.max);

function statement({ property, range, unit, basis, measured }: Stated): Statement {
  const measure = findMeasure(unit);
  const ownBasis = readBasis(basis);
  return {
    name: propertyName(property),
    range,
    unit,
    measure,
    basis: ownBasis ?? measure?.basis,
    measured: measured === true,
    base: measure === undefined ? range : inBase(range, measure),
    text: limitsText(range, unit, measure?.basis === undefined ? ownBasis : undefined),
  };
}

/** A share is never below nothing, so an open low end of one is 0: "at most 5 %" is 0 to 5 %. */
function inBase({ min, max }: Range, { dimension, factor, offset }: Measure): Range {
  const low = min * factor + offset;
  return { min: dimension === 'share' ? Math.max(low, 0) : low, max: max * factor + offset };
}

function byName(statements: readonly Statement[]): Statements {
  const groups = new Map<string, Statement[]>();
  for (const one of [...statements].sort(inOrder))
    groups.set(one.name, [...(groups.get(one.name) ?? []), one]);
  return groups;
}

const keyOf = ({ name, unit, basis, range, measured }: Statement): string =>
  [name, unit, basis, range.min, range.max, measured].join(' ');
const inOrder = (a: Statement, b: Statement): number => (keyOf(a) < keyOf(b) ? -1 : 1);

/**
 * What counts of several statements of one property: measured ones where there are any, else all.
 *
 * @example weightiest([estimated, measured]) // [measured]
 */
export function weightiest(statements: readonly Statement[]): readonly Statement[] {
  const measured = statements.filter((one) => one.measured);
  return measured.length > 0 ? measured : statements;
}

/**
 * The interval that holds all of several.
 *
 * @param ranges at least one
 * @example hullOf([{ min: 1, max: 2 }, { min: 4, max: 5 }]) // { min: 1, max: 5 }
 */
export const hullOf = (ranges: readonly Range[]): Range => ({
  min: Math.min(...ranges.map((one) => one.min)),
  max: Math.max(...ranges.map((one) => one.max)),
});
