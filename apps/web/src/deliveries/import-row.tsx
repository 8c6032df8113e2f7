import { Tag } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { ImportRowEffect, ImportRowOutcome, RowsOfImportQuery } from '#operations';
import { Said } from '../said/said.js';
import { columnName } from './column-name.js';

export type ReadRow = NonNullable<RowsOfImportQuery['deliveryImport']>['rows'][number];

const EFFECTS: Readonly<Record<ImportRowEffect, 'success' | 'info' | 'neutral' | 'danger'>> = {
  NEW: 'success',
  CHANGED: 'info',
  SAME: 'neutral',
  REFUSED: 'danger',
};
const OUTCOMES: Readonly<Record<ImportRowOutcome, 'success' | 'info' | 'neutral' | 'danger'>> = {
  RECORDED: 'success',
  CORRECTED: 'info',
  SKIPPED: 'neutral',
  LEFT: 'neutral',
  LAPSED: 'danger',
};

interface ImportRowProps {
  readonly row: ReadRow;
  readonly index: number;
  readonly columns: number;
  /** Where it begins in the list, px. */
  readonly start: number;
  readonly measure: (element: Element | null) => void;
}

/** One row of the file, as it says it. */
export function ImportRow({ row, index, columns, start, measure }: ImportRowProps) {
  const { row: number, cells, effect, outcome, problems } = row;
  const places = Array.from({ length: Math.max(columns, cells.length) }, (_, at) => at);
  const named = new Set(places.map((at) => `${columnName(at)}${number}`));
  const elsewhere = problems.filter(({ cell }) => cell === null || !named.has(cell));
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      className="deliveries-sheet-row"
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="rowheader">{number}</span>
      <span role="cell">
        <Tag data-size="sm" data-color={outcome === null ? EFFECTS[effect] : OUTCOMES[outcome]}>
          {outcome === null ? (
            <FormattedMessage id={`deliveries.rowEffect.${effect}`} />
          ) : (
            <FormattedMessage id={`deliveries.outcome.${outcome}`} />
          )}
        </Tag>
        <Problems problems={elsewhere} />
      </span>
      {places.map((at) => {
        const name = `${columnName(at)}${number}`;
        const wrong = problems.filter(({ cell }) => cell === name);
        return (
          <span role="cell" key={name} className={wrong.length > 0 ? 'wrong' : undefined}>
            {cells[at] ?? ''}
            <Problems problems={wrong} />
          </span>
        );
      })}
    </div>
  );
}

/** The server says what would be right. */
const Problems = ({ problems }: { readonly problems: ReadRow['problems'] }) =>
  problems.map(({ cell, field, message }) => (
    <small key={`${cell ?? ''}${field}${message}`} className="deliveries-problem">
      {cell === null && (
        <>
          <FormattedMessage id={`deliveries.column.${field}`} />
          {': '}
        </>
      )}
      <Said>{message}</Said>
    </small>
  ));
