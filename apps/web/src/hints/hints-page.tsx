import { Alert, Button, Tabs } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { InviteFirmDialog } from '../members/invite-firm.js';
import { Page } from '../shared/page.js';
import { NotFound } from '../shell/not-found.js';
import { useCluster } from '../shell/use-cluster.js';
import { HintList } from './hint-list.js';
import { ImportHints } from './import-hints.js';
import { TABS, type Tab } from './search.js';
import { Workshops } from './workshops.js';
import './hints.css';

const route = getRouteApi('/cluster/$slug/hints');

/** What is said of firms before they say it themselves. */
export function HintsPage() {
  const intl = useIntl();
  const { slug } = route.useParams();
  const member = useCluster(slug);
  const [inviting, setInviting] = useState(false);
  if (member === undefined) return <NotFound />;
  const { cluster, role } = member;
  const isStaff = role === 'CLUSTER_STAFF';
  return (
    <Page
      title={intl.formatMessage({ id: 'hints.title' })}
      lead={<FormattedMessage id="hints.lead" />}
      actions={
        isStaff && (
          <Button variant="secondary" onClick={() => setInviting(true)}>
            <FormattedMessage id="members.inviteFirm" />
          </Button>
        )
      }
    >
      {isStaff ? (
        <Kept clusterId={cluster.id} slug={slug} />
      ) : (
        <Alert data-color="info">
          <FormattedMessage id="hints.notStaff" />
        </Alert>
      )}
      {inviting && <InviteFirmDialog clusterId={cluster.id} onClose={() => setInviting(false)} />}
    </Page>
  );
}

function Kept({ clusterId, slug }: { readonly clusterId: string; readonly slug: string }) {
  const { tab = 'list' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Tabs
      className="tabs-flat"
      value={tab}
      onChange={(value) => void navigate({ search: { tab: value as Tab } })}
    >
      <Tabs.List>
        {TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            <FormattedMessage id={`hints.tab.${one}`} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="list">{tab === 'list' && <HintList clusterId={clusterId} />}</Tabs.Panel>
      <Tabs.Panel value="import">{tab === 'import' && <ImportHints clusterId={clusterId} />}</Tabs.Panel>
      <Tabs.Panel value="workshops">
        {tab === 'workshops' && <Workshops clusterId={clusterId} slug={slug} />}
      </Tabs.Panel>
    </Tabs>
  );
}
