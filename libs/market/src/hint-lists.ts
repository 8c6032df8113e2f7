import { randomUUID } from 'node:crypto';
import {
  problem,
  readHintRow,
  recogniseHintColumns,
  type Actor,
  type Cell,
  type HintCellProblem,
  type HintColumns,
  type HintStatement,
  type RowEffect,
  type Side,
} from '#domain';
import type { Tx } from '#store';
import { breath } from './breath.js';
import { digestOf, mayNotKeep } from './hints.js';
import { conflict, done, invalid, type Outcome } from './outcome.js';
import { rowProblems } from './row-problems.js';
import type { Setting } from './setting.js';

/** A survey of a region is some hundred lines. */
const MOST_ROWS = 2000;
/** Open hints of a cluster: what nobody will ever ask about is no help to anybody. */
const MOST_OPEN = 20_000;
/** Rows whose words are read between two answers to others. */
const AT_ONCE = 20;
const NO_HEADER =
  'No row of the first thirty heads both a firm and a material; head the columns, such as Bedrift, Organisasjonsnummer, Kommune, Side, Materiale, Mengde, Kilde, E-post.';

export interface HintList {
  readonly clusterId: string;
  /** Of rows that name none. */
  readonly source: string;
  readonly side?: Side | undefined;
  /** Cells of all rows, the first one of the file first. */
  readonly rows: readonly (readonly Cell[])[];
}

export type HintEffect = Exclude<RowEffect, 'CHANGED'>;

export interface JudgedHint {
  /** From 1, as spreadsheets count. */
  readonly row: number;
  readonly effect: HintEffect;
  readonly hint: HintStatement | undefined;
  readonly municipalityNumber: string | undefined;
  /** Suggested from the words. */
  readonly materialCode: string | undefined;
  readonly problems: readonly HintCellProblem[];
}

export interface JudgedList {
  readonly columns: HintColumns;
  readonly counts: { readonly [E in HintEffect]: number };
  readonly rows: readonly JudgedHint[];
  /** How many hints were made; undefined where the list was only looked at. */
  readonly recorded: number | undefined;
}

type Judged = JudgedHint & { readonly digest: string };

/** Lists of firms and streams: looked at, or recorded as hints. Nothing of the file itself is kept. */
export class HintListsService {
  constructor(private readonly setting: Setting) {}

  /** Why the actor may not send a list; asked before one is read. */
  mayTake(actor: Actor, clusterId: string): Outcome<string> {
    return mayNotKeep(actor, clusterId) ?? done(clusterId);
  }

  /** @param record which rows are to become hints; none where absent */
  async take(
    actor: Actor,
    list: HintList,
    record?: 'ALL_OR_NOTHING' | 'VALID_ONLY',
  ): Promise<Outcome<JudgedList>> {
    const refused = mayNotKeep(actor, list.clusterId);
    if (refused !== undefined) return refused;
    const { headerRow, columns } = recogniseHintColumns(list.rows);
    if (headerRow === 0) return invalid([problem('file', NO_HEADER)]);
    if (list.rows.length - headerRow > MOST_ROWS)
      return invalid([problem('file', `At most ${MOST_ROWS} rows below the header: send it in parts.`)]);
    const rows = await this.judge(actor, list, headerRow, columns);
    const counts = { NEW: 0, SAME: 0, REFUSED: 0 };
    for (const { effect } of rows) counts[effect] += 1;
    if (record === 'ALL_OR_NOTHING' && counts.REFUSED > 0) return invalid(rowProblems(rows));
    if (record === undefined) return done({ columns, counts, rows, recorded: undefined });
    const recorded = await this.record(actor, list.clusterId, rows);
    return recorded.ok ? done({ columns, counts, rows, recorded: recorded.value }) : recorded;
  }

  private async judge(
    actor: Actor,
    { clusterId, rows, ...otherwise }: HintList,
    headerRow: number,
    columns: HintColumns,
  ): Promise<readonly Judged[]> {
    const read = rows.slice(headerRow).flatMap((cells, at) => {
      const one = readHintRow(cells, columns, otherwise);
      return one === undefined ? [] : [{ row: headerRow + at + 1, ...one }];
    });
    const stated = read.flatMap(({ hint }) => hint ?? []);
    const digests = new Map(stated.map((hint) => [hint, digestOf(hint)]));
    const [places, known] = await this.setting.store.read(actor, async (tx) => [
      await placesOf(tx, stated),
      await tx.hints.known(clusterId, [...digests.values()]),
    ]);
    const seen = new Set(known);
    const judged = read.map(({ row, hint, problems }): Judged => {
      const place = placeOf(hint, places, columns);
      const of = { row, hint, municipalityNumber: place.number, materialCode: undefined };
      const all = [...problems, ...place.problems];
      const digest = (hint && digests.get(hint)) ?? '';
      if (all.length > 0) return { ...of, effect: 'REFUSED', problems: all, digest };
      const effect = seen.has(digest) ? 'SAME' : 'NEW';
      seen.add(digest);
      return { ...of, effect, problems: [], digest };
    });
    return this.withMaterials(judged);
  }

  /** Reading words is work: others are answered in between. */
  private async withMaterials(rows: readonly Judged[]): Promise<readonly Judged[]> {
    const read: Judged[] = [];
    for (const one of rows) {
      if (read.length % AT_ONCE === AT_ONCE - 1) await breath();
      read.push(
        one.hint === undefined || one.effect !== 'NEW'
          ? one
          : { ...one, materialCode: suggested(this.setting, one.hint.materialText, one.hint.side) },
      );
    }
    return read;
  }

  private record(actor: Actor, clusterId: string, rows: readonly Judged[]): Promise<Outcome<number>> {
    const fresh = rows.flatMap(({ effect, hint, digest, municipalityNumber, materialCode }) => {
      if (effect !== 'NEW' || hint === undefined) return [];
      const { municipality: _written, ...stated } = hint;
      return [{ ...stated, id: randomUUID(), digest, municipalityNumber, materialCode }];
    });
    return this.setting.store.transaction(actor, async (tx) => {
      const { UNCLAIMED, TIED } = await tx.hints.counts(clusterId);
      if (UNCLAIMED + TIED + fresh.length > MOST_OPEN)
        return conflict(`At most ${MOST_OPEN} hints of a cluster are open at a time; remove some first.`);
      const stated = { by: actor.personId, at: this.setting.clock() };
      return done((await tx.hints.insert(clusterId, fresh, stated)).length);
    });
  }
}

/** The likeliest material of the words; undefined where they tell of none. */
export const suggested = ({ classifier }: Setting, text: string, side: Side): string | undefined =>
  classifier.suggest(text, { side }, 1)[0]?.code;

type Found = string | { readonly several: boolean };

/** Numbers of the municipalities that hints name, by what they write. */
async function placesOf(tx: Tx, hints: readonly HintStatement[]): Promise<ReadonlyMap<string, Found>> {
  const texts = [...new Set(hints.flatMap(({ municipality }) => municipality ?? []))];
  const places = new Map<string, Found>();
  for (const { text, number } of await tx.reference.municipalitiesNamed(texts))
    places.set(text, places.has(text) ? { several: true } : number);
  return places;
}

/** The number of the municipality that a hint names, or what is wrong with the name. */
function placeOf(
  hint: HintStatement | undefined,
  places: ReadonlyMap<string, Found>,
  columns: HintColumns,
): { readonly number: string | undefined; readonly problems: readonly HintCellProblem[] } {
  if (hint?.municipality === undefined) return { number: undefined, problems: [] };
  const found = places.get(hint.municipality);
  if (typeof found === 'string') return { number: found, problems: [] };
  const message =
    found === undefined
      ? 'There is no such municipality; write its name or four digits, such as 3401.'
      : 'Several municipalities have this name; write the four digits of one.';
  return { number: undefined, problems: [{ field: 'MUNICIPALITY', column: columns.MUNICIPALITY, message }] };
}
