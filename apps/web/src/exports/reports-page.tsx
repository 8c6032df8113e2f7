import { Tabs } from '@digdir/designsystemet-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { OfCluster, type SeenCluster } from '../board/of-cluster.js';
import { Page } from '../shared/page.js';
import { FactorsTab } from './factors-tab.js';
import { FilesTab } from './files-tab.js';
import { GoalsTab } from './goals-tab.js';
import { PublicTab } from './public-tab.js';
import { REPORT_TABS, type ReportTab } from './search.js';
import '../board/board.css';
import '../shared/wide.css';
import './exports.css';

export function ReportsPage() {
  const { slug } = useParams({ from: '/cluster/$slug/reports' });
  return <OfCluster slug={slug}>{(cluster) => <Reports cluster={cluster} />}</OfCluster>;
}

/** Public figures and goals are the staff's to set; files and factors auditors read too. */
const tabsFor = ({ role }: SeenCluster): readonly ReportTab[] =>
  role === 'STAFF' ? REPORT_TABS : role === 'AUDITOR' ? ['files', 'factors'] : ['files'];

const TAB = { files: FilesTab, public: PublicTab, goals: GoalsTab, factors: FactorsTab } as const;

function Reports({ cluster }: { readonly cluster: SeenCluster }) {
  const intl = useIntl();
  const { tab } = useSearch({ from: '/cluster/$slug/reports' });
  const navigate = useNavigate({ from: '/cluster/$slug/reports' });
  const tabs = tabsFor(cluster);
  const chosen = tab !== undefined && tabs.includes(tab) ? tab : 'files';
  return (
    <Page
      title={intl.formatMessage({ id: 'exports.title' }, { cluster: cluster.name })}
      lead={<FormattedMessage id="exports.lead" />}
    >
      <Tabs
        className="tabs-flat"
        value={chosen}
        onChange={(next) => void navigate({ search: { tab: next as ReportTab }, replace: true })}
      >
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <FormattedMessage id={`exports.tab.${one}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => {
          const Tab = TAB[one];
          return (
            <Tabs.Panel key={one} value={one} className="board-view">
              {one === chosen && <Tab cluster={cluster} />}
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
}
