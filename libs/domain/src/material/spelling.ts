const ACCENTS: readonly (readonly [RegExp, string])[] = [
  [/ä/g, 'æ'],
  [/ö/g, 'ø'],
  [/[éèêë]/g, 'e'],
  [/[óò]/g, 'o'],
  [/[üúù]/g, 'u'],
  [/[áàâ]/g, 'a'],
  [/[’`´]/g, "'"],
];

/**
 * One spelling of the same letters: lower case, composed, subscripts as digits, Swedish and German vowels as ours.
 * The ô of "fôr" stays, as feed is not the preposition.
 *
 * @param text any text; the lengths of the two may differ
 * @example normalise('CO₂ och Masugnsslagg från KÖPING') // 'co2 och masugnsslagg från køping'
 */
export const normalise = (text: string): string =>
  ACCENTS.reduce((here, [from, to]) => here.replace(from, to), text.normalize('NFKC').toLowerCase());

/** The endings tried, longest first, each with the number of letters that must be left for it to be an ending. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['erene', 4],
  ['erne', 4],
  ['eren', 4],
  ['eret', 4],
  ['ene', 3],
  ['ane', 4],
  ['ere', 4],
  ['ing', 5],
  ['er', 4],
  ['ar', 4],
  ['en', 3],
  ['et', 3],
  ['ed', 4],
  ['e', 3],
  ['a', 3],
];

/**
 * Forms whose ending gives no hint that they are one word: nynorsk beside bokmål, American beside British, a formula
 * beside its name. Pairs of other form and the form kept; both are stemmed below.
 */
const SAME_WORD = `vatn vann|oske aske|veg vei|omn ovn|jarn jern|kopar kobber|kol kull|gras gress|mjøl mel|
  mjølk melk|saud sau|høg høy|kvit hvit|skjer skjær|avskjer avskjær|overskot overskudd|bein ben|
  aluminum aluminium|fiber fibre|tyre tire|mould mold|grey gray|colour color|sulphur sulfur|sulphuric sulfuric|
  sulphate sulfate|sulphide sulfide|leaves leaf|potatoes potato|tomatoes tomato|
  manganese mangan|fjør fjær|skjel skjell|karbondioksid co2|karbonmonoksid co`;

/** Words whose stem would be another word: lime is no "lim" (glue), "tare" (kelp) no tar, cleaning not clean. */
const OWN_STEM: ReadonlyMap<string, string> = new Map([
  ['lime', 'lime'],
  ['limes', 'lime'],
  ['tare', 'tare'],
  ['taren', 'tare'],
  ['cleaning', 'cleaning'],
]);

/**
 * Whether a word is the other form of one that is kept (nynorsk, American).
 *
 * @example isOtherForm('omn') // true
 */
export const isOtherForm = (word: string): boolean => SAME_STEM.has(bareStem(word));

/**
 * The stem that a word shares with its inflections in bokmål, nynorsk and English. It need not be a word; a doubled
 * last letter is made one, which also joins "slagg" to "slag" and "metall" to "metal".
 *
 * @example stem('slaggene') // 'slag'
 */
export function stem(word: string): string {
  const own = OWN_STEM.get(word);
  if (own !== undefined) return own;
  const bare = bareStem(word);
  return SAME_STEM.get(bare) ?? bare;
}

function bareStem(word: string): string {
  const bare = withoutPlural(withoutGenitive(word));
  const ending = ENDINGS.find(([end, left]) => bare.length - end.length >= left && bare.endsWith(end));
  const here = ending === undefined ? bare : bare.slice(0, -ending[0].length);
  const last = here.at(-1) ?? '';
  const doubled = here.length > 3 && here.at(-2) === last && CONSONANTS.includes(last);
  return doubled ? here.slice(0, -1) : here;
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

const withoutGenitive = (word: string): string => {
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word.endsWith("'") ? word.slice(0, -1) : word;
};

const SAME_STEM: ReadonlyMap<string, string> = new Map(
  SAME_WORD.split('|').map((pair) => {
    const [other = '', kept = ''] = pair.trim().split(' ');
    return [bareStem(other), bareStem(kept)];
  }),
);

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (['sses', 'shes', 'ches', 'xes'].some((end) => word.endsWith(end))) return word.slice(0, -2);
  return word.length > 3 && !'siu'.includes(word.at(-2) ?? 's') ? word.slice(0, -1) : word;
}

/** Letters for which keyboards, languages and the forms of Norwegian differ; the inner ones stand in compounds. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/høg/g, 'høy'],
  [/løys/g, 'løs'],
  [/støyp/g, 'støp'],
  [/reins/g, 'rens'],
  [/kvit/g, 'hvit'],
  [/vatn/g, 'vann'],
  [/mjø/g, 'me'],
  [/oske/g, 'aske'],
  [/flyge/g, 'flyve'],
  [/overskot/g, 'overskudd'],
  [/innhald/g, 'innhold'],
  [/ø|ô|oe/g, 'o'],
  [/å|aa/g, 'a'],
  [/æ|ae/g, 'e'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/our/g, 'or'],
  [/c(?!h)/g, 'k'],
  [/(.)\1/g, '$1'],
];

/**
 * The spelling left when a keyboard without æøå and the choice between c and k, ph and f, s and z, single and double
 * letters, bokmål and nynorsk are allowed for. A second chance only: it also joins words that differ.
 *
 * @example fold('smoerolje') === fold('smørolje') // true
 */
export const fold = (word: string): string =>
  FOLDS.reduce((here, [from, to]) => here.replace(from, to), word);

/**
 * Æ, ø and å where somebody without those keys wrote two letters for each; before stemming, or "avskjaer" would lose
 * its last two letters as an ending.
 *
 * @example withOwnLetters('avskjaer') // 'avskjær'
 */
export const withOwnLetters = (word: string): string =>
  word.replaceAll('ae', 'æ').replaceAll('oe', 'ø').replaceAll('aa', 'å');

/** The three-letter windows of a word, its edges padded so that the first letters weigh more than the last. */
export function trigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}

/**
 * Share of three-letter windows that two words have in common, 0 to 1 (the measure of PostgreSQL's pg_trgm), from the
 * number shared and the number that each has.
 *
 * @example shareOf(7, 10, 9).toFixed(2) // '0.58': "aluminium" and "aluminum"
 */
export const shareOf = (shared: number, left: number, right: number): number =>
  shared / (left + right - shared);
