import type { Period } from '../quantity/period.js';
import { UNITS } from '../quantity/unit.js';
import { acidityAt, propertyAt, type FoundProperty, type PropertyAt } from './found-properties.js';
import { amountOf, numeralsIn, oneOf, type Numeral, type WrittenAmount } from './numerals.js';

/** An amount found in a text; a range or bound has min, max or both, a plain number has value. */
export interface FoundQuantity extends WrittenAmount {
  /** Code of a unit of quantity/unit.ts. */
  readonly unit: string;
  /** Absent where the text does not say how often. */
  readonly per?: Period;
  /** The words it was read from. */
  readonly text: string;
}

/** What a free text states in numbers: proposals for the fields of a listing, to be confirmed by its owner. */
export interface FoundInText {
  readonly quantities: readonly FoundQuantity[];
  readonly properties: readonly FoundProperty[];
}

interface WrittenUnit {
  readonly unit: string;
  readonly per?: Period | undefined;
}

/** Spellings of running text beyond those of the unit table; some bring their period along. */
const MORE_UNITS = `t: metric tons, metric tonnes, MT, mt | t/YEAR: tpa, tpy | t/DAY: tpd | kt/YEAR: ktpa |
  m3: m^3, kubikkmetrar, cubic metres, cubic meters, cubic metre, cubic meter, cbm |
  l: liters, litres, litrar | kg: kilos | lb: lbs, pounds | Nm3: normalkubikkmeter | pcs: stykker, piece, units`;

const units = new Map<string, WrittenUnit>();
for (const { code, spellings } of UNITS)
  for (const written of [code, ...spellings]) units.set(written.replace('³', '3'), { unit: code });
for (const line of MORE_UNITS.split('|')) {
  const [named = '', ...forms] = line.split(/[:,]/).map((one) => one.trim());
  const [unit = '', per] = named.split('/');
  for (const written of forms) units.set(written, { unit, per: per as Period | undefined });
}
/** In other letters too, unless they are another unit's: Mt is a million t, mt is none. */
const loosely = new Map([...units].reverse().map(([written, unit]) => [written.toLowerCase(), unit]));
loosely.set('mt', { unit: 't' });
const UNIT = new RegExp(`^\\s?(${oneOf([...units.keys()].join('|'))})(?![\\p{L}\\d^])`, 'iu');

/** Periods by the words for them, with how many of what is said go into one. */
const PERIODS: readonly (readonly [Period, number, string])[] = [
  ['YEAR', 1, 'år året yr y a year annum annual annually årlig årleg årlege årlige yearly'],
  ['YEAR', 4, 'kvartal kvartalet quarter'],
  ['MONTH', 1, 'måned måneden månad månaden mnd mån month mo månedlig månadleg monthly'],
  ['WEEK', 1, 'uke uka uken veke veka week wk ukentlig vekentleg weekly'],
  ['DAY', 1, 'dag dagen døgn døgnet day d daglig dagleg daily'],
];
const periods = new Map(
  PERIODS.flatMap(([per, times, words]) => words.split(' ').map((word) => [word, { per, times }] as const)),
);
/** Without "per" before them only these tell a rate. */
const ADVERB =
  oneOf(`annually | årlig | årleg | årlege | årlige | yearly | monthly | weekly | daily | månedlig |
  månadleg | ukentlig | vekentleg | daglig | dagleg`);
const PER =
  '(?:/\\s?|per\\s+|pr\\.?\\s*|i\\s+|a\\s+|an\\s+|om\\s+|each\\s+|every\\s+|hvert\\s+|hver\\s+|kvart\\s+|kvar\\s+)';
const RATE = new RegExp(
  `^\\s*[(,]?\\s*(?:(?<annum>p\\.?\\s?a\\.)|${PER}(?<word>[\\p{L}]+)|(?<adverb>${ADVERB}))(?![\\p{L}\\d])`,
  'iu',
);
/** "Årlig ca 4000 tonn", "annual volume: 400 t": the period stands before the amount, in the same clause. */
const RATE_BEFORE = new RegExp(
  `(?<![\\p{L}])(?<adverb>annual|${ADVERB})(?![\\p{L}])[^.;\\n\\d]{0,30}$`,
  'iu',
);
const HOURLY = /^\s*(?:\/\s?|per\s+|pr\.?\s*|i\s+|an\s+)(?:h|hr|hour|t|time|timen)(?![\p{L}\d])/iu;
/** An amount per anything else is the size of a lot or a ratio ("25 kg per sekk", "kg/m2"). */
const OTHER_RATIO = /^\s*(?:\/\s?|per\s+|pr\.?\s*)[\p{L}\d]/iu;
const SINGLE = /(?:engangs|eingongs)\p{L}*|one-off|single lot|enkeltparti/iu;
const LOOK_AROUND = 60;

/**
 * Reads amounts, rates and properties out of a free text, Norwegian or English. Nothing is converted but the spelling
 * of units, four quarters to a year, and thousands or millions in words. What it finds is offered to the owner of a
 * listing as suggestions, never taken silently.
 *
 * @param text title and description as written
 * @returns both lists in the order of the text; empty where no number has a unit that is understood
 * @example foundIn('ca 4.000 tonn/år tørr flis, 15-20 % fukt').quantities[0]?.value // 4000
 */
export function foundIn(text: string): FoundInText {
  const plain = inPlace(text);
  const quantities: FoundQuantity[] = [];
  const properties: FoundProperty[] = [];
  let used = 0;
  for (const numeral of numeralsIn(plain)) {
    if (numeral.at < used) continue;
    const property = acidityAt(plain, numeral) ?? propertyAt(plain, numeral, used) ?? flowAt(plain, numeral);
    if (property !== undefined) {
      properties.push(property.found);
      used = property.end;
      continue;
    }
    const quantity = quantityAt(plain, numeral);
    if (quantity !== undefined) quantities.push(quantity);
  }
  return Object.freeze({ quantities, properties });
}

/** Subscripts, superscripts and hard blanks written plainly, each letter staying where it is. */
const inPlace = (text: string): string =>
  text
    .replaceAll(/[\u2080-\u2089]/g, (one) => String(one.charCodeAt(0) - 0x2080))
    .replaceAll('\u00b3', '3')
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

function unitAt(plain: string, numeral: Numeral): (WrittenUnit & { readonly end: number }) | undefined {
  const match = UNIT.exec(plain.slice(numeral.end, numeral.end + 24));
  const written = match?.[1]?.replaceAll(/\s+/g, ' ');
  const unit = written === undefined ? undefined : (units.get(written) ?? loosely.get(written.toLowerCase()));
  return match === null || unit === undefined ? undefined : { ...unit, end: numeral.end + match[0].length };
}

/** Per hour is no period of a listing, but a flow. */
function flowAt(plain: string, numeral: Numeral): PropertyAt | undefined {
  const unit = unitAt(plain, numeral);
  if (unit === undefined || !isAmount(numeral)) return undefined;
  const hourly = HOURLY.exec(plain.slice(unit.end, unit.end + LOOK_AROUND));
  if (hourly === null) return undefined;
  const end = unit.end + hourly[0].length;
  const found = {
    property: 'flow',
    ...amountOf(numeral, 'amount', plain.slice(end, end + LOOK_AROUND)),
    unit: `${unit.unit}/h`,
    text: plain.slice(numeral.at, end).trim(),
  };
  return { end, found };
}

function quantityAt(plain: string, numeral: Numeral): FoundQuantity | undefined {
  const unit = unitAt(plain, numeral);
  if (unit === undefined || !isAmount(numeral)) return undefined;
  const after = plain.slice(unit.end, unit.end + LOOK_AROUND);
  const rate = unit.per === undefined ? rateAfter(after) : { per: unit.per, times: 1, letters: 0 };
  if (rate === undefined && OTHER_RATIO.test(after)) return undefined;
  const before = plain.slice(Math.max(0, numeral.at - LOOK_AROUND), numeral.at);
  const { per, times = 1, letters = 0 } = rate ?? rateBefore(before) ?? { per: single(before + after) };
  const amount = amountOf(numeral, 'amount', after.slice(letters));
  return {
    ...(times === 1 ? amount : multiplied(amount, times)),
    unit: unit.unit,
    ...(per === undefined ? {} : { per }),
    text: plain.slice(numeral.at, unit.end + letters).trim(),
  };
}

const isAmount = (numeral: Numeral): boolean => !numeral.slashed && !/^[-−]/.test(numeral.from);

interface Rate {
  readonly per: Period | undefined;
  readonly times?: number;
  readonly letters?: number;
}

function rateAfter(after: string): Rate | undefined {
  const match = RATE.exec(after);
  if (match === null || /^\s*i\s+dag/i.test(match[0])) return undefined;
  const { annum, word, adverb } = match.groups ?? {};
  const found =
    annum !== undefined ? periods.get('annum') : periods.get((word ?? adverb ?? '').toLowerCase());
  return found && { ...found, letters: match[0].length };
}

const rateBefore = (before: string): Rate | undefined =>
  periods.get(RATE_BEFORE.exec(before)?.groups?.['adverb']?.toLowerCase() ?? '');

const single = (around: string): Period | undefined => (SINGLE.test(around) ? 'ONCE' : undefined);

const multiplied = (amount: WrittenAmount, times: number): WrittenAmount =>
  Object.fromEntries(Object.entries(amount).map(([key, value]: [string, number]) => [key, value * times]));
