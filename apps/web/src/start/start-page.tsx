import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Figures } from '../figures/figures.js';
import { Matches } from '../matches/matches.js';
import { Page } from '../shared/page.js';
import { useSession } from '../shell/session.js';
import { useViewer } from '../shell/viewer.js';

/** Who acts for a firm sees its matches; who acts for a cluster only, its figures. */
export function StartPage() {
  const intl = useIntl();
  const { token, drop } = useSession();
  const { name, memberships, clusters } = useViewer();
  const firmIds = useMemo(() => memberships.map(({ firm }) => firm.id), [memberships]);
  const cluster = clusters[0]?.cluster;
  return (
    <Page title={intl.formatMessage({ id: 'start.title' }, { name })}>
      {firmIds.length > 0 ? (
        <Matches token={token} firmIds={firmIds} onRefused={drop} />
      ) : (
        cluster !== undefined && <Figures token={token} cluster={cluster} onRefused={drop} />
      )}
    </Page>
  );
}
