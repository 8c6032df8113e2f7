import { useIntl } from 'react-intl';
import { Figures } from '../figures/figures.js';
import { NotificationSettings } from '../notifications/notification-settings.js';
import { Page } from '../shared/page.js';
import { useSession } from '../shell/session.js';
import { useViewer } from '../shell/viewer.js';

/** Who acts for a firm chooses what to be told of; who acts for a cluster only sees its figures. */
export function StartPage() {
  const intl = useIntl();
  const { token, drop } = useSession();
  const { name, memberships, clusters } = useViewer();
  const cluster = clusters[0]?.cluster;
  return (
    <Page title={intl.formatMessage({ id: 'start.title' }, { name })}>
      {memberships.length > 0 ? (
        <NotificationSettings token={token} onRefused={drop} />
      ) : (
        cluster !== undefined && <Figures token={token} cluster={cluster} onRefused={drop} />
      )}
    </Page>
  );
}
