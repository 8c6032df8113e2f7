import { Tabs } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../shared/page.js';
import { Loading } from '../shared/whole.js';
import { useViewer } from '../shell/viewer.js';
import { Profile } from './profile.js';
import { accountTabOf, accountTabsOf, type AccountTab } from './tabs.js';
import './account.css';

const SHOWS: Readonly<Record<AccountTab, ComponentType>> = {
  profile: Profile,
  notifications: lazy(() => import('./notifications.js')),
  security: lazy(() => import('./security.js')),
  keys: lazy(() => import('./api-keys.js')),
  webhooks: lazy(() => import('./webhooks.js')),
  access: lazy(() => import('./access-log.js')),
  disclosure: lazy(() => import('./disclosure.js')),
};

const route = getRouteApi('/account');

/** What is the person's own: who one is here, how one is told, how one signs in, and what programs may do. */
export function AccountPage() {
  const intl = useIntl();
  const { acting, clusters } = useViewer();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const tabs = accountTabsOf({
    hasFirm: acting !== undefined,
    isAdministrator: acting?.role === 'FIRM_ADMIN',
    isStaff: clusters.some(({ role }) => role === 'CLUSTER_STAFF'),
  });
  const shown = tabs.find((one) => one === tab) ?? 'profile';
  const choose = (chosen: string): void => {
    const known = accountTabOf(chosen);
    if (known !== undefined) void navigate({ search: { tab: known } });
  };
  return (
    <Page title={intl.formatMessage({ id: 'account.title' })} lead={<FormattedMessage id="account.lead" />}>
      <Tabs value={shown} onChange={choose} className="account-tabs">
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <FormattedMessage id={`account.tab.${one}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => (
          <Tabs.Panel key={one} value={one}>
            {one === shown && <Shown tab={one} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function Shown({ tab }: { readonly tab: AccountTab }) {
  const Panel = SHOWS[tab];
  return (
    <div className="account-panel">
      <Suspense fallback={<Loading />}>
        <Panel />
      </Suspense>
    </div>
  );
}
