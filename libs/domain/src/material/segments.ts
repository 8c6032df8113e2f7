import { normalise, stem } from './spelling.js';

/**
 * What a word says of the thing that its segment names: `thing` is part of the name, `content` stands behind "of"
 * ("remains of *bark*"), `origin` behind another preposition of place or means ("slag from *copper works*"), `purpose`
 * behind one of purpose ("lime for *soil*").
 */
export type Relation = 'thing' | 'content' | 'origin' | 'purpose';

export interface Word {
  readonly text: string;
  readonly relation: Relation;
}

/** Where a segment stands: in running text, in brackets, where a use is told, or what the use replaces. */
export type Standing = 'plain' | 'bracket' | 'use' | 'replaced';

/** A run of words between commas and conjunctions. */
export interface Segment {
  readonly words: readonly Word[];
  readonly sentence: number;
  readonly standing: Standing;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const CONTENT = set('of av');
const ORIGIN =
  set(`from with in at by on after via using through during containing fra frå med i ved på etter hos
  under gjennom innen inneholder inneheld`);
const PURPOSE = set('for to into as til som mot');
/** What follows tells what the thing is good for. */
const USES = set('suitable brukes brukast nyttes nyttast anvendes egnet eigna egner passer passar');
/** What follows is what the thing is used, or sought, instead of. */
const REPLACES = set(
  'replaces replacing replace substitutes erstatter erstattar erstatte istedenfor istadenfor',
);
/** These do the same before a preposition: "instead of", "i stedet for", "as a substitute for". */
const REPLACEMENT =
  set(`instead place substitute replacement alternative stedet staden steden erstatning erstatter
  alternativ alternativt`);
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
  material virgin imported purchased own commercial substitute replacement alternative feedstock ingredient component
  granulated pelletised briquetted screened baled pressed supply bags stuff something things
  tørr tørt tørre våt vått våte fuktig fukt fuktighet ren rent rene vasket vaska sortert knust fin fint grov grovt
  grove god godt gode høy høyt høg låg lav lavt stor stort store liten lite små ny nytt nye gammel brukt brukte
  blandet blanda kassert kasserte utrangert tilbyr tilbys tilbud tilbod trenger treng trengs søker søkes ønsker ønskes
  ynskjer ynskje behov selges selger seljast kjøpes kjøper kjøpast gis bort gratis leveres levering hentes henting
  kvalitet innhold innhald holdig haldig rik leverandør mottaker mottakar tilgjengelig
  tilgjengeleg løpende løpande fast produksjon anlegg fabrikk bedrift avfall rest rester restar avkapp kapp fraksjon
  rejekt biprodukt råstoff råvare materiale finstoff erstatning alternativ kjøpt importert eget egen egne eigen
  jomfruelig granulert siktet sikta briketterte pressa presset storsekk farlig farleg
  kverna kvernet noko produksjonsvrak utrangerte overskudd`;

const NORWEGIAN =
  set(`og eller fra frå av til med som på uten utan ikke ikkje erstatter erstattar er vi det den avfall
  annet andre rester restar brukt brukte inneholder`);
const ENGLISH =
  set(`and or from of to with as without not replaces is are we the by waste wastes other spent used
  containing`);

/** Language that a text is written in, as far as its small words tell. */
export type Language = 'nb' | 'en';

/**
 * The language of a text by its small words and letters; undefined where they do not tell.
 *
 * @param text of any length, as written
 * @example languageOf('slagg fra kobberverk') // 'nb'
 */
export function languageOf(text: string): Language | undefined {
  let [norwegian, english] = [/[æøå]/iu.test(text) ? 1 : 0, 0];
  for (const [word] of text.toLowerCase().matchAll(/[a-zæøå]+/g)) {
    if (NORWEGIAN.has(word)) norwegian += 1;
    else if (ENGLISH.has(word)) english += 1;
  }
  if (norwegian === english) return undefined;
  return norwegian > english ? 'nb' : 'en';
}

const LIGHT_STEMS: ReadonlySet<string> = new Set(LIGHT_WORDS.split(/\s+/).map(stem));

/**
 * Whether a stem seldom says what a thing is, so that it cannot be the head of a phrase with any other word in it.
 *
 * @example isLight(stem('avfallet')) // true
 */
export const isLight = (stemmed: string): boolean => LIGHT_STEMS.has(stemmed);

/** No compound is longer; the bound keeps the splitting of made-up ones cheap. */
const WORD_LETTERS = 40;

const TOKEN =
  /\d+(?:[.,\s]\d+)*|[a-zæøåô][a-zæøåô0-9]*(?:'s)?(?:-[a-zæøåô][a-zæøåô0-9]*)*-?|&|[.,;:!?()/\n[\]]|\s[-–—]\s/g;

/** The two names of two words that are written as formulas too. */
const oneName = (text: string): string =>
  text.replaceAll(/\bcarbon dioxide\b/g, 'co2').replaceAll(/\bcarbon monoxide\b/g, 'co');

/**
 * Cuts a text into segments of telling words: numbers, units, stop words and what follows a negation are left out,
 * and words behind a preposition are marked. Commas and conjunctions part segments, full stops part sentences.
 *
 * @param text Norwegian or English, of any length
 * @returns the segments in their order, none without a word
 * @example segmentsOf('ca 4.000 tonn/år slagg fra kobberverk')[0].words.map((one) => one.text) // ['slagg', 'kobberverk']
 */
export function segmentsOf(text: string): readonly Segment[] {
  const cutter = new Cutter();
  for (const [token] of oneName(normalise(text)).matchAll(TOKEN)) cutter.take(token);
  return cutter.finish();
}

class Cutter {
  private readonly segments: Segment[] = [];
  private words: Word[] = [];
  private sentence = 0;
  private relation: Relation = 'thing';
  private negated = false;
  private standing: Standing = 'plain';
  private last = '';

  take(token: string): void {
    if (/^\d/.test(token)) return;
    if (/^[.;:!?()\n[\]]/.test(token)) this.endSentence(token);
    else if (CONJUNCTIONS.has(token)) this.join();
    else if (/^[,/]|^\s/.test(token)) this.endSegment();
    else if (USES.has(token)) this.start('use');
    else if (REPLACES.has(token)) this.start('replaced');
    else if (CONTENT.has(token)) this.goBehind('content');
    else if (ORIGIN.has(token)) this.goBehind('origin');
    else if (PURPOSE.has(token)) this.goBehind('purpose');
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

  private start(standing: Standing): void {
    this.endSegment();
    this.standing = standing;
    this.relation = 'thing';
  }

  /** "Used as" tells of a use and "instead of" of what is replaced; "used oil" and "alternative fuel" do not. */
  private goBehind(relation: Relation): void {
    const standing = this.toldBy(this.last, relation);
    if (standing !== undefined) {
      if (this.words.at(-1)?.text === this.last) this.words.pop();
      this.start(standing);
    } else this.relation = relation;
  }

  /** What the word before a preposition says of the words behind it. */
  private toldBy(word: string, relation: Relation): Standing | undefined {
    if (REPLACEMENT.has(word)) return 'replaced';
    return word === 'used' && relation === 'purpose' ? 'use' : undefined;
  }

  private addWords(token: string): void {
    for (const text of partsOf(token)) {
      if (text.length < 2 || text.length > WORD_LETTERS) continue;
      if (STOP_WORDS.has(text) || UNIT_WORDS.has(text)) continue;
      this.words.push({ text, relation: this.relation });
    }
  }

  private endSegment(): void {
    if (this.words.length > 0)
      this.segments.push({ words: this.words, sentence: this.sentence, standing: this.standing });
    this.words = [];
    this.negated = false;
  }

  private endSentence(token: string): void {
    this.endSegment();
    this.sentence += 1;
    this.relation = 'thing';
    this.standing = token === '(' || token === '[' ? 'bracket' : 'plain';
  }
}

/** A small word before a hyphen belongs to the next ("by-product", "e-avfall"): alone it would be a preposition. */
function partsOf(token: string): readonly string[] {
  const whole = token.replace(/-$/, '').replace(/'s$/, '');
  const [first = '', ...rest] = whole.split('-');
  const joined = first.length === 1 || CONTENT.has(first) || ORIGIN.has(first) || PURPOSE.has(first);
  return rest.length > 0 && joined ? [first + rest.join('')] : [first, ...rest];
}
