import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureEntriesQuery } from '#operations';
import { amountWithUnit, dayName, labelIn } from './decimals.js';

type Entry = FigureEntriesQuery['figureEntries']['edges'][number]['node'];

interface EntryRowsProps {
  readonly rows: readonly Entry[];
  /** Of the whole, of which the rows may be the first part. */
  readonly total: number;
}

const USUAL_HEIGHT = 76;

/** Entries of the ledger; only those in sight are drawn, so that thousands stay light. */
export function EntryRows({ rows, total }: EntryRowsProps) {
  // What the list in sight gives changes without its arguments: nothing here may be kept between drawings.
  'use no memo';
  const intl = useIntl();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 8,
    useFlushSync: false,
  });
  return (
    <div className="entries-frame" ref={frame} tabIndex={0} role="region" aria-labelledby="entries-title">
      <div
        role="table"
        aria-label={intl.formatMessage({ id: 'shared.entries.table' })}
        aria-rowcount={total + 1}
        style={{ height: virtual.getTotalSize() + USUAL_HEIGHT / 2 }}
        className="entries-table"
      >
        <Heads />
        <div role="rowgroup">
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const entry = rows[index];
            return (
              entry !== undefined && (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  role="row"
                  aria-rowindex={index + 2}
                  className="entries-row"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <EntryCells entry={entry} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

const HEADS = ['day', 'what', 'amount', 'brings'] as const;

const Heads = () => (
  <div role="rowgroup" className="entries-heads">
    <div role="row" aria-rowindex={1} className="entries-head">
      {HEADS.map((head) => (
        <span role="columnheader" key={head}>
          <FormattedMessage id={`shared.entries.head.${head}`} />
        </span>
      ))}
    </div>
  </div>
);

function EntryCells({ entry }: { readonly entry: Entry }) {
  const intl = useIntl();
  const { kind, occurredOn, amount, unit, yearly, brings, bringsUnit, material, factorSet } = entry;
  return (
    <>
      <span role="cell">
        {dayName(intl, occurredOn)}
        <small>
          <FormattedMessage id={`shared.entries.kind.${kind}`} />
        </small>
      </span>
      <span role="cell">
        {labelIn(intl, material)}
        <small>
          <FormattedMessage
            id="shared.entries.between"
            values={{ from: entry.fromIndustry, to: entry.toIndustry, set: factorSet }}
          />
        </small>
      </span>
      <span role="cell" className="entries-number">
        {amountWithUnit(intl, amount, unit)}
        {yearly && (
          <small>
            <FormattedMessage id="shared.entries.yearly" />
          </small>
        )}
      </span>
      <span role="cell" className="entries-number">
        {brings === null ? '–' : amountWithUnit(intl, brings, bringsUnit)}
      </span>
    </>
  );
}
