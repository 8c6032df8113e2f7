import { Badge } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { InboxUnread } from './inbox.graphql';

/** How many things wait to be read, beside the name of the page where they are; asked again when the tab is looked at. */
export function UnreadBadge() {
  const { data, refetch } = useQuery(InboxUnread);
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
