import { addMonths, kindOf, type Day, type MaterialSuggestion, type Quantity, type Side } from '#domain';
import type { Market } from '#market';
import { readDemo, type Demo, type DemoListing } from '../../../apps/local/src/demo/read.js';
import type { Entry, Participant } from '../market-room.js';
import { amountOf, neutralAmount } from './amount.js';
import type { Party } from './exchanges.js';
import type { KnownOffer, SoughtNeed } from './sought.js';

/** Who takes part and what they list. */
export interface Stock {
  readonly participants: readonly Participant[];
  readonly entries: readonly Entry[];
}

/** An industry that the file does not name: no division has this number. */
const NO_INDUSTRY = '00.00';

const stated = { properties: [], currency: 'NOK', visibility: 'FEDERATION' } as const;

/** The demo's listings, as they stand on its first day: what else is in the market. */
export function demoStock(today: Day, demo: Demo = readDemo()): Stock {
  const participants = demo.firms.flatMap((firm) =>
    firm.sites.map(({ key, municipalityNumber, latitude, longitude }) => ({
      key: `demo/${key}`,
      name: firm.name,
      naceCode: firm.naceCode,
      municipalityNumber,
      position: { latitude, longitude },
    })),
  );
  const firstSite = new Map(demo.firms.map((firm) => [firm.key, firm.sites[0]?.key ?? '']));
  const entries = demo.listings.map((one) => ({
    key: `demo/${one.key}`,
    participant: `demo/${one.site ?? firstSite.get(one.firm) ?? ''}`,
    input: demoInput(one, today),
  }));
  return { participants, entries };
}

function demoInput(listing: DemoListing, today: Day): Entry['input'] {
  const {
    key: _key,
    firm: _firm,
    site: _site,
    material,
    availableInMonths,
    availableForMonths,
    ...terms
  } = listing;
  return {
    ...terms,
    currency: 'NOK',
    materialCode: material,
    availableFrom: availableInMonths === undefined ? undefined : addMonths(today, availableInMonths),
    availableUntil: availableForMonths === undefined ? undefined : addMonths(today, availableForMonths),
  };
}

/** The offers of the file: their text, industry and place, and an amount where the file has one. */
export function offerStock(market: Market, offers: readonly KnownOffer[]): Stock {
  return {
    participants: distinct(offers.map(({ donor }) => participantOf('giver', donor))),
    entries: offers.map((offer) => ({
      key: offer.key,
      participant: participantOf('giver', offer.donor).key,
      input: { ...stated, side: 'OFFER', ...shortened(offer.title), quantity: offeredAmount(market, offer) },
    })),
  };
}

/** The needs of the file, with one amount for all: that of the true flow would give the pair away. */
export function needStock(market: Market, needs: readonly SoughtNeed[]): Stock {
  return {
    participants: distinct(needs.map(({ receiver }) => participantOf('taker', receiver))),
    entries: needs.map((need) => ({
      key: need.key,
      participant: participantOf('taker', need.receiver).key,
      input: {
        ...stated,
        side: 'NEED',
        ...shortened(need.title, need.description),
        quantity: neutralAmount(likelyUnit(market, textOf(need), 'NEED', need.receiver)),
      },
    })),
  };
}

/** The same firm as giver and as taker takes part twice, so that what it uses itself counts as an exchange too. */
const participantOf = (role: 'giver' | 'taker', { name, nace, country, position }: Party): Participant => ({
  key: [role, name, nace, position?.latitude ?? '', position?.longitude ?? ''].join('/'),
  name,
  naceCode: nace === '' ? NO_INDUSTRY : nace,
  country,
  position,
});

export const giverKey = ({ donor }: KnownOffer): string => participantOf('giver', donor).key;

const distinct = (all: readonly Participant[]): readonly Participant[] => [
  ...new Map(all.map((one) => [one.key, one])).values(),
];

const LONGEST_TITLE = 200;

/** What does not fit into a title is said in the description. */
function shortened(title: string, description?: string): { title: string; description?: string } {
  if (title.length <= LONGEST_TITLE) return { title, ...(description === undefined ? {} : { description }) };
  return { title: title.slice(0, LONGEST_TITLE), description: textOf({ title, description }) };
}

/** The file's amount where it is of the kind that the likeliest material is measured in: energy says nothing of tonnes. */
function offeredAmount(market: Market, { rows, title, donor }: KnownOffer): Quantity {
  const unit = likelyUnit(market, title, 'OFFER', donor);
  const stated = rows.flatMap((row) => amountOf(row.quantity, row.unit) ?? []);
  return stated.find((one) => kindOf(one.unit) === kindOf(unit)) ?? neutralAmount(unit);
}

/** The unit that people state the likeliest material of a text in; tonnes where the text tells none. */
function likelyUnit(market: Market, text: string, side: Side, party: Party): string {
  const code = suggest(market, text, side, party, 1)[0]?.code;
  return (code === undefined ? undefined : market.materials.material(code)?.unit) ?? 't';
}

/** What the market itself would make of a text of that party. */
export const suggest = (
  market: Market,
  text: string,
  side: Side,
  { nace }: Party,
  first: number,
): readonly MaterialSuggestion[] =>
  market.listings.suggestMaterials(
    text,
    { side, division: nace === '' ? undefined : nace.slice(0, 2) },
    first,
  );

/** Title and description as one text. */
export const textOf = ({
  title,
  description,
}: {
  title: string;
  description?: string | undefined;
}): string => (description === undefined ? title : `${title}\n${description}`);
