import type { Side } from '../listing/listing.js';
import { placesOf, type PhraseIndex, type Role } from './phrases.js';
import {
  isLight,
  languageOf,
  segmentsOf,
  type Language,
  type Relation,
  type Segment,
  type Standing,
} from './segments.js';
import { stem } from './spelling.js';

/** An atom where it stands in a text. */
export interface Spot {
  readonly quality: number;
  readonly weight: number;
  readonly role: Role;
  readonly text: string;
}

/** A segment of a text held against the vocabulary. */
export interface Clause {
  readonly spots: ReadonlyMap<string, Spot>;
  /** Weight of all telling words, known or not. */
  readonly total: number;
  readonly sentence: number;
  readonly language: Language | undefined;
  /** 0 to 1: how much of what it names is what the listing is about. */
  readonly standing: number;
}

/**
 * What a word weighs by its role. An offer's origin and purpose are remarks; a need is often told by the purpose
 * alone ("lime for soil", "fuel for drying").
 */
const IN_TEXT: Readonly<Record<Side, Readonly<Record<Role, number>>>> = Object.freeze({
  OFFER: { head: 1, modifier: 0.7, origin: 0.35, purpose: 0.3 },
  NEED: { head: 1, modifier: 0.7, origin: 0.35, purpose: 0.5 },
});
/**
 * What a segment is worth by where it stands. What an offer can replace is a hint of its use; what a need replaces
 * is the wanted input itself.
 */
const STANDING: Readonly<Record<Side, Readonly<Record<Standing, number>>>> = Object.freeze({
  OFFER: { plain: 1, bracket: 0.75, use: 0.7, replaced: 0.6 },
  NEED: { plain: 1, bracket: 0.8, use: 0.9, replaced: 0.9 },
});
/** What a segment is worth that names no thing before its preposition ("Waste from gas cleaning", "Til betong"). */
const BEHIND: Readonly<Record<Side, Readonly<Record<Relation, number>>>> = Object.freeze({
  OFFER: { thing: 1, content: 1, origin: 0.65, purpose: 0.6 },
  NEED: { thing: 1, content: 1, origin: 0.65, purpose: 0.9 },
});
/** What a later segment, and a later sentence, loses to the title; nothing falls below the floor. */
const PER_SEGMENT = 0.03;
const AFTER_TITLE = 0.2;
const STANDING_FLOOR = 0.6;
/** A word for state or trade is hardly missed by a name that leaves it unexplained. */
const LIGHT = 0.3;

/**
 * Cuts a text into clauses, the atoms of each with what they weigh.
 *
 * @param side decides what counts of the words for uses and replaced goods
 * @example clausesOf('Bark. Erstatter slagg', 'NEED', index).map((one) => one.standing) // [1, 0.693]
 */
export function clausesOf(text: string, side: Side, index: PhraseIndex): readonly Clause[] {
  const language = languageOf(text);
  return segmentsOf(text).flatMap((segment, at) => {
    const places = placesOf(segment, index.lexicon);
    if (places.length === 0) return [];
    const spots = new Map<string, Spot>();
    let total = 0;
    for (const { atom, quality, role, text: word } of places) {
      const weight =
        index.rarity(atom) * IN_TEXT[side][role] * (atom !== undefined && isLight(atom) ? LIGHT : 1);
      total += weight;
      if (atom === undefined) continue;
      const before = spots.get(atom);
      if (before === undefined || weight * quality > before.weight * before.quality)
        spots.set(atom, { quality, weight, role, text: word });
    }
    return [{ spots, total, language, sentence: segment.sentence, standing: standingOf(segment, at, side) }];
  });
}

/** The title comes first and names the thing; what follows tells of use and origin. */
function standingOf({ words, standing, sentence }: Segment, at: number, side: Side): number {
  const order = 1 - PER_SEGMENT * at - AFTER_TITLE * Math.min(1, sentence);
  const telling = words.filter((one) => !isLight(stem(one.text)));
  const named = telling.find((one) => one.relation === 'thing') ?? telling[0] ?? words[0];
  const relation = named?.relation ?? 'thing';
  return Math.max(STANDING_FLOOR, order) * STANDING[side][standing] * BEHIND[side][relation];
}
