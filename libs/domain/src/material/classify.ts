import { clausesOf, type Clause } from './clauses.js';
import { confidencesOf } from './confidence.js';
import { buildFamily, settleFamilies, type Family } from './families.js';
import { foundIn } from './found-in-text.js';
import type { Material } from './material.js';
import { buildPhraseIndex } from './phrases.js';
import { buildPrior, figureFactor, type ClassifierContext } from './prior.js';
import { bestHits, type Hit } from './scoring.js';
import { Tally } from './tally.js';

/** A node of the material tree that a text may be about. */
export interface MaterialSuggestion {
  readonly code: string;
  /** The chance of being right, 0 to 1, never 1: of those near 0.8 about 80 % are. */
  readonly confidence: number;
  /** The words of the text that decided, and the name of the material they were held against. */
  readonly why: string;
}

/** Proposes materials for a free text, best first; an empty list when the text names nothing known. */
export interface Classifier {
  /**
   * @param text title and description in Norwegian or English, the title first
   * @param context the side of the listing, and the NACE division of the firm where it is known
   * @param first how many suggestions at most
   * @returns several where a text may be read in several ways; a weak reading stands behind its broader parent
   */
  suggest(text: string, context: ClassifierContext, first: number): readonly MaterialSuggestion[];
}

const WORTH_NAMING = 0.12;
const NEAR_ENOUGH_TO_NAME = 0.25;
/** Below this a reading is a guess, and its parent is the honest answer. */
const WEAK = 0.5;
/** Longer texts say the same again; the bound keeps the work bounded too. */
const TEXT_LETTERS = 1200;

/**
 * Builds a classifier over a material tree; the index is built once, a suggestion is a matter of milliseconds.
 *
 * @param materials the nodes of one tree
 * @example buildClassifier(materials).suggest('Bjørkebark fra sagbruk', { side: 'OFFER' }, 1)[0]?.code // 'bark'
 */
export function buildClassifier(materials: readonly Material[]): Classifier {
  const index = buildPhraseIndex(materials);
  const tally = new Tally(index.phrases);
  const prior = buildPrior(materials);
  const family = buildFamily(materials, index);
  return Object.freeze({
    suggest: (text: string, context: ClassifierContext, first: number) => {
      const read = text.slice(0, TEXT_LETTERS);
      const clauses = clausesOf(read, context.side, index);
      const stated = foundIn(read).properties;
      const likelihood = (code: string): number =>
        prior(code, context) * figureFactor(family.byCode.get(code)?.properties ?? [], stated);
      const ranked = rank(settleFamilies(bestHits(clauses, index, tally, likelihood), family));
      return suggestions(ranked, clauses, family, Math.max(0, first));
    },
  });
}

/** Best first; of equals the longer name, then by code: always the same order. */
function rank(hits: readonly Hit[]): readonly Hit[] {
  const rounded = (hit: Hit): number => Math.round(hit.score * 1000);
  const top = Math.max(0, ...hits.map((one) => one.score));
  return hits
    .filter((one) => one.score >= Math.max(WORTH_NAMING, NEAR_ENOUGH_TO_NAME * top))
    .sort(
      (a, b) =>
        rounded(b) - rounded(a) ||
        Math.round(b.phrase.total - a.phrase.total) ||
        (a.phrase.code < b.phrase.code ? -1 : 1),
    );
}

function suggestions(
  ranked: readonly Hit[],
  clauses: readonly Clause[],
  family: Family,
  first: number,
): readonly MaterialSuggestion[] {
  const confidences = confidencesOf(ranked, clauses, family, Math.max(1, first));
  const named = ranked
    .slice(0, first)
    .map((hit, at) =>
      Object.freeze({ code: hit.phrase.code, confidence: confidences[at] ?? 0, why: whyOf(hit) }),
    );
  const broader = broaderThan(ranked[0], confidences[0] ?? 0, family);
  return broader === undefined
    ? named
    : [broader, ...named.filter((one) => one.code !== broader.code)].slice(0, first);
}

/** The parent of a weak reading that is not a whole name: it says less, and is as sure as the guess it stands for. */
function broaderThan(
  hit: Hit | undefined,
  confidence: number,
  family: Family,
): MaterialSuggestion | undefined {
  const parent = family.byCode.get(family.ancestors(hit?.phrase.code ?? '')[0] ?? '');
  if (hit === undefined || parent === undefined || hit.whole || confidence >= WEAK) return undefined;
  return Object.freeze({ code: parent.code, confidence, why: `${whyOf(hit)} → ${parent.labels.nb}` });
}

function whyOf(hit: Hit): string {
  const words = [...hit.phrase.atoms.keys()].flatMap((atom) => hit.clause.spots.get(atom)?.text ?? []);
  return `${[...new Set(words)].join(' + ')} → ${hit.phrase.name}`;
}
