import type { Material } from './material.js';
import { buildLexicon, isLight, segmentsOf, stem, type Lexicon, type Part, type Segment } from './words.js';

/** A node of the material tree that a text may be about. */
export interface MaterialSuggestion {
  readonly code: string;
  /** 0 to 1, never 1. */
  readonly confidence: number;
  /** The words of the text that decided, and the name of the material they were held against. */
  readonly why: string;
}

/** Proposes materials for a free text, best first; an empty list when the text names nothing known. */
export interface Classifier {
  /**
   * @param text title and description in Norwegian or English, the title first
   * @param first how many suggestions at most
   */
  suggest(text: string, side: 'OFFER' | 'NEED', first: number): readonly MaterialSuggestion[];
}

/** One name of a material, cut into the smallest words of the vocabulary. */
interface Phrase {
  readonly code: string;
  readonly name: string;
  readonly head: string;
  /** Weight of each atom: how rare it is in the tree, more for the head. */
  readonly atoms: ReadonlyMap<string, number>;
  readonly total: number;
  /** Names several things ("oils and fats"), so its words may stand in several segments. */
  readonly several: boolean;
}

interface Index {
  readonly materials: ReadonlyMap<string, Material>;
  readonly lexicon: Lexicon;
  readonly rarity: (atom: string | undefined) => number;
  readonly phrasesWith: ReadonlyMap<string, readonly Phrase[]>;
  /** Every atom that occurs in a name of the material. */
  readonly wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An atom where it stands in a text. */
interface Spot {
  readonly quality: number;
  readonly weight: number;
  readonly role: Role;
  readonly text: string;
}

/** A segment of the text held against the vocabulary. */
interface Clause {
  readonly spots: ReadonlyMap<string, Spot>;
  /** Weight of all telling words, known or not. */
  readonly total: number;
  readonly sentence: number;
  readonly standing: number;
}

/** How well one name fits one clause. */
interface Hit {
  readonly phrase: Phrase;
  readonly clause: Clause;
  readonly score: number;
  /** Every word of the name is there, spelt right, and its head is the head of the clause. */
  readonly whole: boolean;
  /** Share of the weight of the clause that the name accounts for. */
  readonly share: number;
}

type Role = 'head' | 'modifier' | 'behind';

const IN_PHRASE: Readonly<Record<Role, number>> = Object.freeze({ head: 1, modifier: 0.75, behind: 0.5 });
const IN_TEXT: Readonly<Record<Role, number>> = Object.freeze({ head: 1, modifier: 0.7, behind: 0.35 });
/** What a name is worth when its head plays this role in the text: copper scrap is scrap, not copper. */
const AS_HEAD: Readonly<Record<Role, number>> = Object.freeze({ head: 1, modifier: 0.55, behind: 0.5 });
/** The head of a later segment may serve this one too ("edible oil and fat residues"). */
const HEAD_ELSEWHERE = 0.65;
const NO_HEAD = 0.4;
/** Share of its weight that a word for state or trade keeps. */
const LIGHT = 0.3;
/** A word that stands in a neighbouring segment may belong to the phrase, or to another thing in a list. */
const ELSEWHERE = 0.5;
/** What stays of a hit whose name leaves the rest of the clause unexplained. */
const UNEXPLAINED = 0.45;
const INCOMPLETE_POWER = 2;
/** Share of its parent's score that adds to that of a child named in the text. */
const SUPPORT = 0.2;
const UNDER_PARENT = 0.95;
const WORTH_NAMING = 0.12;
const NEAR_ENOUGH_TO_NAME = 0.25;
const SURE = 0.98;
const UNSURE = 0.89;
const CLEAR_MARGIN = 0.25;
/** Longer texts say the same again; the bound keeps the work bounded too. */
const TEXT_LETTERS = 1200;

/**
 * Builds a classifier over a material tree; the index is built once, a suggestion is a matter of a millisecond.
 *
 * @example buildClassifier(materials).suggest('Bjørkebark fra sagbruk', 'OFFER', 1)[0]?.code // 'bark'
 */
export function buildClassifier(materials: readonly Material[]): Classifier {
  const index = buildIndex(materials);
  return Object.freeze({
    suggest: (text: string, side: 'OFFER' | 'NEED', first: number) => {
      const clauses = clausesOf(text.slice(0, TEXT_LETTERS), index);
      const ranked = rank(settleFamilies(bestHits(clauses, index), index), side, index);
      return suggestions(ranked, clauses, index).slice(0, Math.max(0, first));
    },
  });
}

/** The names of a material: what stands in its labels before a comma or bracket, or in a list, is a name as well. */
function namesOf(material: Material): readonly string[] {
  const labels = [material.labels.nb, material.labels.en];
  const more = labels.flatMap((one) => [one.split(/[,(]/)[0] ?? '', ...bracketed(one), ...listed(one)]);
  const all = [...labels, ...more, ...material.synonyms.nb, ...material.synonyms.en];
  return [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))];
}

const bracketed = (label: string): readonly string[] =>
  [...label.matchAll(/\((\S+)\)/g)].flatMap((one) => one[1] ?? []);

/** "Ash and dust" lists its words; "iron and steel slag" may not. */
function listed(label: string): readonly string[] {
  const segments = segmentsOf(label);
  return segments.length > 1 && segments.every((one) => one.words.length === 1)
    ? segments.flatMap((one) => one.words.map((word) => word.text)).filter((one) => !isLight(stem(one)))
    : [];
}

function buildIndex(materials: readonly Material[]): Index {
  const names = materials.map((one) => ({ code: one.code, names: namesOf(one) }));
  const written = names.flatMap((one) => one.names.flatMap(segmentsOf));
  const lexicon = buildLexicon(written.flatMap((one) => one.words.map((word) => word.text)));
  const wordsOf = new Map(
    names.map((one) => [one.code, new Set(one.names.flatMap((name) => atomsOf(name, lexicon)))]),
  );
  const rarity = rarityIn([...wordsOf.values()]);
  const phrasesWith = new Map<string, Phrase[]>();
  for (const phrase of names.flatMap((one) =>
    one.names.flatMap((name) => phraseOf(one.code, name, lexicon, rarity)),
  )) {
    for (const atom of phrase.atoms.keys()) phrasesWith.set(atom, [...(phrasesWith.get(atom) ?? []), phrase]);
  }
  return {
    materials: new Map(materials.map((one) => [one.code, one])),
    lexicon,
    rarity,
    phrasesWith,
    wordsOf,
  };
}

const atomsOf = (name: string, lexicon: Lexicon): readonly string[] =>
  segmentsOf(name).flatMap((segment) =>
    segment.words.flatMap((word) => lexicon.resolve(word.text).flatMap((part) => part.atom ?? [])),
  );

/** Inverse document frequency, a material being the document; a word not in the tree tells half as much as a rare one. */
function rarityIn(materials: readonly ReadonlySet<string>[]): (atom: string | undefined) => number {
  const counts = new Map<string, number>();
  for (const words of materials) for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  const rarest = Math.log(1 + materials.length);
  return (atom) =>
    atom === undefined
      ? rarest / 2
      : Math.log(1 + materials.length / (counts.get(atom) ?? 1)) * (isLight(atom) ? LIGHT : 1);
}

function phraseOf(
  code: string,
  name: string,
  lexicon: Lexicon,
  rarity: (atom: string | undefined) => number,
): readonly Phrase[] {
  const segments = segmentsOf(name);
  const placed = segments.flatMap((segment) => placesOf(segment, lexicon));
  const head = placed.findLast((one) => one.role === 'head')?.atom;
  if (head === undefined) return [];
  const atoms = new Map<string, number>();
  for (const { atom, role } of placed) {
    if (atom !== undefined) atoms.set(atom, Math.max(atoms.get(atom) ?? 0, rarity(atom) * IN_PHRASE[role]));
  }
  return [{ code, name, head, atoms, total: sum([...atoms.values()]), several: segments.length > 1 }];
}

interface Place {
  readonly atom: string | undefined;
  readonly quality: number;
  readonly role: Role;
  readonly text: string;
}

/**
 * The parts of a segment with their roles. The last telling part before a preposition is the head; where nothing
 * telling stands before it ("en rest av bark"), the phrase behind it is what the text is about.
 */
function placesOf(segment: Segment, lexicon: Lexicon): readonly Place[] {
  const parts = segment.words.flatMap((word) => {
    const found = lexicon
      .resolve(word.text)
      .map((part) => ({ ...part, text: word.text, behind: word.behind }));
    return isLight(stem(word.text)) && found.every((part) => part.atom === undefined) ? [] : found;
  });
  const front = parts.filter((part) => !part.behind);
  const back = parts.filter((part) => part.behind);
  const lead = front.some(tells) || back.length === 0 ? front : back;
  const head = lead.findLast((part) => part.atom === undefined || tells(part)) ?? lead.at(-1);
  return parts.map((part) => ({
    ...part,
    role: part === head ? 'head' : lead.includes(part) ? 'modifier' : 'behind',
  }));
}

const tells = (part: Part): boolean => part.atom !== undefined && !isLight(part.atom);

function clausesOf(text: string, index: Index): readonly Clause[] {
  return segmentsOf(text).flatMap((segment, at) => {
    const places = placesOf(segment, index.lexicon);
    if (places.length === 0) return [];
    const spots = new Map<string, Spot>();
    for (const { atom, quality, role, text: word } of places) {
      if (atom === undefined) continue;
      const weight = weightInText(atom, role, index);
      if (weight * quality > spotWorth(spots.get(atom)))
        spots.set(atom, { quality, weight, role, text: word });
    }
    const total = sum(places.map((one) => weightInText(one.atom, one.role, index)));
    return [{ spots, total, sentence: segment.sentence, standing: standingOf(segment, at) }];
  });
}

/** A word for state or trade is hardly missed by a name that leaves it unexplained. */
const weightInText = (atom: string | undefined, role: Role, index: Index): number =>
  index.rarity(atom) * IN_TEXT[role] * (atom !== undefined && isLight(atom) ? LIGHT : 1);

const spotWorth = (spot: Spot | undefined): number => (spot === undefined ? 0 : spot.weight * spot.quality);

/** The title comes first and names the thing; what follows tells of use and origin. */
const standingOf = (segment: Segment, at: number): number =>
  Math.max(0.7, 1 - 0.03 * at - 0.1 * Math.min(1, segment.sentence)) * (segment.aside ? 0.75 : 1);

/** The best hit of each material that the text touches. */
function bestHits(clauses: readonly Clause[], index: Index): ReadonlyMap<string, Hit> {
  const best = new Map<string, Hit>();
  for (const clause of clauses) {
    const around = clauses.filter((one) => one.sentence === clause.sentence && one !== clause);
    const atoms = [...clause.spots.keys()];
    const telling = atoms.filter((atom) => !isLight(atom));
    const asked = telling.length > 0 ? telling : atoms;
    const phrases = new Set(asked.flatMap((atom) => index.phrasesWith.get(atom) ?? []));
    for (const phrase of phrases) {
      const hit = hitOf(phrase, clause, around);
      if (hit.score > (best.get(phrase.code)?.score ?? 0)) best.set(phrase.code, hit);
    }
  }
  return best;
}

function hitOf(phrase: Phrase, clause: Clause, around: readonly Clause[]): Hit {
  const elsewhere = (atom: string): Spot | undefined =>
    around.find((one) => one.spots.has(atom))?.spots.get(atom);
  let [found, explained, exact] = [0, 0, 0];
  for (const [atom, weight] of phrase.atoms) {
    const spot = clause.spots.get(atom);
    if (spot === undefined) {
      found += weight * (elsewhere(atom)?.quality ?? 0) * (phrase.several ? 1 : ELSEWHERE);
      continue;
    }
    found += weight * spot.quality;
    explained += spot.weight * spot.quality;
    if (spot.quality === 1) exact += 1;
  }
  const head = clause.spots.get(phrase.head);
  const share = explained / clause.total;
  const fit = (found / phrase.total) ** INCOMPLETE_POWER * (UNEXPLAINED + (1 - UNEXPLAINED) * share);
  const standing = phrase.several
    ? Math.max(clause.standing, ...around.map((one) => one.standing))
    : clause.standing;
  const score = fit * standing * headWorth(head, elsewhere(phrase.head));
  return { phrase, clause, score, share, whole: exact === phrase.atoms.size && head?.role === 'head' };
}

function headWorth(here: Spot | undefined, elsewhere: Spot | undefined): number {
  if (here !== undefined) return AS_HEAD[here.role];
  return elsewhere?.role === 'head' ? HEAD_ELSEWHERE : NO_HEAD;
}

/**
 * Sets children against the nearest parent that the text touches, deepest first. A child of which the text has no word of its own says no more than
 * its parent, so the parent takes its score and the child stays below. One that is named gains from its parent, but
 * no more than to stand above it.
 */
function settleFamilies(hits: ReadonlyMap<string, Hit>, index: Index): readonly Hit[] {
  const settled = new Map(hits);
  const deepestFirst = [...hits.keys()].sort((a, b) => depth(b, index) - depth(a, index) || (a < b ? -1 : 1));
  for (const code of deepestFirst) {
    const parent = ancestors(code, index).find((one) => settled.has(one));
    const [mine, above] = [settled.get(code), parent === undefined ? undefined : settled.get(parent)];
    if (mine === undefined || parent === undefined || above === undefined) continue;
    if (hasOwnWord(mine, parent, above, index)) {
      const supported = Math.min(mine.score + SUPPORT * above.score, above.score / UNDER_PARENT);
      settled.set(code, { ...mine, score: Math.max(mine.score, supported) });
    } else if (mine.score >= above.score) {
      settled.set(parent, { ...above, score: mine.score });
      settled.set(code, { ...mine, score: mine.score * UNDER_PARENT });
    }
  }
  return [...settled.values()];
}

function hasOwnWord(mine: Hit, parent: string, above: Hit, index: Index): boolean {
  if (mine.whole && (!above.whole || mine.phrase.total > above.phrase.total)) return true;
  const shared = index.wordsOf.get(parent);
  return [...mine.phrase.atoms.keys()].some(
    (atom) => mine.clause.spots.has(atom) && !shared?.has(atom) && !isLight(atom),
  );
}

const depth = (code: string, index: Index): number => ancestors(code, index).length;

function ancestors(code: string, index: Index): readonly string[] {
  const found: string[] = [];
  let parent = index.materials.get(code)?.parent ?? null;
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = index.materials.get(parent)?.parent ?? null;
  }
  return found;
}

/** Best first; of equals the longer name, then what the side makes likelier, then by code: always the same order. */
function rank(hits: readonly Hit[], side: 'OFFER' | 'NEED', index: Index): readonly Hit[] {
  const rounded = (hit: Hit): number => Math.round(hit.score * 1000);
  const top = Math.max(0, ...hits.map((one) => one.score));
  return hits
    .filter((one) => one.score >= Math.max(WORTH_NAMING, NEAR_ENOUGH_TO_NAME * top))
    .sort(
      (a, b) =>
        rounded(b) - rounded(a) ||
        Math.round(b.phrase.total - a.phrase.total) ||
        likelihood(b, side, index) - likelihood(a, side, index) ||
        (a.phrase.code < b.phrase.code ? -1 : 1),
    );
}

/** What may be waste is rather offered, what is made on purpose rather sought. */
function likelihood(hit: Hit, side: 'OFFER' | 'NEED', index: Index): number {
  const material = index.materials.get(hit.phrase.code);
  const likely =
    side === 'OFFER' ? (material?.wasteCodes.length ?? 0) > 0 : material?.productionFactor !== undefined;
  return likely ? 1 : 0;
}

/** The first carries the confidence of the whole list; the others fall with their score and never reach it. */
function suggestions(ranked: readonly Hit[], clauses: readonly Clause[], index: Index): MaterialSuggestion[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const lead = confidenceOf(best, ranked, clauses, index);
  return ranked.map((hit) => {
    const confidence = hit === best ? lead : Math.min(UNSURE, 0.9 * lead * (hit.score / best.score));
    return Object.freeze({
      code: hit.phrase.code,
      confidence: Math.round(confidence * 100) / 100,
      why: whyOf(hit),
    });
  });
}

/** Grows with the fit itself, the share of the text explained and the distance to the next material. */
function confidenceOf(hit: Hit, ranked: readonly Hit[], clauses: readonly Clause[], index: Index): number {
  const margin = marginOf(hit, ranked, index);
  const worth = sum(clauses.map((one) => one.total * one.standing));
  const explained = (hit.clause.total * hit.clause.standing * hit.share) / worth;
  const sure = hit.whole && hit.share > 0.999 && margin >= CLEAR_MARGIN;
  return Math.min(sure ? SURE : UNSURE, Math.min(1, hit.score) * (0.5 + 0.25 * explained + 0.25 * margin));
}

/** 1 without a rival, 0 with an equal one; parents, children and siblings are half a rival, as they serve alike. */
function marginOf(hit: Hit, ranked: readonly Hit[], index: Index): number {
  const line = ancestors(hit.phrase.code, index);
  const nearness = ranked
    .filter((one) => one !== hit)
    .map((one) => {
      const other = ancestors(one.phrase.code, index);
      const sibling = line[0] !== undefined && line[0] === other[0];
      const relative = sibling || line.includes(one.phrase.code) || other.includes(hit.phrase.code);
      return (one.score / hit.score) * (relative ? 0.5 : 1);
    });
  return 1 - Math.min(1, Math.max(0, ...nearness));
}

function whyOf(hit: Hit): string {
  const words = [...hit.phrase.atoms.keys()].flatMap((atom) => hit.clause.spots.get(atom)?.text ?? []);
  return `${[...new Set(words)].join(' + ')} → ${hit.phrase.name}`;
}

const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);
