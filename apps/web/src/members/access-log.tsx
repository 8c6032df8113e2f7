import { Table } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { LogRowFragment } from '#operations';
import { joined, More } from '../shared/more.js';
import { Wide } from '../shared/wide.js';
import { Whole } from '../shared/whole.js';
import { ClusterLog, FirmLog } from './members.graphql';

/** Who let whom in and who left, of a cluster. */
export function LogOfCluster({ clusterId }: { readonly clusterId: string }) {
  const result = useQuery(ClusterLog, { variables: { clusterId } });
  const more = (after: string | null) =>
    result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        accessLog: joined(before.accessLog, next.accessLog),
      }),
    });
  return <Whole result={result}>{({ accessLog }) => <Log log={accessLog} more={more} />}</Whole>;
}

/** And of the firm acted for. */
export function LogOfFirm() {
  const result = useQuery(FirmLog);
  const more = (after: string | null) =>
    result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        accessLog: joined(before.accessLog, next.accessLog),
      }),
    });
  return <Whole result={result}>{({ accessLog }) => <Log log={accessLog} more={more} />}</Whole>;
}

interface LogProps {
  readonly log: LogRowFragment;
  readonly more: (after: string | null) => Promise<unknown>;
}

function Log({ log: { edges, pageInfo }, more }: LogProps) {
  const intl = useIntl();
  return (
    <div className="block">
      <Wide label={intl.formatMessage({ id: 'members.log' })}>
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              {(['at', 'what', 'who', 'by'] as const).map((column) => (
                <Table.HeaderCell key={column} scope="col">
                  <FormattedMessage id={`members.log.column.${column}`} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {edges.map(({ cursor, node: { at, kind, subject, role, by } }) => (
              <Table.Row key={cursor}>
                <Table.Cell>
                  <FormattedDate value={at} dateStyle="medium" timeStyle="short" />
                </Table.Cell>
                <Table.Cell>
                  <FormattedMessage id={`members.log.kind.${kind}`} />
                </Table.Cell>
                <Table.Cell>
                  {[subject, role && intl.formatMessage({ id: `members.role.${role}` })]
                    .filter((word) => word)
                    .join(' · ') || '–'}
                </Table.Cell>
                <Table.Cell>{by ?? <FormattedMessage id="members.log.gone" />}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Wide>
      <More pageInfo={pageInfo} fetchMore={more} />
    </div>
  );
}
