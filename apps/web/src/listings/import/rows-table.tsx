import { Table, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../../said/said.js';
import { useWords } from '../words.js';
import type { StreamRow } from './stream-file.js';

const COLUMNS = ['row', 'said', 'amount', 'material', 'state'] as const;

/** Row by row what the file says, and what is wrong in which cell. */
export function RowsTable({ rows }: { readonly rows: readonly StreamRow[] }) {
  const intl = useIntl();
  return (
    <div
      className="listings-scroll"
      role="region"
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'listings.import.preview' })}
    >
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            {COLUMNS.map((one) => (
              <Table.HeaderCell key={one} scope="col">
                <FormattedMessage id={`listings.import.column.${one}`} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <OneRow key={row.row} row={row} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function OneRow({ row: { row, title, quantity, material, problems } }: { readonly row: StreamRow }) {
  const words = useWords();
  const amount = quantity && { ...quantity, per: quantity.per ?? null, min: null, max: null };
  return (
    <Table.Row>
      <Table.Cell>{row}</Table.Cell>
      <Table.HeaderCell scope="row">{title}</Table.HeaderCell>
      <Table.Cell>{amount && words.amount(amount)}</Table.Cell>
      <Table.Cell>{material?.[words.locale]}</Table.Cell>
      <Table.Cell>
        {problems.length === 0 ? (
          <Tag data-size="sm" data-color="success">
            <FormattedMessage id="listings.import.draft" />
          </Tag>
        ) : (
          <>
            <Tag data-size="sm" data-color="danger">
              <FormattedMessage id="listings.import.refused" />
            </Tag>
            <ul>
              {problems.map(({ cell, message }) => (
                <li key={message}>
                  {cell !== null && (
                    <strong>
                      <FormattedMessage id="listings.import.cell" values={{ cell }} />:{' '}
                    </strong>
                  )}
                  <Said>{message}</Said>
                </li>
              ))}
            </ul>
          </>
        )}
      </Table.Cell>
    </Table.Row>
  );
}
