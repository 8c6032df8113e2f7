import { Field, Heading, Label, Paragraph, Select, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AccessLogQuery } from '#operations';
import { Instant } from '../shared/instant.js';
import { More } from '../shared/more.js';
import { Whole } from '../shared/whole.js';
import { useViewer } from '../shell/viewer.js';
import { AccessLog as AccessLogDocument } from './account.graphql';

const PAGE = 30;

type Entry = AccessLogQuery['accessLog']['edges'][number]['node'];

/** Who was let in, who left, and what was done in the firm's or cluster's name. */
export default function AccessLog() {
  const { acting, clusters } = useViewer();
  const firm = acting?.role === 'FIRM_ADMIN' ? [{ id: '', name: acting.firm.name }] : [];
  const staffed = clusters.filter(({ role }) => role === 'CLUSTER_STAFF').map(({ cluster }) => cluster);
  const logs = [...firm, ...staffed];
  const [chosen, setChosen] = useState(logs[0]?.id ?? '');
  return (
    <section className="account-section" aria-labelledby="account-access">
      <Heading level={2} data-size="xs" id="account-access">
        <FormattedMessage id="account.access.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.access.lead" />
      </Paragraph>
      {logs.length > 1 && (
        <Field>
          <Label>
            <FormattedMessage id="account.access.of" />
          </Label>
          <Select width="auto" value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {logs.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <Log key={chosen} clusterId={chosen === '' ? undefined : chosen} />
    </section>
  );
}

function Log({ clusterId }: { readonly clusterId: string | undefined }) {
  const of = clusterId === undefined ? {} : { clusterId };
  const result = useQuery(AccessLogDocument, { variables: { first: PAGE, ...of } });
  const more = (after: string) =>
    result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        accessLog: { ...next.accessLog, edges: [...before.accessLog.edges, ...next.accessLog.edges] },
      }),
    });
  return (
    <Whole result={result}>
      {({ accessLog: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <Paragraph>
            <FormattedMessage id="account.access.none" />
          </Paragraph>
        ) : (
          <>
            <Entries entries={edges.map(({ node }) => node)} />
            <More pageInfo={pageInfo} fetchMore={more} />
          </>
        )
      }
    </Whole>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const intl = useIntl();
  return (
    <div className="account-scroll" tabIndex={0} role="region" aria-labelledby="account-access">
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            {(['at', 'who', 'what', 'subject'] as const).map((column) => (
              <Table.HeaderCell key={column}>
                <FormattedMessage id={`account.access.column.${column}`} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {entries.map(({ at, by, kind, subject, role }) => (
            <Table.Row key={`${at} ${kind} ${subject ?? ''}`}>
              <Table.Cell>
                <Instant at={at} />
              </Table.Cell>
              <Table.Cell>{by ?? <FormattedMessage id="account.access.gone" />}</Table.Cell>
              <Table.Cell>
                <FormattedMessage id={`account.access.kind.${kind}`} />
              </Table.Cell>
              <Table.Cell>
                {[subject, role === null ? null : intl.formatMessage({ id: `account.role.${role}` })]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
