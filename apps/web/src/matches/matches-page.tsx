import { useQuery } from '@apollo/client/react';
import { Field, Label, Select, Tabs } from '@digdir/designsystemet-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { joined, More } from '../shared/more.js';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { Decline } from './decline.js';
import { VIEW_NAMES, VIEWS, type View } from './live-states.js';
import { MatchCard } from './match-card.js';
import { MatchFilters, MatchList } from './match.graphql';
import { useNewMatches } from './use-new-matches.js';
import './matches.css';

const PAGE = 20;
/** The most that the server gives at once: whoever has paged further begins again there when something changes. */
const MOST = 100;

/** The inbox of a buyer: what was found, the best first, by how it stands. */
export function MatchesPage() {
  const intl = useIntl();
  const { view = 'open' } = useSearch({ from: '/matches' });
  const navigate = useNavigate({ from: '/matches' });
  const show = (next: string): void =>
    void navigate({ search: (now) => ({ ...now, view: next === 'open' ? undefined : (next as View) }) });
  return (
    <Page
      title={intl.formatMessage({ id: 'matches.title' })}
      lead={<FormattedMessage id="matches.lead" />}
      actions={<ListingFilter />}
    >
      <Tabs className="match-tabs" value={view} onChange={show}>
        <Tabs.List className="match-views">
          {VIEW_NAMES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <FormattedMessage id={`matches.view.${one}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {VIEW_NAMES.map((one) => (
          <Tabs.Panel key={one} value={one}>
            {one === view && <MatchesOf view={one} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

/** One's own listings; without any to choose between there is nothing to choose. */
function ListingFilter() {
  const { listing = '' } = useSearch({ from: '/matches' });
  const navigate = useNavigate({ from: '/matches' });
  const listings = useQuery(MatchFilters).data?.listings.edges ?? [];
  if (listings.length < 2) return null;
  const choose = (id: string): void =>
    void navigate({ search: (now) => ({ ...now, listing: id === '' ? undefined : id }) });
  return (
    <Field className="match-filter">
      <Label>
        <FormattedMessage id="matches.filter" />
      </Label>
      <Select value={listing} onChange={({ target }) => choose(target.value)}>
        <Select.Option value="">
          <FormattedMessage id="matches.filter.all" />
        </Select.Option>
        {listings.map(({ node }) => (
          <Select.Option key={node.id} value={node.id}>
            {node.title}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

function MatchesOf({ view }: { readonly view: View }) {
  const { listing } = useSearch({ from: '/matches' });
  const [declining, setDeclining] = useState<string>();
  const fresh = useNewMatches();
  const variables = { first: PAGE, states: [...VIEWS[view]], listingId: listing ?? null };
  const result = useQuery(MatchList, { variables });
  const shown = result.data?.matches.edges.length ?? 0;
  const again = () => result.refetch({ first: Math.min(MOST, Math.max(PAGE, shown)) });
  useRenewal(['matchFound', 'proposalChanged', 'agreementChanged'], { ...result, refetch: again });
  const more = (after: string | null) =>
    result.fetchMore({
      variables: { first: PAGE, after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        matches: joined(before.matches, next.matches),
      }),
    });
  const close = (declined: boolean): void => {
    setDeclining(undefined);
    if (declined) void again().catch(() => undefined);
  };
  return (
    <div className="match-panel">
      <Whole result={{ ...result, refetch: again }}>
        {({ matches: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <NoMatches view={view} />
          ) : (
            <>
              <ol className="matches">
                {edges.map(({ node }) => (
                  <MatchCard
                    key={node.id}
                    match={node}
                    isNew={fresh.has(node.id)}
                    onDecline={() => setDeclining(node.id)}
                  />
                ))}
              </ol>
              <More pageInfo={pageInfo} fetchMore={more} />
            </>
          )
        }
      </Whole>
      {declining !== undefined && <Decline key={declining} matchId={declining} onClose={close} />}
    </div>
  );
}

function NoMatches({ view }: { readonly view: View }) {
  const intl = useIntl();
  return (
    <Empty title={intl.formatMessage({ id: `matches.empty.${view}` })}>
      {view === 'open' ? (
        <>
          <p>
            <FormattedMessage id="matches.emptyWhy" />
          </p>
          <Link to="/watches">
            <FormattedMessage id="matches.emptyWay" />
          </Link>
        </>
      ) : null}
    </Empty>
  );
}
