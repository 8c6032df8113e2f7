import { cellName, problem, type Actor, type Side } from '#domain';
import type { ListedStream, Market, Outcome } from '#market';
import type { ReadFile } from './file.js';
import type { Answered } from './receiving.js';
import type { Shelf } from './uploads.js';

/** A firm's own list of streams: answered row by row, so that whoever sent it saves the drafts that are wanted. */
export class StreamShelf implements Shelf {
  constructor(private readonly market: Market) {}

  mayTake(actor: Actor, asked: URLSearchParams): Outcome<unknown> {
    const side = sideIn(asked);
    return side === undefined
      ? {
          ok: false,
          refusal: { kind: 'validation', problems: [problem('side', 'One of OFFER, NEED, or left out.')] },
        }
      : this.market.streamLists.mayTake(actor, side);
  }

  async keep(actor: Actor, file: ReadFile, asked: URLSearchParams): Promise<Outcome<Answered>> {
    const list = {
      side: sideIn(asked) ?? 'OFFER',
      rows: file.rows,
      delimiter: file.format.delimiter,
    };
    const looked = await this.market.streamLists.look(actor, list);
    return looked.ok
      ? {
          ok: true,
          value: { status: 200, body: { rows: looked.value.map(rowOf), notices: file.format.notices } },
        }
      : looked;
  }
}

function sideIn(asked: URLSearchParams): Side | undefined {
  const side = asked.get('side') ?? 'OFFER';
  return side === 'OFFER' || side === 'NEED' ? side : undefined;
}

const rowOf = ({
  row,
  side,
  title,
  description,
  quantity,
  siteId,
  material,
  problems,
}: ListedStream): object => ({
  row,
  side,
  title,
  description: description ?? null,
  quantity: quantity ?? null,
  siteId: siteId ?? null,
  material:
    material === undefined ? null : { id: material.code, nb: material.labels.nb, en: material.labels.en },
  problems: problems.map(({ field, column, message }) => ({
    field,
    cell: column === undefined ? null : cellName(column, row),
    message,
  })),
});
