import { Button, Chip } from '@digdir/designsystemet-react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { useLanguage } from '../shared/language.js';
import { joined, More } from '../shared/more.js';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { Inbox, InboxUnread, MarkRead } from './inbox.graphql';
import { InboxItem } from './inbox-item.js';
import { INBOX_TOPICS } from './topics.js';
import './inbox.css';

const PAGE = 30;
/** As many as the server gives at once. */
const MOST = 100;

const route = getRouteApi('/inbox');

/** Everything that somebody is told, each thing once; what is only to be read stays until it has been. */
export function InboxPage() {
  const intl = useIntl();
  const { unread = false } = route.useSearch();
  const navigate = route.useNavigate();
  const { language } = useLanguage();
  const variables = { first: PAGE, unreadOnly: unread, locale: language };
  const result = useQuery(Inbox, { variables });
  const shown = result.data?.inbox.edges.length ?? 0;
  // What somebody has come down to stays on the page.
  const again = () => result.refetch({ first: Math.min(MOST, Math.max(PAGE, shown)) });
  useRenewal(INBOX_TOPICS, { ...result, refetch: again });
  const { mark, busy } = useMarking(() => void again().catch(() => undefined));
  const unreadCount = result.data?.inbox.unreadCount;
  const more = (after: string) =>
    result.fetchMore({
      variables: { first: PAGE, after },
      updateQuery: (before, { fetchMoreResult: next }) => ({ inbox: joined(before.inbox, next.inbox) }),
    });
  return (
    <Page
      title={intl.formatMessage({ id: 'inbox.title' })}
      lead={
        unreadCount === undefined ? undefined : (
          <FormattedMessage id="inbox.lead" values={{ count: unreadCount }} />
        )
      }
      actions={
        <Button variant="secondary" disabled={busy || !unreadCount} onClick={() => void mark()}>
          <FormattedMessage id="inbox.markAll" />
        </Button>
      }
    >
      <div className="inbox-filter">
        <Chip.Checkbox
          checked={unread}
          onChange={() => void navigate({ search: unread ? {} : { unread: true } })}
        >
          <FormattedMessage id="inbox.unreadOnly" />
        </Chip.Checkbox>
        <Link to="/account" search={{ tab: 'notifications' }}>
          <FormattedMessage id="inbox.settings" />
        </Link>
      </div>
      <Whole result={{ ...result, refetch: again }}>
        {({ inbox: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Nothing unread={unread} />
          ) : (
            <>
              <ol className="inbox-list">
                {edges.map(({ node }) => (
                  <InboxItem key={node.id} entry={node} onRead={() => void mark([node.id])} />
                ))}
              </ol>
              <More pageInfo={pageInfo} fetchMore={more} />
            </>
          )
        }
      </Whole>
    </Page>
  );
}

/** @returns marks those named as read, or all */
function useMarking(again: () => void) {
  const client = useApolloClient();
  const { act, busy } = useAct(MarkRead);
  const mark = async (ids?: readonly string[]): Promise<void> => {
    if ((await act(ids === undefined ? {} : { ids: [...ids] })) === undefined) return;
    again();
    await client.refetchQueries({ include: [InboxUnread] });
  };
  return { mark, busy };
}

function Nothing({ unread }: { readonly unread: boolean }) {
  const intl = useIntl();
  return (
    <Empty title={intl.formatMessage({ id: unread ? 'inbox.noneUnread' : 'inbox.none' })}>
      {unread ? (
        <Link to="/inbox" search={{}}>
          <FormattedMessage id="inbox.all" />
        </Link>
      ) : (
        <Link to="/watches">
          <FormattedMessage id="inbox.watch" />
        </Link>
      )}
    </Empty>
  );
}
