import { Table } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, FormattedNumber, useIntl, type IntlShape } from 'react-intl';
import type { WorkbenchUnusedQuery } from '#operations';
import { Empty } from '../shared/page.js';
import { Wide } from '../shared/wide.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { checkText } from './checks.js';
import { useLocale } from '../shared/locale.js';
import { WorkbenchUnused } from './workbench.graphql';

/** What would it take: streams that nobody uses yet, and what stands in their way. */
export function Potential({ clusterId }: { readonly clusterId: string }) {
  const intl = useIntl();
  const result = useQuery(WorkbenchUnused, { variables: { clusterId, locale: useLocale() } });
  useRenewal(['figuresChanged'], result);
  return (
    <Whole result={result}>
      {({ workbench }) => {
        if (workbench === null) return null;
        if (workbench.unused.length === 0)
          return <Empty title={intl.formatMessage({ id: 'workbench.potential.none' })} />;
        return <Families rows={workbench.unused} />;
      }}
    </Whole>
  );
}

type Unused = NonNullable<WorkbenchUnusedQuery['workbench']>['unused'][number];

const COLUMNS = ['family', 'area', 'streams', 'yearly', 'distance', 'obstacles'] as const;

function Families({ rows }: { readonly rows: readonly Unused[] }) {
  const intl = useIntl();
  return (
    <Wide label={intl.formatMessage({ id: 'workbench.tab.potential' })}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            {COLUMNS.map((one) => (
              <Table.HeaderCell key={one} scope="col">
                <FormattedMessage id={`workbench.potential.${one}`} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={`${row.material.id} ${row.area} ${row.unit}`}>
              <Table.HeaderCell scope="row">{row.material.label}</Table.HeaderCell>
              <Table.Cell>{row.area}</Table.Cell>
              <Table.Cell>
                <FormattedNumber value={row.streams} />
              </Table.Cell>
              <Table.Cell className="workbench-amount">{amount(intl, row.yearly, row.unit)}</Table.Cell>
              <Table.Cell className="workbench-amount">
                <Distance row={row} />
              </Table.Cell>
              <Table.Cell>
                <Obstacles row={row} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
}

/** Digit by digit, no float in between. */
const amount = (intl: IntlShape, value: string, unit: string): string =>
  `${intl.formatNumber(value as unknown as number, { maximumFractionDigits: 0 })} ${unit}`;

function Distance({ row: { nearestKm, farthestKm } }: { readonly row: Unused }) {
  const intl = useIntl();
  if (nearestKm === null || farthestKm === null)
    return (
      <span className="quiet">
        <FormattedMessage id="workbench.potential.nobody" />
      </span>
    );
  const km = (value: number): string => intl.formatNumber(value, { maximumFractionDigits: 0 });
  return km(nearestKm) === km(farthestKm) ? `${km(nearestKm)} km` : `${km(nearestKm)}–${km(farthestKm)} km`;
}

function Obstacles({ row: { obstacles, unit } }: { readonly row: Unused }) {
  const intl = useIntl();
  return (
    <ul className="workbench-obstacles">
      {obstacles.map(({ name, result, remedy, streams, yearly }) => (
        <li key={`${name} ${result} ${remedy}`}>
          <strong>{checkText(intl, name)}</strong>{' '}
          {result !== null && <FormattedMessage id={`workbench.result.${result}`} />}
          <span className="quiet">
            {' '}
            <FormattedMessage
              id="workbench.potential.behind"
              values={{ streams, amount: amount(intl, yearly, unit) }}
            />
          </span>
          {remedy !== null && (
            <span className="workbench-remedy">
              <FormattedMessage id={`workbench.remedy.${remedy}`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
