import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import './table.css';

export interface Column<Row> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right. */
  readonly end?: boolean;
}

interface LongTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** There are more than are here yet. */
  readonly hasMore?: boolean;
  /** Called when the last rows come near; may be called again until they have come. */
  readonly onNearEnd?: () => void;
  /** Usual height of a row, px: measured rows are as high as they are. */
  readonly rowHeight?: number;
}

/** Rows above and below what is seen, and how near to its end more are asked for. */
const OVERSCAN = 6;
const NEAR = 30;

/**
 * A table of any length: only what is seen stands in the page. The first column names its row; on a phone each row is a
 * card whose cells say their headings. The roles keep it a table there.
 */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { caption, columns, rows, keyOf, hasMore = false, onNearEnd, rowHeight = 64 } = props;
  const { body, top } = useTop(rows.length === 0);
  const virtual = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (at) => keyOf(rows[at] as Row),
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const nearEnd = hasMore && (last?.index ?? 0) >= rows.length - NEAR;
  useEffect(() => {
    if (nearEnd) onNearEnd?.();
  }, [nearEnd, onNearEnd, rows.length]);
  return (
    <table
      className="ds-table long-table"
      role="table"
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-label={caption}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map(({ key, heading, end }) => (
            <th key={key} role="columnheader" scope="col" className={end ? 'long-table-end' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body}>
        <Space height={(first?.start ?? top) - top} />
        {items.map(({ index, key }) => (
          <tr key={key} role="row" aria-rowindex={index + 2} data-index={index} ref={virtual.measureElement}>
            <Cells row={rows[index] as Row} columns={columns} />
          </tr>
        ))}
        <Space height={virtual.getTotalSize() - ((last?.end ?? top) - top)} />
      </tbody>
    </table>
  );
}

/** Where on the page the rows begin. */
function useTop(empty: boolean) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [empty]);
  return { body, top };
}

/** The rows that are not there take their room all the same. */
const Space = ({ height }: { readonly height: number }) =>
  height > 0 ? <tr role="presentation" className="long-table-space" style={{ height }} /> : null;

interface CellsProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

/** A row that stays while others scroll past is not made again. */
const Cells = memo(<Row,>({ row, columns }: CellsProps<Row>) =>
  columns.map(({ key, heading, cell, end }, at) => {
    const shown = (
      <>
        {at > 0 && (
          <span className="long-table-label" aria-hidden="true">
            {heading}
          </span>
        )}
        <div>{cell(row)}</div>
      </>
    );
    return at === 0 ? (
      <th key={key} role="rowheader" scope="row">
        {shown}
      </th>
    ) : (
      <td key={key} role="cell" className={end ? 'long-table-end' : undefined}>
        {shown}
      </td>
    );
  }),
) as <Row>(props: CellsProps<Row>) => ReactNode;
