import { Button, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DisclosureTrailQuery } from '#operations';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import './negotiation.css';
import { DisclosureTrail } from './trail.graphql';
import { useWords } from './words.js';

type Entry = DisclosureTrailQuery['disclosureTrail']['edges'][number]['node'];
const COLUMNS = ['when', 'what', 'about', 'who'] as const;

/** Who asked to see what, who let them, who took it back, and which roles looked at what is masked. */
export function Trail() {
  const intl = useIntl();
  const result = useQuery(DisclosureTrail);
  const more = (after: string | null): void =>
    void result.fetchMore({ variables: { after }, updateQuery: appended });
  return (
    <Whole result={result}>
      {({ disclosureTrail: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <Empty title={intl.formatMessage({ id: 'negotiation.trail.none' })} />
        ) : (
          <div className="negotiation-trail">
            <Entries edges={edges} />
            {pageInfo.hasNextPage && (
              <Button variant="secondary" onClick={() => more(pageInfo.endCursor)}>
                <FormattedMessage id="negotiation.more" />
              </Button>
            )}
          </div>
        )
      }
    </Whole>
  );
}

const appended = (
  before: DisclosureTrailQuery,
  { fetchMoreResult: { disclosureTrail } }: { readonly fetchMoreResult: DisclosureTrailQuery },
): DisclosureTrailQuery => ({
  disclosureTrail: {
    ...disclosureTrail,
    edges: [...before.disclosureTrail.edges, ...disclosureTrail.edges],
  },
});

const Entries = ({ edges }: Pick<DisclosureTrailQuery['disclosureTrail'], 'edges'>) => (
  <Table className="negotiation-table">
    <Table.Head>
      <Table.Row>
        {COLUMNS.map((column) => (
          <Table.HeaderCell key={column} scope="col">
            <FormattedMessage id={`negotiation.trail.column.${column}`} />
          </Table.HeaderCell>
        ))}
      </Table.Row>
    </Table.Head>
    <Table.Body>
      {edges.map(({ cursor, node }) => (
        <EntryRow key={cursor} entry={node} />
      ))}
    </Table.Body>
  </Table>
);

function EntryRow({ entry }: { readonly entry: Entry }) {
  const words = useWords();
  const { kind, at, listing, match } = entry;
  // Of a look the API tells the day only.
  const isLook = kind === 'LOOKED' || kind === 'LOOKED_AT_FIGURES';
  return (
    <Table.Row>
      <Table.Cell>
        <time dateTime={at}>{isLook ? words.day(at) : words.moment(at)}</time>
      </Table.Cell>
      <Table.Cell>
        <What entry={entry} />
      </Table.Cell>
      <Table.Cell>
        {listing?.title ?? <FormattedMessage id="negotiation.trail.figures" />}{' '}
        {match !== null && (
          <Link to="/matches/$id" params={{ id: match.id }}>
            <FormattedMessage id="negotiation.toMatch" />
          </Link>
        )}
      </Table.Cell>
      <Table.Cell>
        <Who entry={entry} />
      </Table.Cell>
    </Table.Row>
  );
}

function What({ entry: { kind, groups, until, times } }: { readonly entry: Entry }) {
  const intl = useIntl();
  const words = useWords();
  const named = groups.map((group) => intl.formatMessage({ id: `negotiation.group.${group}` }));
  return (
    <>
      <FormattedMessage
        id={`negotiation.trail.kind.${kind}`}
        values={{ groups: intl.formatList(named), times }}
      />
      {until !== null && (
        <>
          {' '}
          <FormattedMessage id="negotiation.trail.until" values={{ day: words.dayOf(until) }} />
        </>
      )}
    </>
  );
}

/** Names stand for people of one's own firm only; of others the role, never the person. */
function Who({ entry: { byViewer, person, role, cluster } }: { readonly entry: Entry }) {
  if (role !== null || cluster !== null)
    return (
      <FormattedMessage
        id="negotiation.trail.role"
        values={{ role: role ?? 'CLUSTER_STAFF', cluster: cluster ?? '–' }}
      />
    );
  if (!byViewer) return <FormattedMessage id="negotiation.otherSide" />;
  return person === null ? <FormattedMessage id="negotiation.trail.us" /> : <>{person}</>;
}
