import type { ByProductTest } from '../../listing/listing.js';
import type { Material } from '../../material/material.js';
import type { ListingFacts } from '../facts.js';

/**
 * What a stream is in law, as far as its giver has said: a by-product, waste, or not settled yet.
 *
 * `BY_PRODUCT`: all four questions of the test are answered yes. `WASTE`: one is answered no, or a waste code is stated
 * and no question answered. `OPEN`: anything else.
 */
export type WasteStatus = 'BY_PRODUCT' | 'WASTE' | 'OPEN';

/** The four questions in the order of forurensningsloven § 27 and Directive 2008/98/EC Art. 5(1) a–d. */
export const BY_PRODUCT_QUESTIONS = Object.freeze([
  'furtherUseCertain',
  'usableDirectly',
  'integralPart',
  'lawfulUse',
] as const satisfies readonly (keyof ByProductTest)[]);

const answersOf = (test: ByProductTest | undefined): readonly (boolean | undefined)[] =>
  BY_PRODUCT_QUESTIONS.map((one) => test?.[one]);

/**
 * What an offer is in law, from its code and the answers to the by-product test.
 *
 * @example wasteStatusOf({ wasteCode: '10 02 01', hazardous: false }) // 'WASTE'
 */
export function wasteStatusOf(
  offer: Pick<ListingFacts, 'wasteCode' | 'hazardous' | 'byProductTest'>,
): WasteStatus {
  const answers = answersOf(offer.byProductTest);
  if (answers.every((one) => one === true)) return 'BY_PRODUCT';
  if (answers.includes(false)) return 'WASTE';
  const declared = offer.wasteCode !== undefined || offer.hazardous !== undefined;
  return declared && !answers.includes(true) ? 'WASTE' : 'OPEN';
}

/**
 * The questions of the by-product test that are not answered.
 *
 * @example unansweredOf({ lawfulUse: true }).length // 3
 */
export const unansweredOf = (test: ByProductTest | undefined): readonly (keyof ByProductTest)[] =>
  BY_PRODUCT_QUESTIONS.filter((one) => test?.[one] === undefined);

/** Heat and power are no substances, and gaseous effluents are outside Directive 2008/98/EC (Art. 2(1) a). */
const NEVER_WASTE: ReadonlySet<string> = new Set([
  'heat',
  'cooling',
  'fuel_gas',
  'gas',
  'co2',
  'electricity',
]);

/**
 * Whether a material is outside the law on waste altogether.
 *
 * @example isNeverWaste(heat) // true
 */
export const isNeverWaste = (material: Material): boolean => NEVER_WASTE.has(material.class);

/** Rules whose presence says that a material may move as waste. */
const WASTE_RULES = ['by-product-test', 'hazardous-twin', 'hazardous-declaration'];

/**
 * Whether a material may move as waste at all.
 *
 * @example mayBeWaste(chips) // true
 */
export const mayBeWaste = (material: Material): boolean =>
  !isNeverWaste(material) &&
  (material.wasteCodes.length > 0 || material.legal.some((one) => WASTE_RULES.includes(one)));

const digits = (code: string): string => code.replaceAll(/\D/g, '');

/**
 * Whether permits cover a waste code; a permit for a chapter or a group covers the codes below it.
 *
 * @param permits codes of two, four or six digits
 * @example covers(['10 02'], '10 02 01') // true
 */
export const covers = (permits: readonly string[], code: string): boolean => {
  const wanted = digits(code);
  return permits.some((one) => digits(one) !== '' && wanted.startsWith(digits(one)));
};
