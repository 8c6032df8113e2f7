import { Table, Textfield } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { WorkbenchBarriersQuery } from '#operations';
import { Bar } from '../shared/bar.js';
import { Empty } from '../shared/page.js';
import { Wide } from '../shared/wide.js';
import { Whole } from '../shared/whole.js';
import { useLocale } from '../shared/locale.js';
import { useRenewal } from '../shell/live.js';
import { WorkbenchBarriers } from './workbench.graphql';

const route = getRouteApi('/cluster/$slug/workbench');
const DAY_MS = 86_400_000;

/** The calendar year in which today is. */
const thisYear = (): { readonly from: string; readonly to: string } => {
  const year = new Date().getFullYear();
  return { from: `${year}-01-01`, to: `${year}-12-31` };
};

/** The api's periods end before their last instant: the day after the last one that counts. */
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString();

/** Why firms said no: counts by quarter, family of materials and reason. What they wrote is told to nobody. */
export function Barriers({ clusterId }: { readonly clusterId: string }) {
  const search = route.useSearch();
  const { from, to } = { ...thisYear(), ...search };
  const variables = { clusterId, from: `${from}T00:00:00Z`, to: dayAfter(to), locale: useLocale() };
  const isBackwards = from > to;
  const result = useQuery(WorkbenchBarriers, { variables, skip: isBackwards });
  useRenewal(['figuresChanged'], result);
  return (
    <div className="workbench-stack">
      <Period from={from} to={to} isBackwards={isBackwards} />
      {!isBackwards && (
        <Whole result={result}>{({ barriers }) => <Report barriers={barriers.barriers} />}</Whole>
      )}
    </div>
  );
}

interface PeriodProps {
  readonly from: string;
  readonly to: string;
  readonly isBackwards: boolean;
}

function Period({ from, to, isBackwards }: PeriodProps) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const choose = (changed: { readonly from?: string; readonly to?: string }): void => {
    if (Object.values(changed).includes('')) return;
    void navigate({ search: { tab: 'barriers', from, to, ...changed } });
  };
  return (
    <div className="workbench-period">
      <Textfield
        type="date"
        label={<FormattedMessage id="workbench.barriers.from" />}
        value={from}
        onChange={({ target }) => choose({ from: target.value })}
      />
      <Textfield
        type="date"
        label={<FormattedMessage id="workbench.barriers.to" />}
        value={to}
        error={isBackwards && intl.formatMessage({ id: 'workbench.barriers.backwards' })}
        onChange={({ target }) => choose({ to: target.value })}
      />
    </div>
  );
}

type Rows = WorkbenchBarriersQuery['barriers']['barriers'];

const COLUMNS = ['quarter', 'material', 'reason', 'matches', 'proposals'] as const;

function Report({ barriers }: { readonly barriers: Rows }) {
  const intl = useIntl();
  if (barriers.length === 0) return <Empty title={intl.formatMessage({ id: 'workbench.barriers.none' })} />;
  const longest = Math.max(1, ...barriers.map(({ matches, proposals }) => Math.max(matches, proposals)));
  return (
    <Wide label={intl.formatMessage({ id: 'workbench.tab.barriers' })}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            {COLUMNS.map((one) => (
              <Table.HeaderCell key={one} scope="col">
                <FormattedMessage id={`workbench.barriers.${one}`} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {barriers.map(({ quarter, material, reason, matches, proposals }) => (
            <Table.Row key={`${quarter} ${material.id} ${reason}`}>
              <Table.Cell>
                <FormattedDate value={quarter} timeZone="Europe/Oslo" year="numeric" month="long" />
              </Table.Cell>
              <Table.Cell>{material.label}</Table.Cell>
              <Table.HeaderCell scope="row">
                <FormattedMessage id={`workbench.reason.${reason}`} />
              </Table.HeaderCell>
              {[matches, proposals].map((count, at) => (
                <Table.Cell key={COLUMNS[at + 3]}>
                  <span className="workbench-bar">
                    <FormattedNumber value={count} />
                    <Bar part={count / longest} />
                  </span>
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
}
