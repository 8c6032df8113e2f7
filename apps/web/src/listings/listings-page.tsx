import {
  Alert,
  Button,
  Field,
  Label,
  Paragraph,
  Select,
  Tabs,
  Textfield,
} from '@digdir/designsystemet-react';
import { useApolloClient } from '@apollo/client/react';
import { PlusIcon } from '@navikt/aksel-icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { OwnStreamsQuery } from '#operations';
import { Empty, Page } from '../shared/page.js';
import { usePages, type Pages } from '../shared/pages.js';
import { LongTable, type Column } from '../shared/table.js';
import { Loading } from '../shared/whole.js';
import { Drafts } from './drafts.js';
import { OwnStreams } from './listings.graphql';
import { STATES, tabOf, TABS, type ListSearch, type StreamState } from './search.js';
import { StreamActions } from './stream-actions.js';
import { Fresh, StateTag } from './stream-state.js';
import { useWords, type Words } from './words.js';
import './listings.css';

type OwnStream = OwnStreamsQuery['listings']['edges'][number]['node'];
const PAGE = 100;

/** The firm's own streams and needs; what is shown stands in the address. */
export function ListingsPage() {
  const intl = useIntl();
  const search = useSearch({ from: '/listings' });
  const navigate = useNavigate({ from: '/listings' });
  const tab = tabOf(search);
  return (
    <Page
      title={intl.formatMessage({ id: 'shell.nav.listings' })}
      lead={<FormattedMessage id="listings.list.lead" />}
      actions={<NewButtons />}
    >
      <Tabs
        className="listings-tabs"
        value={tab}
        onChange={(chosen) => {
          const next = TABS.find((one) => one === chosen) ?? 'all';
          if (next !== tab) void navigate({ search: ({ state, q }) => searchOf(next, { state, q }) });
        }}
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <FormattedMessage id={`listings.tab.${one}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((one) => (
          <Tabs.Panel key={one} value={one} className="listings-panel">
            {one === tab && (one === 'drafts' ? <Drafts /> : <Streams search={search} />)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function searchOf(tab: (typeof TABS)[number], { state, q }: Pick<ListSearch, 'state' | 'q'>): ListSearch {
  const kept = { ...(state && { state }), ...(q && { q }) };
  if (tab === 'offers') return { ...kept, side: 'OFFER' };
  if (tab === 'needs') return { ...kept, side: 'NEED' };
  return tab === 'drafts' ? { view: 'drafts' } : kept;
}

const NewButtons = () => (
  <>
    <Button asChild>
      <Link to="/listings/new" search={{ side: 'OFFER' }}>
        <PlusIcon aria-hidden /> <FormattedMessage id="listings.new.OFFER" />
      </Link>
    </Button>
    <Button asChild variant="secondary">
      <Link to="/listings/new" search={{ side: 'NEED' }}>
        <FormattedMessage id="listings.new.NEED" />
      </Link>
    </Button>
    <Button asChild variant="tertiary">
      <Link to="/listings/import">
        <FormattedMessage id="listings.list.import" />
      </Link>
    </Button>
    <Button asChild variant="tertiary">
      <Link to="/listings/plants">
        <FormattedMessage id="listings.list.plants" />
      </Link>
    </Button>
  </>
);

function Streams({ search }: { readonly search: ListSearch }) {
  const pages = useStreams(search);
  const { rows, loading, error, again } = pages;
  return (
    <>
      <Filters search={search} />
      {error !== undefined && (
        <Alert data-color="danger" role="alert">
          <Paragraph>
            <FormattedMessage id="shared.trouble.unreachable" />
          </Paragraph>
          <Button variant="secondary" data-size="sm" onClick={again}>
            <FormattedMessage id="shared.again" />
          </Button>
        </Alert>
      )}
      {rows.length > 0 ? (
        <StreamTable pages={pages} />
      ) : loading ? (
        <Loading />
      ) : (
        <NoStreams search={search} />
      )}
    </>
  );
}

function useStreams({ side, state, q }: ListSearch): Pages<OwnStream> {
  const client = useApolloClient();
  const { locale } = useWords();
  const load = useCallback(
    async (after: string | null) => {
      const variables = {
        side: side ?? null,
        state: state ?? null,
        words: q ?? null,
        after,
        first: PAGE,
        locale,
      };
      const { data } = await client.query({ query: OwnStreams, variables, fetchPolicy: 'no-cache' });
      if (data === undefined) throw new Error('No answer came.');
      return data.listings;
    },
    [client, side, state, q, locale],
  );
  return usePages(load);
}

function StreamTable({
  pages: { rows, hasMore, loading, more, again },
}: {
  readonly pages: Pages<OwnStream>;
}) {
  const intl = useIntl();
  const words = useWords();
  const columns = useMemo(() => columnsOf(intl, words, again), [intl, words, again]);
  return (
    <>
      <p className="quiet" role="status">
        <FormattedMessage
          id="listings.list.shown"
          values={{ count: rows.length, more: String(hasMore), busy: String(loading) }}
        />
      </p>
      <LongTable
        caption={intl.formatMessage({ id: 'listings.list.caption' })}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        hasMore={hasMore}
        onNearEnd={more}
      />
    </>
  );
}

const columnsOf = (intl: IntlShape, words: Words, again: () => void): readonly Column<OwnStream>[] => {
  const heading = (id: 'what' | 'amount' | 'state' | 'fresh' | 'matches' | 'acts') =>
    intl.formatMessage({ id: `listings.column.${id}` });
  return [
    {
      key: 'what',
      heading: heading('what'),
      cell: ({ id, title, side, material, siteName }) => (
        <span className="listings-what">
          <Link to="/listings/$id" params={{ id }}>
            {title}
          </Link>
          <small className="quiet">
            <FormattedMessage
              id={`listings.of.${side}`}
              values={{ material: material.label, site: siteName ?? '' }}
            />
          </small>
        </span>
      ),
    },
    {
      key: 'amount',
      heading: heading('amount'),
      end: true,
      cell: ({ remaining }) => words.amount(remaining),
    },
    { key: 'state', heading: heading('state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'fresh', heading: heading('fresh'), cell: (stream) => <Fresh {...stream} /> },
    {
      key: 'matches',
      heading: heading('matches'),
      end: true,
      cell: ({ liveMatches }) => intl.formatNumber(liveMatches ?? 0),
    },
    {
      key: 'acts',
      heading: heading('acts'),
      cell: (stream) => <StreamActions stream={stream} onChanged={again} />,
    },
  ];
};

/** What is typed goes into the address when its writer pauses, so that Back steps over letters. */
const PAUSE_MS = 300;

function Filters({ search }: { readonly search: ListSearch }) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/listings' });
  const [text, setText] = useState(search.q ?? '');
  useEffect(() => {
    if (text === (search.q ?? '')) return undefined;
    const timer = window.setTimeout(() => {
      const q = text === '' ? undefined : text;
      void navigate({ search: ({ q: _old, ...rest }) => ({ ...rest, ...(q && { q }) }), replace: true });
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, search.q, navigate]);
  const choose = (state: StreamState | undefined): void =>
    void navigate({ search: ({ state: _old, ...rest }) => ({ ...rest, ...(state && { state }) }) });
  return (
    <div className="listings-filters" role="search">
      <Textfield
        type="search"
        data-size="sm"
        label={intl.formatMessage({ id: 'listings.list.search' })}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Field data-size="sm">
        <Label>
          <FormattedMessage id="listings.column.state" />
        </Label>
        <Select
          data-size="sm"
          value={search.state ?? ''}
          onChange={({ target }) => choose(STATES.find((one) => one === target.value))}
        >
          <Select.Option value="">{intl.formatMessage({ id: 'listings.list.allStates' })}</Select.Option>
          {STATES.map((one) => (
            <Select.Option key={one} value={one}>
              {intl.formatMessage({ id: `listings.state.${one}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function NoStreams({ search: { q, state, side = 'OFFER' } }: { readonly search: ListSearch }) {
  const intl = useIntl();
  const filtered = q !== undefined || state !== undefined;
  return (
    <Empty title={intl.formatMessage({ id: filtered ? 'listings.list.noneFound' : 'listings.list.none' })}>
      {filtered ? (
        <Link to="/listings" search={{}}>
          <FormattedMessage id="listings.list.showAll" />
        </Link>
      ) : (
        <Button asChild>
          <Link to="/listings/new" search={{ side }}>
            <FormattedMessage id={`listings.new.${side}`} />
          </Link>
        </Button>
      )}
    </Empty>
  );
}
