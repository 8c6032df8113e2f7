import { bandFrom, bandSum, bandTimes, NOTHING, type Band } from '../effects/band.js';
import type { WasteStep } from '../effects/waste-step.js';
import type { Basis } from '../ledger/entry.js';
import type { Rules } from '../matching/assess.js';
import { Decimal } from '../quantity/decimal.js';
import { foldFigures, sharesOf, standingOf, type Counted, type FigureName } from './fold.js';
import { impactOf, type Impact } from './impact.js';

/**
 * What an indicator belongs to:
 *
 * - HIERARCHY: waste avoided by the step of the waste hierarchy;
 * - CLIMATE: the terms of the CO2e avoided;
 * - RESOURCES: those of the NISP set that today's figures do not have;
 * - MONEY: at reference prices, sealed;
 * - NETWORK: shares of exchanges;
 * - LIFETIME: since the first entry, never to be added to what a year brought;
 * - ADDITIONALITY: with and without what was there before the platform.
 */
export const FIGURE_FAMILIES = Object.freeze([
  'HIERARCHY',
  'CLIMATE',
  'RESOURCES',
  'MONEY',
  'NETWORK',
  'LIFETIME',
  'ADDITIONALITY',
] as const);
export type FigureFamily = (typeof FIGURE_FAMILIES)[number];

/** A number beside the figures: with its spread, and undefined where nothing tells it. */
export interface FoldedIndicator {
  readonly name: string;
  readonly family: FigureFamily;
  readonly unit: string;
  readonly basis: Basis;
  readonly value: Decimal | undefined;
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
  readonly entryCount: number;
  readonly shares: ReadonlyMap<string, Decimal>;
  /** Keys of factors that were missing and counted as nothing. */
  readonly missing: readonly string[];
}

/** What an agreement says of its exchange beside what every entry holds. */
export interface ExchangeTraits {
  /** Older than the platform: it would have been there without it. */
  readonly isRetrospective: boolean;
  /** By the waste code that the offer states; undefined where it states none. */
  readonly isHazardous: boolean | undefined;
  /** The two firms share no cluster. */
  readonly isAcrossClusters: boolean;
  /** Number of the municipality of the giver's site; undefined abroad. */
  readonly municipality: string | undefined;
}

/** What indicators are folded with. */
export interface IndicatorRules {
  readonly rules: Rules;
  /** By agreement; one that is not there has none. */
  readonly traits: ReadonlyMap<string, ExchangeTraits>;
}

interface Weighed {
  readonly counted: Counted;
  readonly impact: Impact;
  readonly traits: ExchangeTraits | undefined;
}

interface Line {
  readonly name: string;
  readonly family: FigureFamily;
  readonly unit: string;
  /** Undefined where the exchange has no part in it. */
  readonly of: (one: Weighed) => Band | Decimal | undefined;
  /** Where the missing keys of its factors stand; none where it takes no factor. */
  readonly missing?: 'co2e' | 'nok';
  /** Nothing, where no exchange has a part in it, is not known to be nothing. */
  readonly isKnownOnlyWhereTold?: boolean;
}

const T = 't';
const onStep =
  (...steps: readonly WasteStep[]) =>
  ({ impact }: Weighed): Decimal | undefined =>
    steps.includes(impact.step) ? impact.wasteT : undefined;
const circular = onStep('REUSE', 'RECYCLING');
/** A burden as what it takes from the benefit, so that the terms add up to the net. */
const taken = (burden: Band): Band =>
  bandTimes(bandFrom({ ...burden, low: burden.high, high: burden.low }), -1);

const SUMS: readonly Line[] = [
  // Energy recovery and fill never stand in the headline (docs/method.md, Waste avoided).
  { name: 'wasteAvoided', family: 'HIERARCHY', unit: T, of: circular },
  { name: 'wasteReused', family: 'HIERARCHY', unit: T, of: onStep('REUSE') },
  { name: 'wasteRecycled', family: 'HIERARCHY', unit: T, of: onStep('RECYCLING') },
  { name: 'wasteToEnergy', family: 'HIERARCHY', unit: T, of: onStep('ENERGY_RECOVERY') },
  { name: 'wasteToFill', family: 'HIERARCHY', unit: T, of: onStep('FILL') },
  co2e('co2eProductionAvoided', ({ production }) => production),
  co2e('co2eDisposalAvoided', ({ disposal }) => disposal),
  co2e('co2eTreatment', ({ treatment }) => taken(treatment)),
  co2e('co2eTransport', ({ transport }) => taken(transport)),
  co2e('netCo2eAvoided', ({ net }) => net),
  {
    name: 'landfillDiverted',
    family: 'RESOURCES',
    unit: T,
    of: (one) => (one.impact.wouldBeLandfilled ? circular(one) : undefined),
  },
  {
    name: 'hazardousReused',
    family: 'RESOURCES',
    unit: T,
    of: (one) => (one.traits?.isHazardous === true ? circular(one) : undefined),
  },
  {
    name: 'energyReplaced',
    family: 'RESOURCES',
    unit: 'MWh',
    of: ({ impact }) => impact.energyMWh,
    isKnownOnlyWhereTold: true,
  },
  {
    name: 'freshWaterSaved',
    family: 'RESOURCES',
    unit: 'm3',
    of: ({ impact }) => impact.freshWaterM3,
    isKnownOnlyWhereTold: true,
  },
  nok('purchaseCostAvoided', ({ production }) => production),
  nok('disposalCostAvoided', ({ disposal }) => disposal),
  nok('costSaved', ({ net }) => net),
];

function co2e(name: string, of: (terms: Impact['co2e']) => Band): Line {
  return { name, family: 'CLIMATE', unit: 'kg CO2e', of: (one) => of(one.impact.co2e), missing: 'co2e' };
}

function nok(name: string, of: (terms: Impact['nok']) => Band): Line {
  return { name, family: 'MONEY', unit: 'NOK', of: (one) => of(one.impact.nok), missing: 'nok' };
}

/**
 * Folds entries into the indicators beside the figures of a period. As there, an exchange counts once, whatever number of
 * clusters shares it, and from the giver's side only.
 *
 * @param counted of one basis and period
 * @param sinceFirst the same of all time up to the last day of the period; without it nothing of a lifetime is told
 * @returns every indicator in a fixed order, whatever the order of the entries
 * @example foldIndicators(counted, 'DELIVERED', { rules, traits }).find((one) => one.name === 'wasteRecycled')?.value?.toString() // '120'
 */
export function foldIndicators(
  counted: readonly Counted[],
  basis: Basis,
  { rules, traits }: IndicatorRules,
  sinceFirst?: readonly Counted[],
): readonly FoldedIndicator[] {
  const weighed = counted.map((one) => ({
    counted: one,
    impact: impactOf(one, rules),
    traits: traits.get(one.exchange.agreementId),
  }));
  return [
    ...SUMS.map((line) => sumOf(line, basis, weighed)),
    ...networkOf(counted, basis, traits),
    ...(sinceFirst === undefined ? [] : lifetimeOf(sinceFirst, basis)),
    ...additionalityOf(counted, basis, traits),
  ];
}

function sumOf(line: Line, basis: Basis, weighed: readonly Weighed[]): FoldedIndicator {
  const parts = weighed.flatMap(({ counted, ...one }) => {
    const value = line.of({ counted, ...one });
    return value === undefined ? [] : [{ value, counted, impact: one.impact }];
  });
  const { missing } = line;
  const isTold = parts.length > 0 || line.isKnownOnlyWhereTold !== true;
  const central = parts.map(({ value, counted: { exchange } }) => ({ value: centralOf(value), exchange }));
  const band = bandSum(...parts.map(({ value }) => (value instanceof Decimal ? NOTHING : value)));
  return {
    name: line.name,
    family: line.family,
    unit: line.unit,
    basis,
    value: isTold ? central.reduce((sum, one) => sum.plus(one.value), new Decimal(0)) : undefined,
    low: missing && band.low,
    high: missing && band.high,
    entryCount: parts.reduce((sum, one) => sum + one.counted.entries, 0),
    shares: sharesOf(central),
    missing: missing === undefined ? [] : unique(parts.flatMap(({ impact }) => impact[missing].missing)),
  };
}

const centralOf = (value: Band | Decimal): Decimal => (value instanceof Decimal ? value : value.central);
const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Nothing of it is uncertain by a factor. */
const CERTAIN = { low: undefined, high: undefined, missing: [] } as const;

/** Shares of exchanges, in per cent; of none there is no share. */
function networkOf(
  counted: readonly Counted[],
  basis: Basis,
  traits: IndicatorRules['traits'],
): readonly FoldedIndicator[] {
  const standing = standingOf(counted);
  const exchanges = [...new Map(standing.map((one) => [one.exchange.agreementId, one.exchange])).values()];
  const shares = sharesOf(exchanges.map((exchange) => ({ value: new Decimal(1), exchange })));
  const across = exchanges.filter((one) => one.giverDivision !== one.takerDivision).length;
  const beyond = exchanges.filter((one) => traits.get(one.agreementId)?.isAcrossClusters === true).length;
  const most = Math.max(0, ...[...shares.values()].map((share) => share.toNumber()));
  const entryCount = standing.reduce((sum, one) => sum + one.entries, 0);
  const share = (name: string, part: number): FoldedIndicator => ({
    ...CERTAIN,
    name,
    family: 'NETWORK',
    unit: '%',
    basis,
    value: exchanges.length === 0 ? undefined : percent(part, exchanges.length),
    entryCount,
    shares,
  });
  return [
    share('crossIndustryShare', across),
    share('crossClusterShare', beyond),
    // What the network would lose with the firm that takes part in most of it.
    share('largestFirmShare', most),
  ];
}

const percent = (part: number, whole: number): Decimal =>
  new Decimal(part).times(100).div(whole).toDecimalPlaces(9);

/** A figure of some of the entries, under a name that says which. */
const beside =
  (family: FigureFamily, names: readonly FigureName[], nameOf: (name: FigureName) => string) =>
  (counted: readonly Counted[], basis: Basis): readonly FoldedIndicator[] =>
    foldFigures(counted, basis)
      .filter(({ name }) => names.includes(name))
      .map((figure) => ({ ...figure, ...CERTAIN, family, name: nameOf(figure.name) }));

const MOVED: readonly FigureName[] = ['materialMoved', 'energyMoved', 'netCo2eAvoided'];

/**
 * All that the ledger holds up to the last day. The rule of persistence: an effect lasts as long as deliveries, or the
 * term that was agreed, and is not carried on beyond.
 */
const lifetimeOf = beside('LIFETIME', MOVED, (name) => `${name}ToDate`);
const additionalOf = beside('ADDITIONALITY', [...MOVED, 'exchanges'], (name) => `${name}Additional`);
const earlierOf = beside('ADDITIONALITY', ['exchanges'], () => 'retrospectiveExchanges');

function additionalityOf(
  counted: readonly Counted[],
  basis: Basis,
  traits: IndicatorRules['traits'],
): readonly FoldedIndicator[] {
  const isEarlier = ({ exchange }: Counted): boolean =>
    traits.get(exchange.agreementId)?.isRetrospective === true;
  const added = counted.filter((one) => !isEarlier(one));
  return [...additionalOf(added, basis), ...earlierOf(counted.filter(isEarlier), basis)];
}
