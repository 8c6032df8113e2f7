import {
  actsFor,
  assess,
  Decimal,
  distancesBetween,
  isExact,
  isLiveMatch,
  lookOf,
  MASKED_LEVELS,
  middle,
  plain,
  propertyName,
  valueOf,
  viewListing,
  type Actor,
  type Assessment,
  type Band,
  type Both,
  type Check,
  type DisclosureGroup,
  type ListingFacts,
  type Range,
  type Rules,
  type ValuedFlow,
  type ValueParts,
} from '#domain';
import type { MatchRow, StoredListing, Tx } from '#store';
import { pairUp } from './candidates.js';
import { factsFor, factsOf, materialOf } from './facts.js';
import type { Setting } from './setting.js';
import { isInMarket } from './standing.js';
import {
  seenBy,
  type BandView,
  type MatchValueView,
  type NearMissView,
  type OutlineView,
  type ValuePartsView,
} from './views.js';

/**
 * What a match is worth by public reference prices and factors, from what the viewer's side may know: amount and
 * materials as the match itself tells them, places exact only where they are the viewer's own, granted or agreed. No
 * router is asked, for its answer would tell where a masked site lies.
 *
 * @param row as the viewer's side of it may know it
 * @param granted groups that the other side has granted
 * @returns undefined once the match is closed, or where its materials have left the tree
 */
export function valueOfMatch(
  actor: Actor,
  row: MatchRow,
  offer: StoredListing,
  need: StoredListing,
  rules: Rules,
  granted: readonly DisclosureGroup[],
): MatchValueView | undefined {
  const seen = seenBy(actor, row);
  const byProduct = rules.materials.get(seen.byProductCode);
  const input = rules.materials.get(seen.inputCode);
  if (byProduct === undefined || input === undefined) return undefined;
  const agreed = row.state === 'AGREED';
  if (!agreed && !isLiveMatch(row.state)) return undefined;
  const giver = actsFor(actor, row.offerFirmId);
  const given = giver || agreed ? factsOf(offer, rules) : factsFor(offer, need, rules, granted);
  const taken = !giver || agreed ? factsOf(need, rules) : factsFor(need, offer, rules, granted);
  const flow = travelling(given, taken, { byProduct, input, link: row.link }, rules);
  return valueView(flow, seen.yearlyBase, rules);
}

type FlowOfAnyAmount = Omit<ValuedFlow, 'yearlyBase'>;

/** What goes from one side to the other, and how it could travel, from what is known of each. */
export const travelling = (
  given: ListingFacts,
  taken: ListingFacts,
  goods: Pick<ValuedFlow, 'byProduct' | 'input' | 'link'>,
  { detours }: Pick<Rules, 'detours'>,
): FlowOfAnyAmount => ({
  ...goods,
  distances: distancesBetween(given.place, taken.place, detours),
  sourceC: sourceOf(given),
  sinkC: temperatureOf(taken)?.min,
});

/** A banded amount gives the year the outermost of what its ends come to. */
function valueView(flow: FlowOfAnyAmount, yearlyBase: Range, rules: Rules): MatchValueView {
  const at = (base: number) => valueOf({ ...flow, yearlyBase: new Decimal(base) }, rules);
  const value = at(middle(yearlyBase));
  const ends = isExact(yearlyBase) ? [] : [at(yearlyBase.min), at(yearlyBase.max)];
  const ofYear = (account: keyof Both<ValueParts>): ValuePartsView =>
    partsView(
      value.perYear[account],
      ends.map((one) => one.perYear[account]),
      whole,
    );
  const ofUnit = (account: keyof Both<ValueParts>): ValuePartsView =>
    partsView(value.perUnit[account], [], fine);
  return {
    mode: value.mode,
    unit: flow.byProduct.unit,
    perUnit: { nok: ofUnit('nok'), co2eKg: ofUnit('co2eKg') },
    perYear: { nok: ofYear('nok'), co2eKg: ofYear('co2eKg') },
    alternatives: value.alternatives.map(({ mode, km, perUnit, missing }) => ({
      mode,
      km: Math.round(km * 10) / 10,
      perUnit: { nok: bandView(perUnit.nok, [], fine), co2eKg: bandView(perUnit.co2eKg, [], fine) },
      missing,
    })),
    used: value.used,
    missing: value.missing,
    factorSet: value.factorSet,
    priceSet: value.priceSet,
  };
}

type Rounding = (value: Decimal) => Decimal;

/** A year in whole kroner and kilograms; a unit to hundredths, and what is smaller than 1 to three digits. */
const whole: Rounding = (value) => value.toDecimalPlaces(0);
const fine: Rounding = (value) =>
  value.abs().gte(1) ? value.toDecimalPlaces(2) : value.toSignificantDigits(3);

const partsView = (central: ValueParts, ends: readonly ValueParts[], round: Rounding): ValuePartsView => {
  const part = (name: keyof ValueParts): BandView =>
    bandView(
      central[name],
      ends.map((one) => one[name]),
      round,
    );
  return {
    purchaseAvoided: part('purchaseAvoided'),
    disposalAvoided: part('disposalAvoided'),
    treatment: part('treatment'),
    transport: part('transport'),
    net: part('net'),
  };
};

const bandView = (band: Band, ends: readonly Band[], round: Rounding): BandView => ({
  low: plain(round(Decimal.min(band.low, ...ends.map((one) => one.low)))),
  central: plain(round(band.central)),
  high: plain(round(Decimal.max(band.high, ...ends.map((one) => one.high)))),
});

/** Degrees Celsius, also where no unit is said. */
const CELSIUS = /^°?\s*c(elsius)?$/i;

function temperatureOf({ properties }: ListingFacts): Range | undefined {
  const stated = properties.find(
    (one) => propertyName(one.property) === 'temperature' && CELSIUS.test(one.unit ?? 'C'),
  )?.range;
  return stated && Number.isFinite(stated.min) ? stated : undefined;
}

/** The middle of what is offered; heat stated from below only is reckoned at that. */
function sourceOf(given: ListingFacts): number | undefined {
  const stated = temperatureOf(given);
  if (stated === undefined) return undefined;
  return Number.isFinite(stated.max) ? (stated.min + stated.max) / 2 : stated.min;
}

/** Candidates read and assessed at a time, and the most that one question looks at. */
const PAGE = 100;
const MOST_LOOKED_AT = 400;

/**
 * Listings that a hard condition keeps from a match, where a standard step would cure all that fails; best first. It
 * tells no more than a match would: the other side goes in as {@link factsFor} gives it to a match, and what fails
 * on bands fails for every value in them, so that revising the own limits step by step feels out no more than bands.
 */
export async function nearMissesOf(
  tx: Tx,
  own: StoredListing,
  first: number,
  { rules }: Setting,
): Promise<readonly NearMissView[]> {
  if (!isInMarket(own)) return [];
  const ownFacts = factsOf(own, rules);
  const look = lookOf(ownFacts, rules);
  const facts = (one: StoredListing): ListingFacts =>
    one.id === own.id ? ownFacts : factsFor(one, own, rules);
  const found: Miss[] = [];
  for (let skip = 0; skip < MOST_LOOKED_AT; skip += PAGE) {
    const page = await tx.search.candidates(look, [], { first: PAGE, skip });
    for (const other of await tx.listings.byIds(page.map((one) => one.id))) {
      const seen = pairUp(own, other, (offer, need) => assess(facts(offer), facts(need), rules));
      const failed = seen === undefined ? [] : curableFailures(seen);
      if (seen !== undefined && failed.length > 0) found.push({ other, failed, score: seen.score });
    }
    if (page.length < PAGE) break;
  }
  const best = found.sort((a, b) => b.score - a.score).slice(0, first);
  return best.map((one) => missView(one, rules));
}

interface Miss {
  readonly other: StoredListing;
  readonly failed: readonly Check[];
  readonly score: number;
}

/** What fails, where a standard step could cure all of it; else nothing. */
function curableFailures({ checks }: Assessment): readonly Check[] {
  const failed = checks.filter((one) => one.result === 'FAIL');
  return failed.every((one) => one.remedy !== undefined) ? failed : [];
}

const missView = ({ other, failed, score }: Miss, rules: Rules): NearMissView => ({
  other: outlineOf(other, rules),
  failed,
  score,
});

/** As little of a listing as there is to tell: in bands, also where more of it is open. */
export function outlineOf(listing: StoredListing, rules: Rules): OutlineView {
  const { firm, site } = listing;
  const names = [firm.name, site.name];
  const viewed = { ...listing, firmId: firm.id, siteId: site.id, names, area: areaName(listing) };
  const sight = { levels: MASKED_LEVELS, own: false };
  const { side, materialCode, remaining } = viewListing(viewed, materialOf(listing, rules), sight);
  return { side, materialCode, area: viewed.area, quantity: remaining };
}

/** The municipality of the site; abroad its country. */
export const areaName = ({ area, site }: StoredListing): string => area?.name ?? site.region ?? '';
