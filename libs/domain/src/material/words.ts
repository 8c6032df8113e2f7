/** A word of a text as it was written, with the part it plays in its phrase. */
interface Word {
  readonly text: string;
  /** Stands behind a preposition ("slag from *copper works*"): says more about the origin than the thing. */
  readonly behind: boolean;
}

/** A run of words between commas and conjunctions. */
export interface Segment {
  readonly words: readonly Word[];
  readonly sentence: number;
  /** Stands in brackets or tells of a use, so it seldom names the thing. */
  readonly aside: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const PREPOSITIONS =
  set(`from of for to in with at by as into on after via using through during containing fra frå av
  til med i ved på som etter hos under gjennom innen mot for inneholder inneheld`);
/** What follows tells what the thing is good for. */
const USES =
  set(`replaces replacing suitable erstatter erstattar brukes brukast nyttes nyttast anvendes egnet eigna egner
  passer passar`);
const CONJUNCTIONS = set('and or og eller & plus samt');
const NEGATIONS = set('no not without excluding uten utan ikke ikkje ingen ekskl ekskludert');
const STOP_WORDS =
  set(`a an the is are was be been has have had it its this that these those we our us you your
  they their there which who will can could may also some any all other such than then so very more most per each
  about approx approximately around up over under between out only when where if
  en ei et eit den det de dei der er var blir vert bli vere være har hatt vi vår vårt våre oss du dere dykk deres
  ditt din sin sitt sine man seg dette denne disse desse kan vil skal må bør også òg noe noko noen nokre alle annen
  annet andre anna slik så svært mer meir mest pr hver hvert kvar kvart om ca cirka omtrent rundt inntil opp ut over
  mellom bare berre når hvor kor dersom eks ev evt inkl etc mv m`);
const UNIT_WORDS =
  set(`t tonn tonne tonnes ton tons kt mt kg kilo kilogram g gram lb pound m3 fm3 lm3 nm3 sm3 km
  kubikk kubikkmeter l liter litre litres liters gal yd3 kwh mwh gwh twh mj gj tj toe kw mw pcs stk stykk pieces mm
  cm um ppm mg bar barg kpa mpa celsius grader degrees prosent percent pst år året årlig årleg year years yearly
  annual annually yr yrs måned måneder månad månader month months monthly mnd uke uker veke veker week weeks weekly
  dag dager dagar day days daily døgn time timer timar hour hours`);
/** Words for state, shape and trade: "waste" and "avkapp" say that something is left, not what it is. */
const LIGHT_WORDS = `dry dried wet moist fresh clean pure washed sorted crushed compacted fine fines coarse good high
  low large small new old used spent waste recovered recycled discarded collected mixed surplus available offer
  offered offers offering need needed needs want wanted seeking looking sale sell selling buy free quality grade raw
  moisture content level rich bearing approved use useful today currently produced production factory
  delivery delivered pickup residue residual cut off offs offcuts fraction part rejects byproducts remains
  tørr tørt tørre våt vått våte fuktig fukt fuktighet ren rent rene vasket vaska sortert knust fin fint grov grovt
  grove god godt gode høy høyt høg låg lav lavt stor stort store liten lite små ny nytt nye gammel brukt brukte
  blandet blanda kassert kasserte utrangert tilbyr tilbys tilbud tilbod trenger treng trengs søker søkes ønsker ønskes
  ynskjer ynskje behov selges selger seljast kjøpes kjøper kjøpast gis bort gratis leveres levering hentes henting
  kvalitet innhold innhald holdig haldig rik leverandør mottaker mottakar tilgjengelig
  tilgjengeleg løpende løpande fast produksjon anlegg fabrikk bedrift avfall rest rester restar avkapp kapp fraksjon
  rejekt biprodukt`;

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
 * @example normalise('CO₂ och Masugnsslagg från KÖPING') // 'co2 och masugnsslagg från køping'
 */
export const normalise = (text: string): string =>
  ACCENTS.reduce((here, [from, to]) => here.replace(from, to), text.normalize('NFKC').toLowerCase());

/** The endings tried, longest first, each with the number of letters that must be left for it to be an ending. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['ene', 3],
  ['ane', 4],
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
 * The stem that a word shares with its inflections in bokmål, nynorsk and English. It need not be a word; a doubled
 * last letter is made one, which also joins "slagg" to "slag" and "metall" to "metal".
 *
 * @example stem('slaggene') // 'slag'
 */
export function stem(word: string): string {
  const bare = withoutPlural(word.replace(/'s?$/, ''));
  const ending = ENDINGS.find(([end, left]) => bare.endsWith(end) && bare.length - end.length >= left);
  const here = ending === undefined ? bare : bare.slice(0, -ending[0].length);
  return here.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/ø|ô|oe/g, 'o'],
  [/å|aa/g, 'a'],
  [/æ|ae/g, 'e'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/c(?!h)/g, 'k'],
  [/(.)\1/g, '$1'],
];

/**
 * The spelling left when a keyboard without æøå and the choice between c and k, ph and f, single and double letters
 * are allowed for. A second chance only: it also joins words that differ.
 *
 * @example fold('smoerolje') === fold('smørolje') // true
 */
export const fold = (word: string): string =>
  FOLDS.reduce((here, [from, to]) => here.replace(from, to), word);

const LIGHT_STEMS: ReadonlySet<string> = new Set(LIGHT_WORDS.split(/\s+/).map(stem));

/**
 * Whether a stem seldom says what a thing is, so that it cannot be the head of a phrase with any other word in it.
 *
 * @example isLight(stem('avfallet')) // true
 */
export const isLight = (stemmed: string): boolean => LIGHT_STEMS.has(stemmed);

/** The three-letter windows of a word, its edges padded so that the first letters weigh more than the last. */
export function trigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}

/**
 * Share of three-letter windows that two words have in common, 0 to 1 (the measure of PostgreSQL's pg_trgm).
 *
 * @example similarity('aluminium', 'aluminum').toFixed(2) // '0.58'
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const one of left) if (right.has(one)) shared += 1;
  return shared / (left.size + right.size - shared);
}

/** No compound is longer; the bound keeps the splitting of made-up ones cheap. */
const WORD_LETTERS = 40;

const TOKEN =
  /\d+(?:[.,\s]\d+)*|[a-zæøåô][a-zæøåô0-9]*(?:'s)?(?:-[a-zæøåô][a-zæøåô0-9]*)*-?|&|[.,;:!?()/\n[\]]|\s[-–—]\s/g;

/**
 * Cuts a text into segments of telling words: numbers, units, stop words and what follows a negation are left out,
 * and words behind a preposition are marked. Commas and conjunctions part segments, full stops part sentences.
 *
 * @example segmentsOf('ca 4.000 tonn/år slagg fra kobberverk')[0].words.map((one) => one.text) // ['slagg', 'kobberverk']
 */
export function segmentsOf(text: string): readonly Segment[] {
  const cutter = new Cutter();
  for (const [token] of normalise(text).matchAll(TOKEN)) cutter.take(token);
  return cutter.finish();
}

class Cutter {
  private readonly segments: Segment[] = [];
  private words: Word[] = [];
  private sentence = 0;
  private behind = false;
  private negated = false;
  private aside = false;
  private last = '';

  take(token: string): void {
    if (/^\d/.test(token)) return;
    if (/^[.;:!?()\n[\]]/.test(token)) this.endSentence(token);
    else if (CONJUNCTIONS.has(token)) this.join();
    else if (/^[,/]|^\s/.test(token)) this.endSegment();
    else if (USES.has(token)) this.startUse();
    else if (PREPOSITIONS.has(token)) this.goBehind();
    else if (NEGATIONS.has(token)) this.negated = true;
    else if (!this.negated) this.addWords(token);
    this.last = token;
  }

  finish(): readonly Segment[] {
    this.endSegment();
    return this.segments;
  }

  /** "Jern- og stålslagg" is one thing said of two: the head of the second is the head of the first. */
  private join(): void {
    if (!this.last.endsWith('-')) this.endSegment();
  }

  private startUse(): void {
    this.endSegment();
    this.aside = true;
  }

  /** "Used as" tells of a use, "used oil" does not. */
  private goBehind(): void {
    if (this.last === 'used') this.startUse();
    this.behind = this.behind || this.words.length > 0;
  }

  private addWords(token: string): void {
    for (const text of partsOf(token)) {
      if (text.length < 2 || text.length > WORD_LETTERS) continue;
      if (STOP_WORDS.has(text) || UNIT_WORDS.has(text)) continue;
      this.words.push({ text, behind: this.behind });
    }
  }

  private endSegment(): void {
    if (this.words.length > 0)
      this.segments.push({ words: this.words, sentence: this.sentence, aside: this.aside });
    this.words = [];
    this.negated = false;
  }

  private endSentence(token: string): void {
    this.endSegment();
    this.sentence += 1;
    this.behind = false;
    this.aside = token === '(' || token === '[';
  }
}

/** A small word before a hyphen belongs to the next ("by-product", "e-avfall"): alone it would be a preposition. */
function partsOf(token: string): readonly string[] {
  const whole = token.replace(/-$/, '').replace(/'s$/, '');
  const [first = '', ...rest] = whole.split('-');
  if (rest.length > 0 && (first.length === 1 || PREPOSITIONS.has(first))) return [first + rest.join('')];
  return [first, ...rest];
}

/** A part of a word: a smallest word of the vocabulary, or what the vocabulary does not know. */
export interface Part {
  readonly atom: string | undefined;
  /** 1 for the very word, less for another spelling or a likely slip. */
  readonly quality: number;
}

/** Resolves words to the smallest words of a vocabulary, so that compound and separate spellings meet. */
export interface Lexicon {
  /** The parts of a word in their order; the last one is its head. */
  readonly resolve: (word: string) => readonly Part[];
}

/** What each stem of the vocabulary is made of. */
type Known = ReadonlyMap<string, readonly string[]>;
type Guess = (word: string) => readonly Part[] | undefined;

const UNKNOWN: Part = Object.freeze({ atom: undefined, quality: 0 });
const FOLDED = 0.95;
const SLIP_FROM = 0.6;
/** Shorter words resemble too many others for a slip to be told from another word. */
const SLIP_LETTERS = 5;
const PART_LETTERS = 3;
/** Part of a compound whose other part is unknown: a short one would be found inside unrelated words. */
const PIECE_LETTERS = 4;
const FRONT_LETTERS = 5;

/**
 * Builds the lexicon of a vocabulary, whose own compounds are split wherever one part is a word of it; the part left
 * over then counts as a word too ("kobber" of "kobberslagg"). The second round uses what the first one found.
 *
 * @example buildLexicon(['bjørk', 'bark']).resolve('bjørkebark').map((one) => one.atom) // ['bjørk', 'bark']
 */
export function buildLexicon(vocabulary: Iterable<string>): Lexicon {
  const shortestFirst = [...new Set(vocabulary)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const known = new Map<string, readonly string[]>(shortestFirst.map((word) => [stem(word), [stem(word)]]));
  for (const word of [...shortestFirst, ...shortestFirst]) {
    const pieces = splitOff(word, known) ?? [];
    for (const piece of pieces) if ('rest' in piece) learn(piece.rest, known);
    const split = splitKnown(word, known) ?? pieces.flatMap(atomsOfPiece);
    if (split.length > 0) known.set(stem(word), split);
  }
  const folded = new Map([...known].reverse().map(([word, atoms]) => [fold(word), atoms]));
  const slip = slipFinder(known);
  return Object.freeze({ resolve: (word: string) => resolve(word, known, folded, slip) });
}

function learn(rest: string, known: Map<string, readonly string[]>): void {
  const atom = stem(rest);
  if (rest.length >= PIECE_LETTERS && !known.has(atom)) known.set(atom, [atom]);
}

function resolve(word: string, known: Known, folded: Known, slip: Guess): readonly Part[] {
  const own = known.get(stem(word)) ?? splitKnown(word, known);
  if (own !== undefined) return asParts(own, 1);
  const respelt = folded.get(fold(stem(word)));
  if (respelt !== undefined) return asParts(respelt, FOLDED);
  return slip(stem(word)) ?? splitHalf(word, known, slip) ?? [UNKNOWN];
}

const asParts = (atoms: readonly string[], quality: number): readonly Part[] =>
  atoms.map((atom) => ({ atom, quality }));

/**
 * A compound of known words, with or without a joining s or e; the longest last part wins, as it is the head. Fronts
 * found to be none are remembered, or a long made-up word would be tried in exponentially many ways.
 */
function splitKnown(word: string, known: Known, failed = new Set<string>()): readonly string[] | undefined {
  for (let at = PART_LETTERS; at <= word.length - PART_LETTERS; at += 1) {
    const tail = known.get(stem(word.slice(at)));
    if (tail === undefined) continue;
    for (const one of joinedForms(word.slice(0, at))) {
      if (failed.has(one) || stem(one) === stem(word)) continue;
      const front = known.get(stem(one)) ?? splitKnown(one, known, failed);
      if (front !== undefined) return [...front, ...tail];
      failed.add(one);
    }
  }
  return undefined;
}

const joinedForms = (front: string): readonly string[] =>
  /[se]$/.test(front) && front.length > PART_LETTERS ? [front, front.slice(0, -1)] : [front];

/** A piece of a word: what the vocabulary makes of it, or the letters it does not know. */
type Piece = { readonly atoms: readonly string[] } | { readonly rest: string };

const atomsOfPiece = (piece: Piece): readonly string[] =>
  'atoms' in piece ? piece.atoms : [stem(piece.rest)];

/** Cuts a word at the one part of it that is known: the longest last part, failing that the longest first part. */
function splitOff(word: string, known: Known): readonly Piece[] | undefined {
  for (let at = PIECE_LETTERS; at <= word.length - PIECE_LETTERS; at += 1) {
    const atoms = known.get(stem(word.slice(at)));
    if (atoms !== undefined) return [{ rest: word.slice(0, at) }, { atoms }];
  }
  for (let at = word.length - PIECE_LETTERS; at >= FRONT_LETTERS; at -= 1) {
    const atoms = known.get(stem(word.slice(0, at)));
    if (atoms !== undefined) return [{ atoms }, { rest: word.slice(at) }];
  }
  return undefined;
}

/** The parts of a compound of which only one is known; the other may be a slip. */
const splitHalf = (word: string, known: Known, slip: Guess): readonly Part[] | undefined =>
  splitOff(word, known)?.flatMap((piece) =>
    'atoms' in piece ? asParts(piece.atoms, FOLDED) : (slip(stem(piece.rest)) ?? [UNKNOWN]),
  );

/** Finds the word of the vocabulary that a misspelt one most resembles, by the three-letter windows they share. */
function slipFinder(known: Known): Guess {
  const words = [...known.keys()];
  const having = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const one of trigrams(word)) having.set(one, [...(having.get(one) ?? []), at]);
  });
  return (slipped) => {
    if (slipped.length < SLIP_LETTERS) return undefined;
    const near = new Set([...trigrams(slipped)].flatMap((one) => having.get(one) ?? []));
    let best: { word: string; quality: number } | undefined;
    for (const at of near) {
      const word = words[at] ?? '';
      if (word.length < SLIP_LETTERS || Math.abs(word.length - slipped.length) > 3) continue;
      const quality = similarity(word, slipped);
      if (quality >= Math.max(SLIP_FROM, (best?.quality ?? 0) + 1e-9)) best = { word, quality };
    }
    return best && asParts(known.get(best.word) ?? [], best.quality);
  };
}
