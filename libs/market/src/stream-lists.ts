import {
  decimalMarkIn,
  plain,
  problem,
  readStreamRow,
  recogniseStreamColumns,
  type Actor,
  type Cell,
  type Material,
  type Period,
  type Side,
  type StreamColumns,
  type StreamProblem,
  type StreamRow,
} from '#domain';
import { breath } from './breath.js';
import { suggested } from './hint-lists.js';
import { listingOf } from './listings.js';
import { done, invalid, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { Setting } from './setting.js';

/** As many drafts as a firm can have. */
const MOST_ROWS = 200;
/** Rows whose words are read between two answers to others. */
const AT_ONCE = 20;
const NO_HEADER =
  'No row of the first thirty heads a material; head the columns, such as Materiale, Mengde, Enhet, Hvor ofte, Anlegg, Side, Beskrivelse.';

export interface StreamList {
  /** Of rows that name none. */
  readonly side: Side;
  /** What parts the columns of a text file. */
  readonly delimiter?: string | undefined;
  /** Cells of all rows, the first one of the file first. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A row as the draft that it would become. */
export interface ListedStream {
  /** From 1, as spreadsheets count. */
  readonly row: number;
  readonly side: Side;
  readonly title: string;
  readonly description: string | undefined;
  readonly quantity: { readonly value: string; readonly unit: string; readonly per: Period } | undefined;
  readonly siteId: string | undefined;
  readonly material: { readonly code: string; readonly labels: Material['labels'] } | undefined;
  readonly problems: readonly StreamProblem[];
}

/** A firm's own list of streams, looked at: nothing of it is kept, and its rows become drafts only as drafts are saved. */
export class StreamListsService {
  constructor(private readonly setting: Setting) {}

  /** Why the actor may not send a list; asked before one is read. */
  mayTake(actor: Actor, side: Side): Outcome<string> {
    return actingFirm(actor, listingOf(side));
  }

  async look(actor: Actor, list: StreamList): Promise<Outcome<readonly ListedStream[]>> {
    const firm = this.mayTake(actor, list.side);
    if (!firm.ok) return firm;
    const { headerRow, columns } = recogniseStreamColumns(list.rows);
    if (headerRow === 0) return invalid([problem('file', NO_HEADER)]);
    if (list.rows.length - headerRow > MOST_ROWS)
      return invalid([problem('file', `At most ${MOST_ROWS} rows below the header: send it in parts.`)]);
    const sites = await this.setting.store.read(actor, (tx) => tx.firms.sitesOf(firm.value));
    const byName = new Map(sites.map(({ id, name }) => [name.trim().toLowerCase(), id]));
    const below = list.rows.slice(headerRow);
    const style = { seen: marksIn(below, columns), delimiter: list.delimiter };
    const streams: ListedStream[] = [];
    for (const [at, cells] of below.entries()) {
      if (at % AT_ONCE === AT_ONCE - 1) await breath();
      const read = readStreamRow(cells, columns, style, list.side);
      if (read === undefined) continue;
      const row = headerRow + at + 1;
      streams.push(
        read.stream === undefined
          ? refused(row, titleIn(cells, columns), list.side, read.problems)
          : this.listed(row, read.stream, columns, byName),
      );
    }
    return done(streams);
  }

  private listed(
    row: number,
    { siteName, quantity, ...stream }: StreamRow,
    { places }: StreamColumns,
    sites: ReadonlyMap<string, string>,
  ): ListedStream {
    const siteId = siteName === undefined ? undefined : sites.get(siteName.toLowerCase());
    if (siteName !== undefined && siteId === undefined) {
      const message = `Write the name of one of your sites: ${[...sites.keys()].join(', ')}.`;
      return refused(row, stream.title, stream.side, [{ field: 'SITE', column: places.SITE, message }]);
    }
    const words = [stream.title, stream.description].filter(Boolean).join('\n');
    const material = this.setting.rules.materials.get(suggested(this.setting, words, stream.side) ?? '');
    return {
      row,
      ...stream,
      quantity: quantity && { ...quantity, value: plain(quantity.value) },
      siteId,
      material: material && { code: material.code, labels: material.labels },
      problems: [],
    };
  }
}

const marksIn = (rows: StreamList['rows'], { places: { AMOUNT } }: StreamColumns) => [
  ...new Set(rows.flatMap((cells) => decimalMarkIn(AMOUNT === undefined ? '' : (cells[AMOUNT] ?? '')) ?? [])),
];

const titleIn = (cells: readonly Cell[], { places: { MATERIAL } }: StreamColumns): string =>
  String(MATERIAL === undefined ? '' : (cells[MATERIAL] ?? ''));

const refused = (
  row: number,
  title: string,
  side: Side,
  problems: readonly StreamProblem[],
): ListedStream => ({
  row,
  side,
  title,
  description: undefined,
  quantity: undefined,
  siteId: undefined,
  material: undefined,
  problems,
});
