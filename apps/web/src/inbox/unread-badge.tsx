import { Badge } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { useRenewal } from '../shell/live.js';
import { InboxUnread } from './inbox.graphql';
import { INBOX_TOPICS } from './topics.js';

/** How many things wait to be read, beside the name of the page where they are; asked again at news, and when the tab is looked at. */
export function UnreadBadge() {
  const result = useQuery(InboxUnread);
  const { data, refetch } = result;
  useRenewal(INBOX_TOPICS, result);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void refetch().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [refetch]);
  const count = data?.inbox.unreadCount ?? 0;
  if (count === 0) return null;
  return (
    <>
      <Badge count={count} maxCount={99} data-size="sm" aria-hidden="true" />
      <span className="unseen">
        <FormattedMessage id="inbox.badge" values={{ count }} />
      </span>
    </>
  );
}
