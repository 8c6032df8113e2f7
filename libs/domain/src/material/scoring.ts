import type { Clause, Spot } from './clauses.js';
import type { Phrase, PhraseIndex } from './phrases.js';
import { isLight } from './segments.js';
import { AS_HEAD, type Tally } from './tally.js';

/** How well one name fits one clause. */
export interface Hit {
  readonly phrase: Phrase;
  readonly clause: Clause;
  /** The fit, 0 to 1, times the prior of the material. */
  readonly score: number;
  /** Every word of the name is there, spelt right, and its head is the head of the clause. */
  readonly whole: boolean;
  /** Share of the weight of the clause that the name accounts for. */
  readonly share: number;
}

/** The head of a later segment may serve this one too ("edible oil and fat residues"). */
const HEAD_ELSEWHERE = 0.65;
const NO_HEAD = 0.4;
/** A word that stands in a neighbouring segment may belong to the phrase, or to another thing in a list. */
const ELSEWHERE = 0.5;
/** What stays of a hit whose name leaves the rest of the clause unexplained. */
const UNEXPLAINED = 0.45;
/** What words that stand in different names of one material are worth together ("creosote" and "impregnated"). */
const WORDS_ALONE = 0.5;
/** Words of two languages may look alike and mean two things: "lake" is brine, or holds water. */
const OTHER_LANGUAGE = 0.88;
/** A name that cannot reach this in its clause is not looked at further: it would not be proposed. */
const WORTH_A_LOOK = 0.1;

/** The other clauses of a clause's sentence as one. */
interface Around {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly standing: number;
}

/**
 * The best hit of each material that the text touches, by code.
 *
 * @param tally over the phrases of the index; what it held is lost
 * @param prior a factor for each code, near 1
 * @example bestHits(clausesOf('bark', 'OFFER', index), index, tally, () => 1).get('bark')?.whole // true
 */
export function bestHits(
  clauses: readonly Clause[],
  index: PhraseIndex,
  tally: Tally,
  prior: (code: string) => number,
): ReadonlyMap<string, Hit> {
  const best = new Map<string, Hit>();
  const telling = clauses.filter((one) => [...one.spots.keys()].some((atom) => !isLight(atom)));
  for (const clause of telling.length > 0 ? telling : clauses) {
    for (const hit of hitsIn(clause, aroundOf(clause, clauses), index, tally)) {
      if (hit.score > (best.get(hit.phrase.code)?.score ?? 0)) best.set(hit.phrase.code, hit);
    }
  }
  return new Map([...best].map(([code, hit]) => [code, { ...hit, score: hit.score * prior(code) }]));
}

function aroundOf(clause: Clause, clauses: readonly Clause[]): Around {
  const others = clauses.filter((one) => one.sentence === clause.sentence && one !== clause);
  const spots = new Map(others.toReversed().flatMap((one) => [...one.spots]));
  return { spots, standing: Math.max(clause.standing, ...others.map((one) => one.standing)) };
}

/** The best hit of each material in one clause; words for state or trade are asked only where there is no other. */
function hitsIn(clause: Clause, around: Around, index: PhraseIndex, tally: Tally): Iterable<Hit> {
  const atoms = [...clause.spots.keys()];
  const telling = atoms.filter((atom) => !isLight(atom));
  const asked = telling.length > 0 ? telling : atoms;
  tally.count(clause, asked, telling.length > 0 ? atoms.filter(isLight) : []);
  const alone = wordsAlone(clause, asked, index);
  const best = new Map<string, Hit>();
  const take = (hit: Hit): void => {
    if (hit.score > (best.get(hit.phrase.code)?.score ?? 0)) best.set(hit.phrase.code, hit);
  };
  for (const id of tally.touched) {
    const phrase = index.phrases[id];
    if (phrase === undefined) continue;
    if (mostOf(phrase, clause, around, tally) > WORTH_A_LOOK) take(hitOf(phrase, clause, around, tally));
    const score = alone.get(phrase.code);
    if (score !== undefined)
      take({ phrase, clause, score, share: tally.explains(id) / clause.total, whole: false });
  }
  return best.values();
}

/** The most that a name can score in a clause, without asking the others of the sentence for its words. */
function mostOf(phrase: Phrase, clause: Clause, around: Around, tally: Tally): number {
  const elsewhere = around.spots.size === 0 ? 0 : phrase.several ? 1 : ELSEWHERE;
  const fit = tally.share(phrase.id, tally.missing(phrase.id) * elsewhere);
  return fit ** 2 * shareWorth(phrase, clause, tally) * (tally.head(phrase.id) || HEAD_ELSEWHERE);
}

const shareWorth = (phrase: Phrase, clause: Clause, tally: Tally): number =>
  UNEXPLAINED + ((1 - UNEXPLAINED) * tally.explains(phrase.id)) / clause.total;

/** A name half there is worth a quarter: the missing half may be what tells it from the others. */
function hitOf(phrase: Phrase, clause: Clause, around: Around, tally: Tally): Hit {
  const elsewhere = foundAround(phrase, clause, around) * (phrase.several ? 1 : ELSEWHERE);
  const fit = tally.share(phrase.id, elsewhere) ** 2 * shareWorth(phrase, clause, tally);
  const head = tally.head(phrase.id) || headAround(phrase, around);
  const standing = phrase.several ? around.standing : clause.standing;
  return {
    phrase,
    clause,
    score: fit * head * standing * (isForeign(phrase, clause) ? OTHER_LANGUAGE : 1),
    share: tally.explains(phrase.id) / clause.total,
    whole: tally.exactly(phrase.id) === phrase.atoms.size && head === AS_HEAD.head,
  };
}

/** Weight of the words of a name that stand in the other clauses of the sentence only. */
function foundAround(phrase: Phrase, clause: Clause, around: Around): number {
  if (around.spots.size === 0) return 0;
  let found = 0;
  for (const [atom, weight] of phrase.atoms)
    if (!clause.spots.has(atom)) found += weight * (around.spots.get(atom)?.quality ?? 0);
  return found;
}

const headAround = (phrase: Phrase, around: Around): number =>
  around.spots.get(phrase.head)?.role === 'head' ? HEAD_ELSEWHERE : NO_HEAD;

const isForeign = (phrase: Phrase, clause: Clause): boolean =>
  phrase.language !== undefined && clause.language !== undefined && phrase.language !== clause.language;

/**
 * What the words of the clause that a material has in any of its names are worth, each the less the more materials
 * have it; by code, where it is worth a look.
 */
function wordsAlone(
  clause: Clause,
  asked: readonly string[],
  index: PhraseIndex,
): ReadonlyMap<string, number> {
  const worth = new Map<string, number>();
  for (const atom of asked) {
    const spot = clause.spots.get(atom);
    const having = index.materialsWith.get(atom) ?? [];
    if (spot === undefined) continue;
    const each =
      (WORDS_ALONE * clause.standing * spot.weight * spot.quality) / clause.total / Math.sqrt(having.length);
    for (const code of having) worth.set(code, (worth.get(code) ?? 0) + each);
  }
  for (const [code, score] of worth) if (score <= WORTH_A_LOOK) worth.delete(code);
  return worth;
}
