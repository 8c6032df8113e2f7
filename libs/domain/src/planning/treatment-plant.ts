import type { PriceSet } from '../effects/price-set.js';
import type { MaterialBase } from '../material/material.js';
import { problem, type Problem } from '../problem.js';
import type { Decimal } from '../quantity/decimal.js';
import { bandOf, type Range } from '../quantity/range.js';

/** What a firm's plant can treat. A trade secret as a listing is: for its firm and the staff of its clusters. */
export interface PlantTerms {
  /** Key of the treatment, as substitutions name it: `treatment:dry`. */
  readonly treatment: string;
  /** What it takes; narrower materials are taken too. */
  readonly materialCodes: readonly string[];
  /** Tonnes that come in, a year. */
  readonly capacityTonnes: Decimal;
  /** NOK per tonne that comes in. */
  readonly costNokPerTonne: Decimal;
}

const NO_TREATMENT = 'treatment:none';
const MOST_MATERIALS = 20;
/** The largest Norwegian plants treat a few hundred thousand tonnes. */
const MOST_TONNES = 1e8;
const MOST_NOK = 1e6;

/**
 * The treatments that a plant can be listed for: those that the price set counts by the tonne, as a plant does. Heat,
 * gas and water are treated in pipes, where they arise or where they are used.
 *
 * @example plantTreatments(prices) // ['treatment:crush', 'treatment:dry', …]
 */
export const plantTreatments = (prices: Pick<PriceSet, 'all'>): readonly string[] =>
  prices.all
    .filter(({ kind, key, unit }) => kind === 'treatment' && key !== NO_TREATMENT && unit === 'NOK per t')
    .map(({ key }) => key)
    .sort();

/**
 * What is wrong with a plant; empty means that it can be listed.
 *
 * @example plantProblems({ ...dryer, materialCodes: [] }, rules) // one problem at input.materialIds
 */
export function plantProblems(
  { treatment, materialCodes, capacityTonnes, costNokPerTonne }: PlantTerms,
  {
    prices,
    materials,
  }: { readonly prices: Pick<PriceSet, 'all'>; readonly materials: Pick<MaterialBase, 'get'> },
): readonly Problem[] {
  const isKnown = plantTreatments(prices).includes(treatment);
  const count = materialCodes.length;
  const unknown = materialCodes.findIndex((code) => materials.get(code) === undefined);
  const isWithin = (amount: Decimal, most: number): boolean => amount.gte(0) && amount.lte(most);
  return [
    ...unless(isKnown, 'input.treatment', 'Choose one of the treatments that plantTreatments names.'),
    ...unless(
      count >= 1 && count <= MOST_MATERIALS,
      'input.materialIds',
      `Name from 1 to ${MOST_MATERIALS} materials that the plant takes.`,
    ),
    ...unless(unknown < 0, `input.materialIds.${unknown}`, 'Choose a material from the tree.'),
    ...unless(
      capacityTonnes.gt(0) && capacityTonnes.lte(MOST_TONNES),
      'input.capacityTonnes',
      `Above 0, at most ${MOST_TONNES} tonnes a year.`,
    ),
    ...unless(
      isWithin(costNokPerTonne, MOST_NOK),
      'input.costNokPerTonne',
      `From 0 to ${MOST_NOK} NOK per tonne.`,
    ),
  ];
}

const unless = (isRight: boolean, path: string, message: string): readonly Problem[] =>
  isRight ? [] : [problem(path, message)];

/**
 * Whether a plant takes a material: one that it names, or one below it in the tree.
 *
 * @example takesMaterial({ ...dryer, materialCodes: ['sludge'] }, 'sewage-sludge', materials) // true
 */
export const takesMaterial = (
  { materialCodes }: Pick<PlantTerms, 'materialCodes'>,
  code: string,
  materials: Pick<MaterialBase, 'pathToRoot'>,
): boolean => materials.pathToRoot(code).some((one) => materialCodes.includes(one));

/** Below this nobody acts, and a band of it would tell a place to the kilometre. */
const LEAST_TOLD = 1;

/**
 * What a firm is told that one more tonne a year at its plant would bring, in a band: the price is made of others'
 * places and amounts. Nothing where the plan leaves room at the plant.
 *
 * @param worth of one more tonne, 0 or more, in what the plan aims at
 * @example plantHint(310) // { min: 200, max: 500 }
 */
export function plantHint(worth: number): Range | undefined {
  if (worth <= 0) return undefined;
  return worth < LEAST_TOLD ? { min: 0, max: LEAST_TOLD } : bandOf(worth);
}
