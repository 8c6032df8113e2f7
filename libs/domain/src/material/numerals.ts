/** An interval as people write one: a value, a range, or one open end. */
export interface WrittenAmount {
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
}

/** A number with its bounds where it stands in a text, with what follows it. */
export interface Numeral {
  readonly at: number;
  readonly end: number;
  /** The ends as written; `to` only of a range. */
  readonly from: string;
  readonly to?: string | undefined;
  readonly scale: number;
  readonly bound: 'least' | 'most' | undefined;
  /** A range written with a slash: a size fraction ("8/16 mm"), never an amount. */
  readonly slashed: boolean;
}

/** Alternatives of a regular expression, longest first, out of a list parted by `|`. */
export const oneOf = (list: string): string =>
  list
    .trim()
    .split(/\s*\|\s*/)
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replaceAll(/[.^()]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');

const NOT_IN_WORD = '(?<![\\p{L}\\d])';
const AT_LEAST = oneOf(`minst | minimum | min. | min | over | mer enn | meir enn | more than | at least |
  no less than | not less than | above | exceeding | ikke under | ikkje under`);
const AT_MOST =
  oneOf(`maksimum | maksimalt | maks. | maks | maximum | max. | max | under | below | less than |
  mindre enn | up to | opptil | opp til | inntil | høyst | høgst | at most | no more than | not more than |
  ikke over | ikkje over`);
const ABOUT = oneOf(`circa | cirka | ca. | ca | about | around | approximately | approx. | approx | omtrent |
  omlag | om lag | rundt | anslagsvis`);
const OR_MORE = oneOf(
  'eller mer | eller meir | eller over | og over | or more | or above | or higher | and above',
);
const OR_LESS = oneOf('eller mindre | eller under | or less | or below | or lower | and below');

/** Digits in groups of three parted by blanks, or any with points and commas. */
const DIGITS = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)*';
/** A unit may stand after the first end too ("15 % - 20 %"). */
const BETWEEN_ENDS = '(?:\\s?(?:%|°\\s?C|tonn|t|mm))?\\s*(?:-|–|—|(?<slash>/)|\\b(?:to|til)\\b)\\s*';
const SCALES = oneOf('mill. | mill | mio | millioner | millionar | million | tusen | thousand');
const NUMERAL = new RegExp(
  `(?:(?<least>${NOT_IN_WORD}(?:${AT_LEAST})|>=|≥|>)|(?<most>${NOT_IN_WORD}(?:${AT_MOST})|<=|≤|<))?\\s*` +
    `(?:${NOT_IN_WORD}(?:${ABOUT})|~|≈)?\\s*(?<![\\p{L}\\d.,/])(?:` +
    `(?:mellom|between)\\s+(?<low>${DIGITS})\\s+(?:\\S{1,4}\\s+)?(?:og|and)\\s+(?<high>${DIGITS})|` +
    `(?<from>(?:(?<![^\\s(:])[-−])?(?:${DIGITS}))(?:${BETWEEN_ENDS}(?<to>${DIGITS}))?)` +
    `(?:\\s?(?:(?<scale>${SCALES})(?![\\p{L}])|(?<thousand>k)(?=\\s+(?:t|m3)))(?:\\s+(?:of|av))?)?`,
  'giu',
);
const OPEN_END = new RegExp(`^\\s*(?:(?<more>${OR_MORE})|(?<less>${OR_LESS}))`, 'iu');

/**
 * Every number of a text with the words that bound it, in their order.
 *
 * @param text as it was written
 * @example numeralsIn('minst 1 000 t')[0]?.bound // 'least'
 */
export function numeralsIn(text: string): readonly Numeral[] {
  return [...text.matchAll(NUMERAL)].map((match) => {
    const { least, most, low, high, from, to, slash, scale, thousand } = match.groups ?? {};
    const lead = match[0].length - match[0].trimStart().length;
    return {
      at: match.index + lead,
      end: match.index + match[0].length,
      from: low ?? from ?? '',
      to: high ?? to,
      scale: thousand !== undefined ? 1000 : scaleOf(scale),
      bound: least !== undefined ? 'least' : most !== undefined ? 'most' : undefined,
      slashed: slash !== undefined,
    };
  });
}

const scaleOf = (word: string | undefined): number =>
  word === undefined ? 1 : /^m/i.test(word) ? 1_000_000 : 1000;

/**
 * The value of written digits. Of two kinds of separator the last parts the decimals; one that comes twice parts
 * thousands. A single one before exactly three digits is read as thousands ("4.000 tonn"), unless a zero leads or a
 * share, temperature or size is meant, which has no thousands but may have three decimals.
 *
 * @param digits with points, commas or spaces
 * @param as `amount` where thousands are usual, `measure` where they are not
 * @example numberOf('4.000', 'amount') // 4000
 */
export function numberOf(digits: string, as: 'amount' | 'measure'): number {
  const bare = digits.replaceAll(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  const separators = [...bare.matchAll(/[.,]/g)];
  const last = separators.at(-1);
  if (last === undefined) return Number(bare);
  const kinds = new Set(separators.map(([one]) => one)).size;
  const thousands =
    kinds === 1 && (separators.length > 1 || (as === 'amount' && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(bare)));
  if (thousands) return Number(bare.replaceAll(/[.,]/g, ''));
  return Number(`${bare.slice(0, last.index).replaceAll(/[.,]/g, '')}.${bare.slice(last.index + 1)}`);
}

/**
 * The interval that a numeral states, in the unit that follows it.
 *
 * @param after the text behind the unit, where "or more" may stand
 * @example amountOf(numeralsIn('10-12 GWh')[0], 'amount', '') // { min: 10, max: 12 }
 */
export function amountOf(numeral: Numeral, as: 'amount' | 'measure', after: string): WrittenAmount {
  const scaled = (digits: string): number => Number((numberOf(digits, as) * numeral.scale).toPrecision(12));
  const from = scaled(numeral.from);
  if (numeral.to !== undefined) {
    const max = scaled(numeral.to);
    const min = as === 'amount' ? shortened(from, max) : from;
    return min <= max ? { min, max } : { min: max, max: min };
  }
  const { more, less } = OPEN_END.exec(after)?.groups ?? {};
  if (numeral.bound === 'least' || more !== undefined) return { min: from };
  if (numeral.bound === 'most' || less !== undefined) return { max: from };
  return { value: from };
}

/** "4-5000 tonn" says the thousands once for both ends. */
const shortened = (min: number, max: number): number =>
  min > 0 && min < 10 && max >= 1000 && max < 10_000 && max % 1000 === 0 && min * 1000 < max
    ? min * 1000
    : min;
