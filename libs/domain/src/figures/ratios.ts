import { Decimal } from '../quantity/decimal.js';
import { materialCircularity } from './material-circularity.js';
import { sumOf, WASTE_MEASURES, type ReferenceAmounts, type ReferenceMeasure } from './reference-totals.js';

/** What went one way through exchanges in a year. */
export interface ExchangedFlow {
  /** t, all uses. */
  readonly material: Decimal;
  /** Of it burned or made into fuel, and of it filled or laid as cover: neither is recycling. */
  readonly toEnergy: Decimal;
  readonly toFill: Decimal;
  /** MWh of heat and power. */
  readonly energy: Decimal;
  /** m3 of water. */
  readonly water: Decimal;
}

/** In and out apart: of one firm they are different flows, of a cluster two views of the same, and never added. */
export interface Exchanged {
  readonly incoming: ExchangedFlow;
  readonly outgoing: ExchangedFlow;
}

/** What ratios are reckoned from: one firm's year, or sums over the firms whose totals are told. */
export interface RatioSource {
  readonly amounts: ReferenceAmounts;
  /** Exchanged by the firms that stand behind a total. */
  readonly exchanged: (measure: ReferenceMeasure) => Exchanged;
  /** Whether the same firms stand behind all of these. */
  readonly areAlike: (measures: readonly ReferenceMeasure[]) => boolean;
}

export type RatioStandard = 'CIRCLEAN' | 'ISO_59020' | 'EMF_MCI';

export interface Ratio {
  readonly name: string;
  readonly standard: RatioStandard;
  /** Among the core indicators of ISO 59020, which a statement by it has to give. */
  readonly core: boolean;
  readonly formula: string;
  readonly unit: string;
  readonly value: Decimal | undefined;
  readonly numerator: Decimal | undefined;
  readonly denominator: Decimal | undefined;
  /** Why there is no value. */
  readonly lacks: string | undefined;
}

/** Above and below the line, or why there is neither. */
type Reckoned = readonly [above: Decimal, below: Decimal] | string;

interface Definition extends Pick<Ratio, 'name' | 'standard' | 'formula'> {
  readonly core?: true;
  readonly unit?: string;
  readonly needs: readonly [ReferenceMeasure, ...ReferenceMeasure[]];
  readonly reckon: (total: (measure: ReferenceMeasure) => Decimal, exchanged: Exchanged) => Reckoned;
}

const TOO_SMALL = 'The stated total is less than what was exchanged; state it anew.';

/** Part of a whole that holds it. */
const partOf = (part: Decimal, whole: Decimal): Reckoned => (part.gt(whole) ? TOO_SMALL : [part, whole]);

type Total = (measure: ReferenceMeasure) => Decimal;

/** What leaves beside products: handed over in exchanges, and waste. */
const residues = (total: Total, { outgoing }: Exchanged): Decimal =>
  WASTE_MEASURES.reduce((sum, one) => sum.plus(total(one)), outgoing.material);

const ALL_WASTE = WASTE_MEASURES as readonly [ReferenceMeasure, ...ReferenceMeasure[]];

/** CircLean reporting methodology: exchanged over reference total, incoming and outgoing apart. */
const CIRCLEAN: readonly Definition[] = [
  {
    name: 'materialIn',
    standard: 'CIRCLEAN',
    formula: 'material taken in by exchanges / raw material',
    needs: ['rawMaterial'],
    reckon: (total, { incoming }) => partOf(incoming.material, total('rawMaterial')),
  },
  {
    name: 'materialOut',
    standard: 'CIRCLEAN',
    formula: 'material handed over in exchanges / (material handed over in exchanges + waste)',
    needs: ALL_WASTE,
    reckon: (total, exchanged) => [exchanged.outgoing.material, residues(total, exchanged)],
  },
  {
    name: 'energyIn',
    standard: 'CIRCLEAN',
    formula: 'energy taken in by exchanges / energy used',
    needs: ['energy'],
    reckon: (total, { incoming }) => partOf(incoming.energy, total('energy')),
  },
  {
    name: 'energyOut',
    standard: 'CIRCLEAN',
    formula: 'energy handed over in exchanges / energy used',
    needs: ['energy'],
    reckon: (total, { outgoing }) => [outgoing.energy, total('energy')],
  },
  {
    name: 'waterIn',
    standard: 'CIRCLEAN',
    formula: 'water taken in by exchanges / water used',
    needs: ['water'],
    reckon: (total, { incoming }) => partOf(incoming.water, total('water')),
  },
  {
    name: 'waterOut',
    standard: 'CIRCLEAN',
    formula: 'water handed over in exchanges / water used',
    needs: ['water'],
    reckon: (total, { outgoing }) => [outgoing.water, total('water')],
  },
];

/**
 * ISO 59020:2024, annex A, as far as it can be reckoned. A by-product of another firm is pre-consumer recycled content
 * (ISO 14021:2016, 7.8.1.1); outflow is that of residues, for products are not stated.
 */
const ISO: readonly Definition[] = [
  {
    name: 'recycledContent',
    standard: 'ISO_59020',
    core: true,
    formula: 'recycled input / raw material',
    needs: ['recycledInput', 'rawMaterial'],
    reckon: (total, { incoming }) =>
      incoming.material.gt(total('recycledInput'))
        ? TOO_SMALL
        : partOf(total('recycledInput'), total('rawMaterial')),
  },
  {
    name: 'renewableContent',
    standard: 'ISO_59020',
    core: true,
    formula: 'renewable input / raw material',
    needs: ['renewableInput', 'rawMaterial'],
    reckon: (total) => partOf(total('renewableInput'), total('rawMaterial')),
  },
  {
    name: 'reusedOutflow',
    standard: 'ISO_59020',
    core: true,
    formula: 'waste prepared for reuse / (material handed over in exchanges + waste)',
    needs: ALL_WASTE,
    reckon: (total, exchanged) => [total('wasteReused'), residues(total, exchanged)],
  },
  {
    name: 'recycledOutflow',
    standard: 'ISO_59020',
    core: true,
    formula:
      '(waste recycled + material handed over in exchanges, not burned and not filled) / (material handed over in exchanges + waste)',
    needs: ALL_WASTE,
    reckon: (total, exchanged) => [
      total('wasteRecycled').plus(usedAsMaterial(exchanged.outgoing)),
      residues(total, exchanged),
    ],
  },
  {
    name: 'renewableEnergy',
    standard: 'ISO_59020',
    core: true,
    formula: 'energy from renewable sources / energy used',
    needs: ['renewableEnergy', 'energy'],
    reckon: (total) => partOf(total('renewableEnergy'), total('energy')),
  },
  {
    name: 'circularWaterIn',
    standard: 'ISO_59020',
    core: true,
    formula: 'water taken in by exchanges / water used',
    needs: ['water'],
    reckon: (total, { incoming }) => partOf(incoming.water, total('water')),
  },
  {
    name: 'materialProductivity',
    standard: 'ISO_59020',
    core: true,
    unit: 'NOK/t',
    formula: 'turnover / raw material',
    needs: ['turnover', 'rawMaterial'],
    reckon: (total) => [total('turnover'), total('rawMaterial')],
  },
];

const MCI: Definition = {
  name: 'materialCircularity',
  standard: 'EMF_MCI',
  formula:
    'M = raw material, V = M − recycled − renewable, W = waste to energy, fill and disposal + material handed over to be burned or filled; LFI = (V + W) / 2M; MCI = 1 − 0.9 · LFI',
  needs: [...ALL_WASTE, 'rawMaterial', 'recycledInput', 'renewableInput'],
  reckon: (total, { outgoing }) => {
    const mass = total('rawMaterial');
    if (!mass.gt(0)) return NOTHING_BELOW;
    const virgin = mass.minus(total('recycledInput')).minus(total('renewableInput'));
    const waste = total('wasteToEnergy').plus(total('wasteToFill')).plus(total('wasteDisposed'));
    const lost = waste.plus(outgoing.toEnergy).plus(outgoing.toFill);
    return [materialCircularity({ mass, virgin, lost }).indicator, new Decimal(1)];
  },
};

const usedAsMaterial = ({ material, toEnergy, toFill }: ExchangedFlow): Decimal =>
  material.minus(toEnergy).minus(toFill);

/** Core indicators that nothing here can tell, and why. */
const UNKNOWN: readonly (readonly [name: string, lacks: string])[] = [
  [
    'reusedContent',
    'Needs the products and components taken in to be used again; totals do not tell them apart.',
  ],
  ['productLifetime', 'Needs the lifetime of products beside that of the industry; no product is stated.'],
  ['biologicalOutflow', 'Needs what goes back to the soil safely; neither totals nor exchanges tell it.'],
  ['circularWaterOut', 'Needs the quality of the water that is let out; only its use is stated.'],
  ['internalWater', 'Needs water used again within the site; only what crosses its gate is stated.'],
  ['resourceIntensity', 'Needs an index of use over an index of value, from the same firms in two years.'],
];

const NOTHING_BELOW = 'The stated total is 0.';
const UNLIKE = 'Not stated by the same firms.';

/**
 * All ratios of a year, those that cannot be reckoned with the reason.
 *
 * @param source totals t, MWh, m3, NOK of one calendar year, and what was exchanged in it
 * @returns in a fixed order; shares from 0 to 1
 * @example ratiosOf(firmYear).find((one) => one.name === 'materialIn')?.value?.toString() // '0.1'
 */
export const ratiosOf = (source: RatioSource): readonly Ratio[] => [
  ...[...CIRCLEAN, ...ISO, MCI].map((one) => ratioOf(one, source)),
  ...UNKNOWN.map(([name, lacks]): Ratio => ({
    name,
    standard: 'ISO_59020',
    core: true,
    formula: '',
    unit: '1',
    value: undefined,
    numerator: undefined,
    denominator: undefined,
    lacks,
  })),
];

function ratioOf({ needs, reckon, core, unit = '1', ...names }: Definition, source: RatioSource): Ratio {
  const reckoned = lackOf(needs, source) ?? reckon(totalIn(source), source.exchanged(needs[0]));
  const lacks = typeof reckoned === 'string' ? reckoned : reckoned[1].isZero() ? NOTHING_BELOW : undefined;
  const [numerator, denominator] = typeof reckoned === 'string' ? [] : reckoned;
  const value = lacks === undefined && denominator ? numerator?.div(denominator) : undefined;
  return { ...names, core: core ?? false, unit, value, numerator, denominator, lacks };
}

function lackOf(needs: readonly ReferenceMeasure[], { amounts, areAlike }: RatioSource): string | undefined {
  const missing = needs.filter((one) => amounts[one] === undefined);
  if (missing.length > 0) return `Not stated: ${missing.join(', ')}.`;
  return areAlike(needs) ? undefined : UNLIKE;
}

const totalIn =
  ({ amounts }: RatioSource): Total =>
  (measure) =>
    sumOf(amounts, [measure]) ?? new Decimal(0);
