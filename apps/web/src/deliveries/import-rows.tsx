import { Alert, Button, ToggleGroup } from '@digdir/designsystemet-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, type CSSProperties } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportHeadFragment } from '#operations';
import { Loading } from '../shared/whole.js';
import { columnName } from './column-name.js';
import { ImportRow } from './import-row.js';
import type { RowView } from './import-search.js';
import { useRows } from './use-rows.js';

const ROW_PX = 44;

interface View {
  readonly view: Exclude<RowView, 'all'>;
  readonly count: number;
}

/** Ways to look at the rows that there is something behind. */
function viewsOf({ counts, totals }: ImportHeadFragment): readonly View[] {
  const all: readonly View[] = [
    { view: 'REFUSED', count: counts.refused },
    { view: 'CHANGED', count: counts.changed },
    { view: 'NEW', count: counts.new },
    { view: 'SAME', count: counts.same },
    { view: 'LAPSED', count: totals?.lapsed ?? 0 },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The rows of a file as it says them, with what is wrong beside the cell that it is about. */
export function ImportRows({ file }: { readonly file: ImportHeadFragment }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const search = useSearch({ from: '/deliveries/import' });
  const views = viewsOf(file);
  const view = search.show ?? (file.counts.refused > 0 && file.state === 'SHOWN' ? 'REFUSED' : 'all');
  const show = (chosen: string): void =>
    void navigate({ to: '/deliveries/import', search: { ...search, show: chosen as RowView } });
  return (
    <section className="deliveries-rows" aria-label={intl.formatMessage({ id: 'deliveries.rows.title' })}>
      <ToggleGroup
        value={view}
        onChange={show}
        data-size="sm"
        aria-label={intl.formatMessage({ id: 'deliveries.rows.which' })}
      >
        <ToggleGroup.Item value="all">
          <FormattedMessage id="deliveries.rows.all" />
        </ToggleGroup.Item>
        {views.map(({ view: one, count }) => (
          <ToggleGroup.Item key={one} value={one}>
            <FormattedMessage id={`deliveries.effect.${one}`} values={{ count }} />
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      <RowTable key={`${view} ${file.state} ${String(file.counts.refused)}`} file={file} view={view} />
    </section>
  );
}

interface RowTableProps {
  readonly file: ImportHeadFragment;
  readonly view: RowView;
}

/** Only what is in sight is drawn, and read from the server as it comes into sight: there may be fifty thousand. */
function RowTable({ file, view }: RowTableProps) {
  const intl = useIntl();
  const { rows, more, isWhole, isLost } = useRows(file.id, view);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (at) => rows[at]?.row ?? at,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (!isWhole && !isLost && last >= rows.length - 20) more();
  }, [isWhole, isLost, last, rows.length, more]);
  const lost = isLost && <Lost again={more} />;
  if (rows.length === 0) return lost || (isWhole ? <NoRows /> : <Loading />);
  const style = { '--columns': Math.max(1, file.header.length) } as CSSProperties;
  return (
    <>
      <div
        className="deliveries-sheet"
        ref={box}
        tabIndex={0}
        role="region"
        aria-label={intl.formatMessage({ id: 'deliveries.rows.title' })}
        style={style}
      >
        <div role="table" aria-rowcount={-1} aria-label={file.fileName}>
          <SheetHead header={file.header} />
          <div role="rowgroup" className="deliveries-sheet-body" style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, key, start }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <ImportRow
                  key={key}
                  row={row}
                  index={index}
                  columns={file.header.length}
                  start={start}
                  measure={virtual.measureElement}
                />
              );
            })}
          </div>
        </div>
      </div>
      {lost}
    </>
  );
}

const NoRows = () => (
  <p className="quiet">
    <FormattedMessage id="deliveries.rows.none" />
  </p>
);

const Lost = ({ again }: { readonly again: () => void }) => (
  <Alert data-color="warning" role="alert">
    <FormattedMessage id="deliveries.rows.lost" />{' '}
    <Button variant="secondary" data-size="sm" onClick={again}>
      <FormattedMessage id="shared.again" />
    </Button>
  </Alert>
);

const SheetHead = ({ header }: Pick<ImportHeadFragment, 'header'>) => (
  <div role="rowgroup" className="deliveries-sheet-head">
    <div role="row" className="deliveries-sheet-row">
      <span role="columnheader">
        <FormattedMessage id="deliveries.rows.row" />
      </span>
      <span role="columnheader">
        <FormattedMessage id="deliveries.rows.will" />
      </span>
      {header.map((name, at) => (
        <span role="columnheader" key={columnName(at)}>
          {name === '' ? columnName(at) : name}
        </span>
      ))}
    </div>
  </div>
);
