import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AccountTrailQuery } from '#operations';
import { Help } from '../shared/help.js';
import { Instant } from '../shared/instant.js';
import { More } from '../shared/more.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { AccountTrail } from './trail.graphql';

const PAGE = 30;

type Entry = AccountTrailQuery['disclosureTrail']['edges'][number]['node'];

/** Who asked, who was shown what, and who looked. */
export default function Disclosure() {
  const intl = useIntl();
  const result = useQuery(AccountTrail, { variables: { first: PAGE } });
  const more = (after: string) =>
    result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        disclosureTrail: {
          ...next.disclosureTrail,
          edges: [...before.disclosureTrail.edges, ...next.disclosureTrail.edges],
        },
      }),
    });
  return (
    <section className="account-section" aria-labelledby="account-trail">
      <Heading level={2} data-size="xs" id="account-trail">
        <FormattedMessage id="account.trail.title" /> <Help word="disclosure" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.trail.lead" />
      </Paragraph>
      <Whole result={result}>
        {({ disclosureTrail: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty title={intl.formatMessage({ id: 'account.trail.none' })}>
              <Link to="/help" hash="disclosure">
                <FormattedMessage id="account.trail.how" />
              </Link>
            </Empty>
          ) : (
            <>
              <ol className="account-list">
                {edges.map(({ node, cursor }) => (
                  <Step key={cursor} entry={node} />
                ))}
              </ol>
              <More pageInfo={pageInfo} fetchMore={more} />
            </>
          )
        }
      </Whole>
    </section>
  );
}

function Step({ entry }: { readonly entry: Entry }) {
  const { at, byViewer, kind, groups, listing, match, role, times, until, person } = entry;
  const isLook = kind === 'LOOKED' || kind === 'LOOKED_AT_FIGURES';
  return (
    <li className="account-row">
      <div>
        <strong>
          <FormattedMessage
            id={`account.trail.kind.${kind}`}
            values={{ side: byViewer ? 'own' : 'other', times }}
          />
        </strong>
        {isLook ? <Look entry={entry} /> : person !== null && <span className="quiet">{person}</span>}
        {listing !== null && <span>{listing.title ?? listing.area}</span>}
        <span className="tags">
          {groups.map((group) => (
            <Tag key={group} data-size="sm" data-color="neutral">
              <FormattedMessage id={`account.group.${group}`} />
            </Tag>
          ))}
        </span>
        {until !== null && (
          <span className="quiet">
            <FormattedMessage id="account.trail.until" values={{ day: <Instant at={until} day /> }} />
          </span>
        )}
        {match !== null && role === null && (
          <Link to="/matches/$id" params={{ id: match.id }}>
            <FormattedMessage id="account.trail.match" />
          </Link>
        )}
      </div>
      <span className="quiet">
        <Instant at={at} day={isLook} />
      </span>
    </li>
  );
}

function Look({ entry: { role, cluster } }: { readonly entry: Entry }) {
  return (
    <span className="quiet">
      {role === null ? (
        <FormattedMessage id="account.trail.someRole" />
      ) : (
        <FormattedMessage id={`account.role.${role}`} />
      )}
      {cluster !== null && ` · ${cluster}`}
    </span>
  );
}
