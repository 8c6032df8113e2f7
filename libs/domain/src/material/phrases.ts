import { buildLexicon, type Lexicon, type Part } from './lexicon.js';
import type { Material } from './material.js';
import { isLight, segmentsOf, type Language, type Relation, type Segment, type Word } from './segments.js';
import { stem } from './spelling.js';

/** What a part of a phrase is to it: what it is about, a part of its name, where it is from, what it is for. */
export type Role = 'head' | 'modifier' | 'origin' | 'purpose';

/** One name of a material, cut into the smallest words of the vocabulary. */
export interface Phrase {
  /** Place in {@link PhraseIndex.phrases}. */
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly head: string;
  /** Language of the name; undefined where it is a name in both. */
  readonly language: Language | undefined;
  /** Weight of each atom: how rare it is in the tree, more for the head. */
  readonly atoms: ReadonlyMap<string, number>;
  readonly total: number;
  /** Names several things ("oils and fats"), so its words may stand in several segments. */
  readonly several: boolean;
}

/** The names of a material tree, ready to be held against texts. */
export interface PhraseIndex {
  readonly lexicon: Lexicon;
  /** How much an atom tells: more the fewer materials have it; undefined is a word that is not in the tree. */
  readonly rarity: (atom: string | undefined) => number;
  /** Codes of the materials that have the atom in a name. */
  readonly materialsWith: ReadonlyMap<string, readonly string[]>;
  readonly phrases: readonly Phrase[];
  /** Every atom that occurs in a name of the material. */
  readonly wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

const IN_PHRASE: Readonly<Record<Role, number>> = Object.freeze({
  head: 1,
  modifier: 0.75,
  origin: 0.5,
  purpose: 0.5,
});
/** Share of its weight that a word for state or trade keeps. */
const LIGHT = 0.3;

/**
 * Cuts every name of every material into atoms and weighs them.
 *
 * @param materials of one tree; the weights depend on all of them
 * @example buildPhraseIndex([bark]).phrases.map((one) => one.head) // ['bark']
 */
export function buildPhraseIndex(materials: readonly Material[]): PhraseIndex {
  const named = materials.map((one) => ({ code: one.code, names: namesOf(one) }));
  const wordsIn = (language: Language): readonly string[] =>
    named
      .flatMap((one) => one.names)
      .filter((one) => one.language !== (language === 'nb' ? 'en' : 'nb'))
      .flatMap(({ segments }) => segments.flatMap(({ words }) => words.map(({ text }) => text)));
  const lexicon = buildLexicon({ nb: wordsIn('nb'), en: wordsIn('en') }, isLight);
  const placed = named.flatMap(({ code, names }) =>
    names.map((one) => ({ ...one, code, places: one.segments.flatMap((part) => placesOf(part, lexicon)) })),
  );
  const wordsOf = new Map(materials.map((one) => [one.code, new Set<string>()]));
  for (const { code, places } of placed)
    for (const { atom } of places) if (atom !== undefined) wordsOf.get(code)?.add(atom);
  const materialsWith = invert(wordsOf);
  const rarity = rarityFrom(materialsWith, materials.length);
  const phrases = placed
    .flatMap((one) => phraseOf(one, one.places, rarity))
    .map((one, id) => Object.freeze({ ...one, id }));
  return { lexicon, rarity, phrases, materialsWith, wordsOf };
}

/** A name as it is written in the data. */
interface Name {
  readonly name: string;
  readonly language: Language | undefined;
  readonly segments: readonly Segment[];
}

/** The names of a material: what stands in its labels before a comma or bracket, or in a list, is a name as well. */
function namesOf(material: Material): readonly Name[] {
  const languages = new Map<string, Set<Language>>();
  for (const language of ['nb', 'en'] as const) {
    const label = material.labels[language];
    const parts = [label.split(/[,(]/)[0] ?? '', ...bracketed(label), ...listed(label)];
    for (const one of [label, ...parts, ...material.synonyms[language]]) {
      const name = one.trim();
      if (name !== '') languages.set(name, (languages.get(name) ?? new Set()).add(language));
    }
  }
  return [...languages].map(([name, said]) => ({
    name,
    language: said.size > 1 ? undefined : [...said][0],
    segments: segmentsOf(name),
  }));
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

function invert(wordsOf: PhraseIndex['wordsOf']): PhraseIndex['materialsWith'] {
  const found = new Map<string, string[]>();
  for (const [code, words] of wordsOf)
    for (const one of words) {
      const others = found.get(one);
      if (others === undefined) found.set(one, [code]);
      else others.push(code);
    }
  return found;
}

/** Inverse document frequency, a material being the document; a word not in the tree tells half as much as a rare one. */
function rarityFrom(having: PhraseIndex['materialsWith'], materials: number): PhraseIndex['rarity'] {
  const rarest = Math.log(1 + materials);
  return (atom) =>
    atom === undefined
      ? rarest / 2
      : Math.log(1 + materials / (having.get(atom)?.length ?? 1)) * (isLight(atom) ? LIGHT : 1);
}

function phraseOf(
  { code, name, language, segments }: Name & { readonly code: string },
  places: readonly Place[],
  rarity: PhraseIndex['rarity'],
): readonly Omit<Phrase, 'id'>[] {
  const head = places.findLast((one) => one.role === 'head')?.atom;
  if (head === undefined) return [];
  const atoms = new Map<string, number>();
  for (const { atom, role } of places) {
    if (atom !== undefined) atoms.set(atom, Math.max(atoms.get(atom) ?? 0, rarity(atom) * IN_PHRASE[role]));
  }
  const total = [...atoms.values()].reduce((sum, one) => sum + one, 0);
  return [{ code, name, language, head, atoms, total, several: segments.length > 1 }];
}

/** A part of a word where it stands in its segment. */
export interface Place {
  readonly atom: string | undefined;
  readonly quality: number;
  readonly role: Role;
  readonly text: string;
}

/**
 * The parts of a segment with their roles. The last telling part before a preposition is the head; where nothing
 * telling stands before it ("en rest av bark"), the phrase behind it is what the text is about.
 *
 * @example placesOf(segmentsOf('slagg fra kobberverk')[0], lexicon).map((one) => one.role) // ['head', 'origin', 'origin']
 */
export function placesOf(segment: Segment, lexicon: Lexicon): readonly Place[] {
  const parts = rejoined(segment.words, lexicon).flatMap((word) => {
    const found = lexicon
      .resolve(word.joined ?? word.text)
      .map((part) => ({ ...part, text: word.text, relation: word.relation }));
    return isLight(stem(word.text)) && found.every((part) => part.atom === undefined) ? [] : found;
  });
  const front = parts.filter((part) => part.relation === 'thing');
  const back = parts.filter((part) => part.relation !== 'thing');
  const lead = front.some(tells) || back.length === 0 ? front : back;
  const head = lead.findLast((part) => part.atom === undefined || tells(part)) ?? lead.at(-1);
  return parts.map(({ relation, ...part }, at) => ({
    ...part,
    role: roleOf(relation, parts[at] === head, lead === back),
  }));
}

function roleOf(relation: Relation, isHead: boolean, backLeads: boolean): Role {
  if (isHead) return 'head';
  if (relation === 'thing') return backLeads ? 'origin' : 'modifier';
  if (backLeads) return 'modifier';
  return relation === 'purpose' ? 'purpose' : 'origin';
}

const tells = (part: Part): boolean => part.atom !== undefined && !isLight(part.atom);

/** Words with those put together again that are one word written apart. */
function rejoined(
  words: readonly Word[],
  lexicon: Lexicon,
): readonly (Word & { readonly joined?: string })[] {
  const found: (Word & { readonly joined?: string })[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [here, next] = [words[at], words[at + 1]];
    if (here === undefined) break;
    if (next?.relation === here.relation && lexicon.isOneWord(here.text, next.text)) {
      found.push({ ...here, text: `${here.text} ${next.text}`, joined: here.text + next.text });
      at += 1;
    } else found.push(here);
  }
  return found;
}
