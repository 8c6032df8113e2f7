import { ownBase } from '../agreement/commitment.js';
import { propertyProblems } from '../listing/publishable.js';
import type { Side, StreamProperty } from '../listing/listing.js';
import type { MaterialBase } from '../material/material.js';
import type { NotificationRhythm } from '../notification/notification.js';
import { problem, type Problem } from '../problem.js';
import { Decimal } from '../quantity/decimal.js';
import { findUnit, unitCodes } from '../quantity/unit.js';

/** An amount in a year, from and to; an end left out is open. */
export interface WatchedAmount {
  readonly min?: Decimal | undefined;
  readonly max?: Decimal | undefined;
  readonly unit: string;
}

/**
 * What somebody wants to be told of: listings of other firms, without one of the own. A watch looks forward only, at
 * what is published or revised after it was saved.
 */
export interface WatchTerms {
  readonly name: string;
  /** The side of the listings that are watched for. */
  readonly side: Side;
  /** Nodes of the material tree, each with all below it. */
  readonly materialCodes: readonly string[];
  /** Numbers of municipalities (four digits) and counties (two); none is everywhere. */
  readonly areas: readonly string[];
  /** An own site, and how far from it at most, km by road (by pipe for what cannot be stored). */
  readonly siteId?: string | undefined;
  readonly withinKm?: number | undefined;
  readonly amount?: WatchedAmount | undefined;
  /** Of an offer the limits that it has to keep; of a need what the own stream has. */
  readonly properties: readonly StreamProperty[];
  /** The least score that a match with a listing of one's own for the very same material would have, 0 to 1. */
  readonly leastScore?: number | undefined;
  /** Only listings of another NACE division than the own firm's. */
  readonly crossIndustryOnly: boolean;
  /** How often its person is written to of it; by the person's own setting where it says nothing. */
  readonly rhythm?: NotificationRhythm | undefined;
}

export type WatchState = 'ACTIVE' | 'PAUSED';

const LONGEST_NAME = 80;
const MOST_MATERIALS = 20;
const MOST_AREAS = 50;
const MOST_PROPERTIES = 20;
const FARTHEST_KM = 20_000;
/** Any amount would do to ask whether a unit can be carried. */
const UNIT_AMOUNT = new Decimal(1);
/** County, or county and municipality (data/reference/no_municipalities.csv). */
const AREA = /^\d{2}(?:\d{2})?$/;

/**
 * Everything that keeps a watch from being saved; empty means that it can be. Whether areas and site exist is for the
 * caller to ask.
 *
 * @param terms what the person states
 * @param materials the tree that its nodes must stand in
 * @returns one problem per field under `input`, with what would be right
 * @example watchProblems({ ...woodInKongsvinger, materialCodes: [] }, tree)[0]?.path // ['input', 'materialIds']
 */
export const watchProblems = (terms: WatchTerms, materials: MaterialBase): readonly Problem[] => [
  ...nameProblems(terms.name),
  ...materialProblems(terms.materialCodes, materials),
  ...areaProblems(terms),
  ...amountProblems(terms, materials),
  ...listProblems(terms.properties.length, MOST_PROPERTIES, 'input.properties', 'properties'),
  ...terms.properties.flatMap((one, index) => limitProblems(one, `input.properties.${index}`)),
  ...scoreProblems(terms.leastScore),
];

function nameProblems(name: string): Problem[] {
  const length = name.trim().length;
  return length >= 1 && length <= LONGEST_NAME
    ? []
    : [problem('input.name', `Name the watch in 1 to ${LONGEST_NAME} characters.`)];
}

function materialProblems(codes: readonly string[], materials: MaterialBase): Problem[] {
  if (codes.length === 0)
    return [problem('input.materialIds', 'Name at least one material; a node takes in all below it.')];
  return [
    ...listProblems(codes.length, MOST_MATERIALS, 'input.materialIds', 'materials'),
    ...codes.flatMap((code, index) =>
      materials.get(code) === undefined
        ? problem(
            `input.materialIds.${index}`,
            `"${code}" is not a material of the tree; take an id from suggestMaterials.`,
          )
        : [],
    ),
  ];
}

const listProblems = (count: number, most: number, path: string, what: string): Problem[] =>
  count <= most ? [] : [problem(path, `At most ${most} ${what}; save another watch for more.`)];

function areaProblems({ areas, siteId, withinKm }: WatchTerms): Problem[] {
  if (areas.length > 0 && siteId !== undefined)
    return [problem('input.areas', 'Name areas, or a site of your own with a reach, not both.')];
  return [
    ...listProblems(areas.length, MOST_AREAS, 'input.areas', 'areas'),
    ...areas.flatMap((area, index) =>
      AREA.test(area) ? [] : problem(`input.areas.${index}`, unknownArea(area)),
    ),
    ...reachProblems(siteId, withinKm),
  ];
}

/**
 * What is wrong with an area that is none.
 *
 * @example unknownArea('Kongsvinger') // '"Kongsvinger" is no municipality (four digits, such as 3401) and no county (two, such as 34).'
 */
export const unknownArea = (area: string): string =>
  `"${area}" is no municipality (four digits, such as 3401) and no county (two, such as 34).`;

function reachProblems(siteId: string | undefined, km: number | undefined): Problem[] {
  if (siteId === undefined)
    return km === undefined ? [] : [problem('input.siteId', 'Name the site that the reach counts from.')];
  if (km !== undefined && Number.isFinite(km) && km > 0 && km <= FARTHEST_KM) return [];
  return [problem('input.withinKm', `Give kilometres by road, above 0 and at most ${FARTHEST_KM}.`)];
}

function amountProblems({ amount, materialCodes }: WatchTerms, materials: MaterialBase): Problem[] {
  if (amount === undefined) return [];
  const { min, max, unit } = amount;
  if (findUnit(unit) === undefined)
    return [problem('input.amount.unit', `Unknown unit "${unit}". Use one of ${unitCodes().join(', ')}.`)];
  if (min === undefined && max === undefined)
    return [problem('input.amount', 'State the least, the most, or both; or leave the amount out.')];
  if (min?.isNegative()) return [problem('input.amount.min', 'An amount is 0 or more.')];
  if (max !== undefined && !max.gt(min ?? 0))
    return [problem('input.amount.max', 'Must be above 0, and above the least.')];
  return kindProblems(materialCodes, unit, materials);
}

function kindProblems(codes: readonly string[], unit: string, materials: MaterialBase): Problem[] {
  const loose = codes
    .map((code) => materials.get(code))
    .find((one) => one !== undefined && ownBase(UNIT_AMOUNT, unit, one) === undefined);
  return loose === undefined
    ? []
    : [
        problem(
          'input.amount.unit',
          `${loose.labels.en} is measured in ${loose.unit}, and no density or heating value is known to carry ${unit} into it.`,
        ),
      ];
}

function limitProblems(one: StreamProperty, path: string): Problem[] {
  const found = propertyProblems(one, path);
  const silent = one.min === undefined && one.max === undefined && one.typical === undefined;
  return found.length === 0 && silent ? [problem(path, 'State min, max or typical.')] : found;
}

const scoreProblems = (score: number | undefined): Problem[] =>
  score === undefined || (score >= 0 && score <= 1)
    ? []
    : [problem('input.leastScore', 'A score lies from 0 to 1.')];
