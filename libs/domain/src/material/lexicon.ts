import { fold, isOtherForm, shareOf, stem, trigrams, withOwnLetters } from './spelling.js';

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
  /** Whether two words are one word of the vocabulary written apart ("saw dust"), of which the first is no word. */
  readonly isOneWord: (first: string, second: string) => boolean;
}

/** What each stem of the vocabulary is made of. */
type Known = ReadonlyMap<string, readonly string[]>;
type Guess = (word: string) => readonly Part[] | undefined;

/** The words that a lexicon is built from, as they are written, normalised. */
export interface Vocabulary {
  /** Norwegian writes compounds in one word, so these are what words are cut at. */
  readonly nb: readonly string[];
  readonly en: readonly string[];
}

const UNKNOWN: Part = Object.freeze({ atom: undefined, quality: 0 });
const FOLDED = 0.95;
/** A compound of which only one part is known is likely what that part says. */
const HALF_KNOWN = 0.9;
const SLIP_FROM = 0.6;
/** Shorter words resemble too many others for a slip to be told from another word. */
const SLIP_LETTERS = 5;
/** The shortest part of a compound ("tre", "lut"); up to five letters it must be the very word, not a form of it. */
const PART_LETTERS = 3;
const FORM_LETTERS = 5;
/** English seldom writes compounds in one word: "sawdust", "millscale". */
const ENGLISH_PART_LETTERS = 4;
/** Part of a compound whose other part is unknown: a short one would be found inside unrelated words. */
const PIECE_LETTERS = 4;
const FRONT_LETTERS = 5;
/** What an unknown front may be at least ("surmyse"). */
const UNKNOWN_FRONT_LETTERS = 3;
/** Texts repeat their words; the bound keeps what is remembered small. */
const REMEMBERED = 2000;

/** Whether a piece of a word, as it is written, can be a part of a compound. */
type CanBePart = (piece: string) => boolean;

/**
 * Builds the lexicon of a vocabulary, whose own compounds are split wherever one part is a word of it; the part left
 * over then counts as a word too ("kobber" of "kobberslagg"). The second round uses what the first one found.
 *
 * @param isWhole stems that are never cut, whatever they seem to be made of
 * @example buildLexicon({ nb: ['bjørk', 'bark'], en: [] }).resolve('bjørkebark').map((one) => one.atom) // ['bjørk', 'bark']
 */
export function buildLexicon(
  { nb, en }: Vocabulary,
  isWhole: (stemmed: string) => boolean = () => false,
): Lexicon {
  const norwegian = new Set(nb);
  const english = new Set(en);
  const learnt = new Set<string>();
  const canBePart: CanBePart = (piece) =>
    piece.length >= FORM_LETTERS ||
    norwegian.has(piece) ||
    learnt.has(piece) ||
    isOtherForm(piece) ||
    (piece.length >= ENGLISH_PART_LETTERS && english.has(piece));
  const shortestFirst = [...norwegian, ...english].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const known = new Map<string, readonly string[]>(shortestFirst.map((word) => [stem(word), [stem(word)]]));
  for (const word of [...shortestFirst, ...shortestFirst]) {
    if (isWhole(stem(word))) continue;
    const pieces = norwegian.has(word) ? cutAtTail(word, known, canBePart, PIECE_LETTERS) : undefined;
    for (const piece of pieces ?? []) if ('rest' in piece) learn(piece.rest, known, learnt);
    const split = splitKnown(word, known, canBePart) ?? pieces?.flatMap(atomsOfPiece);
    if (split !== undefined) known.set(stem(word), split);
  }
  const folded = new Map([...known].reverse().map(([word, atoms]) => [fold(word), atoms]));
  const slip = slipFinder(known);
  return Object.freeze({
    resolve: remembering((word) => resolve(word, known, folded, slip, canBePart)),
    isOneWord: (first: string, second: string) =>
      first.length >= PART_LETTERS && !known.has(stem(first)) && known.has(stem(first + second)),
  });
}

function learn(rest: string, known: Map<string, readonly string[]>, learnt: Set<string>): void {
  const atom = stem(rest);
  if (known.has(atom)) return;
  known.set(atom, [atom]);
  learnt.add(rest);
}

/** The answers are the same each time; only the time they take differs. */
function remembering(find: (word: string) => readonly Part[]): (word: string) => readonly Part[] {
  const remembered = new Map<string, readonly Part[]>();
  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const found = find(word);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

function resolve(
  word: string,
  known: Known,
  folded: Known,
  slip: Guess,
  canBePart: CanBePart,
): readonly Part[] {
  const own = known.get(stem(word)) ?? splitKnown(word, known, canBePart);
  if (own !== undefined) return asParts(own, 1);
  const respell = (one: string): readonly Part[] | undefined => {
    const atoms = folded.get(fold(stem(one))) ?? folded.get(fold(stem(withOwnLetters(one))));
    return atoms && asParts(atoms, FOLDED);
  };
  const half = (): readonly Part[] | undefined =>
    (cutAtTail(word, known, canBePart, UNKNOWN_FRONT_LETTERS) ?? cutAtFront(word, known))?.flatMap((piece) =>
      'atoms' in piece
        ? asParts(piece.atoms, HALF_KNOWN)
        : (respell(piece.rest) ?? slip(stem(piece.rest)) ?? [UNKNOWN]),
    );
  return respell(word) ?? slip(stem(word)) ?? half() ?? [UNKNOWN];
}

const asParts = (atoms: readonly string[], quality: number): readonly Part[] =>
  atoms.map((atom) => ({ atom, quality }));

/**
 * A compound of known words, with or without a joining s or e; the longest last part wins, as it is the head. Fronts
 * found to be none are remembered, or a long made-up word would be tried in exponentially many ways.
 */
function splitKnown(
  word: string,
  known: Known,
  canBePart: CanBePart,
  failed = new Set<string>(),
): readonly string[] | undefined {
  for (let at = PART_LETTERS; at <= word.length - PART_LETTERS; at += 1) {
    const tail = canBePart(word.slice(at)) ? known.get(stem(word.slice(at))) : undefined;
    if (tail === undefined) continue;
    for (const one of joinedForms(word.slice(0, at))) {
      if (failed.has(one) || stem(one) === stem(word)) continue;
      const front =
        (canBePart(one) ? known.get(stem(one)) : undefined) ?? splitKnown(one, known, canBePart, failed);
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

/** Cuts a word before the longest last part that is known. */
function cutAtTail(
  word: string,
  known: Known,
  canBePart: CanBePart,
  shortestFront: number,
): readonly Piece[] | undefined {
  for (let at = shortestFront; at <= word.length - PIECE_LETTERS; at += 1) {
    const atoms = canBePart(word.slice(at)) ? known.get(stem(word.slice(at))) : undefined;
    if (atoms !== undefined) return [{ rest: word.slice(0, at) }, { atoms }];
  }
  return undefined;
}

/** Cuts a word behind the longest first part that is known. */
function cutAtFront(word: string, known: Known): readonly Piece[] | undefined {
  for (let at = word.length - PIECE_LETTERS; at >= FRONT_LETTERS; at -= 1) {
    const atoms = known.get(stem(word.slice(0, at)));
    if (atoms !== undefined) return [{ atoms }, { rest: word.slice(at) }];
  }
  return undefined;
}

/** Finds the word of the vocabulary that a misspelt one most resembles, by the three-letter windows they share. */
function slipFinder(known: Known): Guess {
  const words = [...known.keys()]
    .filter((word) => word.length >= SLIP_LETTERS)
    .map((word) => ({ word, windows: trigrams(word) }));
  const having = new Map<string, number[]>();
  words.forEach(({ windows }, at) => {
    for (const one of windows) {
      const holders = having.get(one);
      if (holders === undefined) having.set(one, [at]);
      else holders.push(at);
    }
  });
  return (slipped) => {
    if (slipped.length < SLIP_LETTERS) return undefined;
    const windows = trigrams(slipped);
    let best = { word: '', quality: 0 };
    for (const [at, count] of sharedWith(windows, having)) {
      const { word = '', windows: own = windows } = words[at] ?? {};
      const quality = shareOf(count, windows.size, own.size);
      if (quality > best.quality + 1e-9) best = { word, quality };
    }
    return best.quality < SLIP_FROM ? undefined : asParts(known.get(best.word) ?? [], best.quality);
  };
}

/** How many of the windows each word has, by its place. */
function sharedWith(
  windows: ReadonlySet<string>,
  having: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const one of windows)
    for (const at of having.get(one) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return shared;
}
