import type { Clause, Spot } from './clauses.js';
import type { Phrase, Role } from './phrases.js';

/** What a name is worth when its head plays this role in the text: copper scrap is scrap, not copper. */
export const AS_HEAD: Readonly<Record<Role, number>> = Object.freeze({
  head: 1,
  modifier: 0.55,
  origin: 0.5,
  purpose: 0.5,
});

/** The phrases that have an atom, side by side: id, weight of the atom in it, whether it is the head. */
interface Column {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  readonly heads: Uint8Array;
}

/**
 * Adds up, for every phrase at once, what the words of one clause find in it. A tree has ten thousand names and more,
 * of which a clause touches hundreds: the sums stand in arrays by the id of the phrase, emptied between clauses.
 */
export class Tally {
  /** Ids of the phrases that have a word of the clause. */
  touched: number[] = [];
  private readonly columns = new Map<string, Column>();
  private readonly totals: Float64Array;
  private readonly found: Float64Array;
  private readonly explained: Float64Array;
  private readonly exact: Uint8Array;
  private readonly heads: Float64Array;

  /** @param phrases each at the place of its id */
  constructor(phrases: readonly Phrase[]) {
    this.totals = Float64Array.from(phrases, (one) => one.total);
    this.found = new Float64Array(phrases.length);
    this.explained = new Float64Array(phrases.length);
    this.exact = new Uint8Array(phrases.length);
    this.heads = new Float64Array(phrases.length);
    const having = new Map<string, Phrase[]>();
    for (const phrase of phrases)
      for (const atom of phrase.atoms.keys()) {
        const others = having.get(atom);
        if (others === undefined) having.set(atom, [phrase]);
        else others.push(phrase);
      }
    for (const [atom, all] of having) this.columns.set(atom, columnOf(atom, all));
  }

  /**
   * Counts a clause in place of the one before.
   *
   * @param asked atoms that touch a phrase
   * @param besides atoms that count only in phrases already touched
   */
  count(clause: Clause, asked: readonly string[], besides: readonly string[]): void {
    for (const id of this.touched) this.found[id] = this.explained[id] = this.exact[id] = this.heads[id] = 0;
    this.touched = [];
    for (const atom of asked) this.add(atom, clause, true);
    for (const atom of besides) this.add(atom, clause, false);
  }

  /** Share of the weight of a phrase found, `around` more of it coming from elsewhere. */
  share(id: number, around: number): number {
    return ((this.found[id] ?? 0) + around) / (this.totals[id] ?? 1);
  }

  /** Weight of a phrase that is not found. */
  missing(id: number): number {
    return (this.totals[id] ?? 0) - (this.found[id] ?? 0);
  }

  /** Weight of the words of the clause that stand in the phrase. */
  explains(id: number): number {
    return this.explained[id] ?? 0;
  }

  /** What the head of the phrase is worth by its role in the clause; 0 where it is not there. */
  head(id: number): number {
    return this.heads[id] ?? 0;
  }

  /** How many words of the phrase stand in the clause letter by letter. */
  exactly(id: number): number {
    return this.exact[id] ?? 0;
  }

  private add(atom: string, { spots }: Clause, touching: boolean): void {
    const [spot, column] = [spots.get(atom), this.columns.get(atom)];
    if (spot === undefined || column === undefined) return;
    column.ids.forEach((id, at) => {
      if (this.found[id] === 0) {
        if (!touching) return;
        this.touched.push(id);
      }
      this.note(id, spot, column.weights[at] ?? 0, column.heads[at] === 1);
    });
  }

  private note(id: number, { quality, weight, role }: Spot, inPhrase: number, isHead: boolean): void {
    this.found[id] = (this.found[id] ?? 0) + inPhrase * quality;
    this.explained[id] = (this.explained[id] ?? 0) + weight * quality;
    if (isHead) this.heads[id] = AS_HEAD[role];
    if (quality === 1) this.exact[id] = (this.exact[id] ?? 0) + 1;
  }
}

const columnOf = (atom: string, phrases: readonly Phrase[]): Column => ({
  ids: Int32Array.from(phrases, (one) => one.id),
  weights: Float64Array.from(phrases, (one) => one.atoms.get(atom) ?? 0),
  heads: Uint8Array.from(phrases, (one) => (one.head === atom ? 1 : 0)),
});
