import { Alert, Tabs } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../shared/page.js';
import { NotFound } from '../shell/not-found.js';
import { useCluster } from '../shell/use-cluster.js';
import { Barriers } from './barriers.js';
import { Funnel } from './funnel.js';
import { MatchingRun } from './matching-run.js';
import { Potential } from './potential.js';
import { TABS, type Tab } from './search.js';
import { Stale } from './stale.js';
import { Tasks } from './tasks.js';
import { Unanswered } from './unanswered.js';
import { Unknowns } from './unknowns.js';
import './workbench.css';

const route = getRouteApi('/cluster/$slug/workbench');

/** What staff of a cluster follow up, each kind of it behind a tab. */
export function WorkbenchPage() {
  const intl = useIntl();
  const member = useCluster(route.useParams().slug);
  if (member === undefined) return <NotFound />;
  const { cluster, role } = member;
  return (
    <Page
      title={intl.formatMessage({ id: 'workbench.title' })}
      lead={<FormattedMessage id="workbench.lead" values={{ cluster: cluster.name }} />}
    >
      {role === 'CLUSTER_STAFF' ? <Bench clusterId={cluster.id} /> : <ForAuditors clusterId={cluster.id} />}
    </Page>
  );
}

/** Auditors read why firms said no; what is to be followed up is for staff. */
const ForAuditors = ({ clusterId }: { readonly clusterId: string }) => (
  <div className="workbench-stack">
    <Alert data-color="info">
      <FormattedMessage id="workbench.auditor" />
    </Alert>
    <Barriers clusterId={clusterId} />
  </div>
);

function Bench({ clusterId }: { readonly clusterId: string }) {
  const { tab = 'tasks' } = route.useSearch();
  const navigate = route.useNavigate();
  // Days and periods are of one tab: another begins with its own.
  const choose = (value: string): void => void navigate({ search: { tab: value as Tab } });
  return (
    <>
      <MatchingRun />
      <Tabs value={tab} onChange={choose} className="tabs-flat">
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <FormattedMessage id={`workbench.tab.${one}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((one) => (
          <Tabs.Panel key={one} value={one}>
            {one === tab && <Panel tab={one} clusterId={clusterId} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

const PANELS = {
  tasks: Tasks,
  unknown: Unknowns,
  unanswered: Unanswered,
  stale: Stale,
  funnel: Funnel,
  potential: Potential,
  barriers: Barriers,
} as const satisfies Record<Tab, unknown>;

function Panel({ tab, clusterId }: { readonly tab: Tab; readonly clusterId: string }) {
  const Chosen = PANELS[tab];
  return (
    <>
      <p className="quiet workbench-what">
        <FormattedMessage id={`workbench.what.${tab}`} />
      </p>
      <Chosen clusterId={clusterId} />
    </>
  );
}
