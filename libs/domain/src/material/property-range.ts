import { problem, type Problem } from '../problem.js';
import type { PropertyRange } from './material.js';

/** name, low..high, unit, basis: `moisture 35..55 % wet`, `chlorine ..0.5 %`, `pH 11..`. */
const FORM =
  /^(?<name>\D[^.]*?)\s+(?<low>-?\d+(?:\.\d+)?)?\.\.(?<high>-?\d+(?:\.\d+)?)?(?:\s+(?<unit>\S+))?(?:\s+(?<basis>wet|dry))?$/u;

/**
 * Reads property ranges as the data files write them, parted by `|`; an end left out is open.
 *
 * @param written `name low..high unit basis`, unit and basis only where they mean something
 * @returns the ranges, and a problem for each part that cannot be read
 * @example readPropertyRanges('moisture 35..55 % wet|pH 11..').ranges[0]?.range // { min: 35, max: 55 }
 */
export function readPropertyRanges(written: string): {
  readonly ranges: readonly PropertyRange[];
  readonly problems: readonly Problem[];
} {
  const parts = written
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const read = parts.map(readOne);
  return {
    ranges: read.flatMap((one) => ('range' in one ? one : [])),
    problems: read.flatMap((one) => ('range' in one ? [] : one)),
  };
}

function readOne(part: string): PropertyRange | Problem {
  const { name, low, high, unit, basis } = FORM.exec(part)?.groups ?? {};
  if (name === undefined || (low === undefined && high === undefined)) {
    return problem('properties', `"${part}" is not of the form "moisture 35..55 % wet"`);
  }
  const range = {
    min: low === undefined ? -Infinity : Number(low),
    max: high === undefined ? Infinity : Number(high),
  };
  return range.min > range.max
    ? problem('properties', `"${part}": the low end lies above the high end`)
    : { property: name.trim(), range, unit, basis };
}
