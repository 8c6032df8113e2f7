import { Button, Table, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../said/said.js';
import { Wide } from '../shared/wide.js';
import type { JudgedRow } from './import-file.js';

const COLOURS = { NEW: 'success', SAME: 'neutral', REFUSED: 'danger' } as const;
const COLUMNS = ['row', 'effect', 'firm', 'side', 'text', 'amount', 'problems'] as const;
/** A file may have two thousand rows: more are drawn when asked for. */
const DRAWN = 100;

/** Every row of the file with what becomes of it, those that are refused first. */
export function JudgedRows({ rows }: { readonly rows: readonly JudgedRow[] }) {
  const intl = useIntl();
  const [drawn, setDrawn] = useState(DRAWN);
  const inOrder = [
    ...rows.filter(({ effect }) => effect === 'REFUSED'),
    ...rows.filter(({ effect }) => effect !== 'REFUSED'),
  ];
  return (
    <div className="hints-stack">
      <Wide label={intl.formatMessage({ id: 'hints.import.rows' })}>
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              {COLUMNS.map((one) => (
                <Table.HeaderCell key={one} scope="col">
                  <FormattedMessage id={`hints.column.${one}`} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {inOrder.slice(0, drawn).map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </Table.Body>
        </Table>
      </Wide>
      {inOrder.length > drawn && (
        <Button variant="secondary" onClick={() => setDrawn(drawn + DRAWN)}>
          <FormattedMessage id="shared.more" />
        </Button>
      )}
    </div>
  );
}

function Row({
  row: { row, effect, firmName, side, text, amountText, problems },
}: {
  readonly row: JudgedRow;
}) {
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{row}</Table.HeaderCell>
      <Table.Cell>
        <Tag data-size="sm" data-color={COLOURS[effect]}>
          <FormattedMessage id={`hints.effect.${effect}`} />
        </Tag>
      </Table.Cell>
      <Table.Cell>{firmName}</Table.Cell>
      <Table.Cell>{side !== undefined && <FormattedMessage id={`hints.side.${side}`} />}</Table.Cell>
      <Table.Cell>{text}</Table.Cell>
      <Table.Cell>{amountText}</Table.Cell>
      <Table.Cell>
        <ul className="hints-problems">
          {problems.map(({ field, cell, message }) => (
            <li key={`${field} ${message}`}>
              <strong>{cell ?? field}</strong> <Said>{message}</Said>
            </li>
          ))}
        </ul>
      </Table.Cell>
    </Table.Row>
  );
}
