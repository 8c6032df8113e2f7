import { Button, Table } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FlowOnMapFragment } from '#operations';
import { keyOf } from './shown.js';
import { useMapSearch } from './use-map.js';
import { amountWithUnit } from '../shared/decimals.js';
import { labelIn } from './words.js';

const COLUMNS = ['map.column.way', 'map.column.material', 'map.column.amount'] as const;

/** The lines in words, largest first as the API gives them. */
export function FlowTable({ flows }: { readonly flows: readonly FlowOnMapFragment[] }) {
  return (
    <div className="map-scroll">
      <Table data-size="sm">
        <caption className="unseen">
          <FormattedMessage id="map.flows.caption" />
        </caption>
        <Table.Head>
          <Table.Row>
            {COLUMNS.map((id) => (
              <Table.HeaderCell key={id}>
                <FormattedMessage id={id} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {flows.map((flow) => (
            <Row key={keyOf(flow)} flow={flow} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Row({ flow }: { readonly flow: FlowOnMapFragment }) {
  const intl = useIntl();
  const { search, change } = useMapSearch();
  const { from, to, material, value, unit, exchanges } = flow;
  const id = keyOf(flow);
  const isChosen = search.flow === id;
  const abroad = intl.formatMessage({ id: 'map.abroad' });
  const way = `${from?.name ?? abroad} → ${to?.name ?? abroad}`;
  return (
    <Table.Row data-chosen={isChosen}>
      <Table.Cell>
        {from === null || to === null ? (
          way
        ) : (
          <Button
            className="map-choice"
            variant="tertiary"
            data-size="sm"
            aria-pressed={isChosen}
            onClick={() => change({ flow: isChosen ? undefined : id })}
          >
            {way}
          </Button>
        )}
      </Table.Cell>
      <Table.Cell>{labelIn(intl, material)}</Table.Cell>
      <Table.Cell>
        {amountWithUnit(intl, value, unit)}
        <small>
          <FormattedMessage id="map.exchanges" values={{ count: exchanges }} />
        </small>
      </Table.Cell>
    </Table.Row>
  );
}
