import { Heading, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { WorkbenchOverviewQuery } from '#operations';
import { Bar } from '../shared/bar.js';
import { Wide } from '../shared/wide.js';
import { Whole } from '../shared/whole.js';
import { useLocale } from '../shared/locale.js';
import { useRenewal } from '../shell/live.js';
import { WorkbenchOverview } from './workbench.graphql';

type Overview = NonNullable<WorkbenchOverviewQuery['workbench']>['overview'];

/** How far streams come, how fresh and how answered they are: counts over the cluster's own firms. */
export function Funnel({ clusterId }: { readonly clusterId: string }) {
  const result = useQuery(WorkbenchOverview, { variables: { clusterId, locale: useLocale() } });
  useRenewal(['figuresChanged'], result);
  return (
    <Whole result={result}>
      {({ workbench }) =>
        workbench !== null && (
          <div className="workbench-stack">
            <Health overview={workbench.overview} />
            <Stages funnel={workbench.overview.funnel} />
            <div className="workbench-two">
              <PaceTable pace={workbench.overview.pace} />
              <Branches branches={workbench.overview.branches} />
            </div>
            <p className="quiet">
              <small>
                <FormattedMessage
                  id="workbench.at"
                  values={{
                    at: <FormattedDate value={workbench.overview.at} dateStyle="medium" timeStyle="short" />,
                  }}
                />
              </small>
            </p>
          </div>
        )
      }
    </Whole>
  );
}

const share = (value: number | null) =>
  value === null ? <span className="quiet">–</span> : <FormattedNumber value={value} style="percent" />;
const days = (value: number | null) =>
  value === null ? (
    <span className="quiet">–</span>
  ) : (
    <FormattedNumber value={value} maximumFractionDigits={1} />
  );

function Health({ overview: { health } }: { readonly overview: Overview }) {
  const numbers = {
    active: <FormattedNumber value={health.active} />,
    withMatch: share(health.withMatch),
    confirmedWithin30: share(health.confirmedWithin30),
    confirmedWithin90: share(health.confirmedWithin90),
  } as const;
  return (
    <dl className="workbench-numbers">
      {(Object.keys(numbers) as (keyof typeof numbers)[]).map((name) => (
        <div key={name}>
          <dt>
            <FormattedMessage id={`workbench.health.${name}`} />
          </dt>
          <dd>{numbers[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

const COUNTS = [
  'waiting',
  'olderThan14',
  'olderThan30',
  'olderThan90',
  'declined',
  'expired',
  'completed',
] as const;

function Stages({ funnel }: Pick<Overview, 'funnel'>) {
  const longest = Math.max(1, ...funnel.map(({ reached }) => reached));
  return (
    <TablePart part="funnel">
      <Table.Head>
        <Table.Row>
          <Header id="stage" />
          <Header id="reached" />
          <Header id="share" isNumber />
          <Header id="medianDays" isNumber />
          {COUNTS.map((one) => (
            <Header key={one} id={one} isNumber />
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {funnel.map((stage) => (
          <Table.Row key={stage.stage}>
            <Table.HeaderCell scope="row">
              <FormattedMessage id={`workbench.stage.${stage.stage}`} />
            </Table.HeaderCell>
            <Table.Cell>
              <span className="workbench-bar">
                <FormattedNumber value={stage.reached} />
                <Bar part={stage.reached / longest} />
              </span>
            </Table.Cell>
            <Table.Cell className="number">{share(stage.share)}</Table.Cell>
            <Table.Cell className="number">{days(stage.medianDays)}</Table.Cell>
            {COUNTS.map((one) => (
              <Table.Cell key={one} className="number">
                <FormattedNumber value={stage[one]} />
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </TablePart>
  );
}

type Column = (typeof COUNTS)[number] | 'stage' | 'reached' | 'share' | 'medianDays';

const Header = ({ id, isNumber = false }: { readonly id: Column; readonly isNumber?: boolean }) => (
  <Table.HeaderCell scope="col" className={isNumber ? 'number' : ''}>
    <FormattedMessage id={`workbench.column.${id}`} />
  </Table.HeaderCell>
);

interface TablePartProps {
  readonly part: 'funnel' | 'pace' | 'branches';
  readonly children: ReactNode;
}

/** A heading with a table under it that may be wider than the page. */
function TablePart({ part, children }: TablePartProps) {
  const intl = useIntl();
  return (
    <section className="block" aria-labelledby={`workbench-${part}`}>
      <Heading level={2} data-size="2xs" id={`workbench-${part}`}>
        <FormattedMessage id={`workbench.${part}`} />
      </Heading>
      <Wide label={intl.formatMessage({ id: `workbench.${part}` })}>
        <Table data-size="sm">{children}</Table>
      </Wide>
    </section>
  );
}

function PaceTable({ pace }: Pick<Overview, 'pace'>) {
  return (
    <TablePart part="pace">
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">
            <FormattedMessage id="workbench.pace.until" />
          </Table.HeaderCell>
          <Table.HeaderCell scope="col" className="number">
            <FormattedMessage id="workbench.pace.listings" />
          </Table.HeaderCell>
          <Header id="medianDays" isNumber />
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {pace.map(({ step, listings, medianDays }) => (
          <Table.Row key={step}>
            <Table.HeaderCell scope="row">
              <FormattedMessage id={`workbench.pace.${step}`} />
            </Table.HeaderCell>
            <Table.Cell className="number">
              <FormattedNumber value={listings} />
            </Table.Cell>
            <Table.Cell className="number">{days(medianDays)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </TablePart>
  );
}

function Branches({ branches }: Pick<Overview, 'branches'>) {
  const columns = ['offers', 'unmatchedOffers', 'needs', 'unmatchedNeeds'] as const;
  return (
    <TablePart part="branches">
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">
            <FormattedMessage id="workbench.branch.material" />
          </Table.HeaderCell>
          {columns.map((one) => (
            <Table.HeaderCell key={one} scope="col" className="number">
              <FormattedMessage id={`workbench.branch.${one}`} />
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {branches.map((branch) => (
          <Table.Row key={branch.material.id}>
            <Table.HeaderCell scope="row">{branch.material.label}</Table.HeaderCell>
            {columns.map((one) => (
              <Table.Cell key={one} className="number">
                <FormattedNumber value={branch[one]} />
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </TablePart>
  );
}
