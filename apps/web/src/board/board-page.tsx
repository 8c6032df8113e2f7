import { Tabs } from '@digdir/designsystemet-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { EntriesProvider } from '../shared/entries.js';
import { Page } from '../shared/page.js';
import { Controls } from './controls.js';
import { Market } from './market.js';
import { OfCluster, type SeenCluster } from './of-cluster.js';
import { Overview } from './overview.js';
import { Parts } from './parts.js';
import { useQuestion } from './question.js';
import { VIEWS, type Change, type View } from './search.js';
import '../shared/wide.css';
import './board.css';

export function BoardPage() {
  const { slug } = useParams({ from: '/cluster/$slug/board' });
  return <OfCluster slug={slug}>{(cluster) => <Board cluster={cluster} />}</OfCluster>;
}

function Board({ cluster }: { readonly cluster: SeenCluster }) {
  const intl = useIntl();
  const search = useSearch({ from: '/cluster/$slug/board' });
  const change = useChange();
  const question = useQuestion(cluster.id, search);
  const { slug, role } = cluster;
  return (
    <Page
      title={intl.formatMessage({ id: 'board.title' }, { cluster: cluster.name })}
      lead={<FormattedMessage id={`board.lead.${role}`} />}
      actions={
        role === 'OUTSIDER' ? undefined : (
          <Link to="/cluster/$slug/reports" params={{ slug }}>
            <FormattedMessage id="board.toReports" />
          </Link>
        )
      }
    >
      <EntriesProvider clusterId={cluster.id} mayOpen={role !== 'OUTSIDER'}>
        <Controls search={search} change={change} canCompare={role !== 'OUTSIDER'} />
        <Tabs
          className="tabs-flat"
          value={search.view ?? 'overview'}
          onChange={(view) => change({ view: view === 'overview' ? undefined : (view as View) })}
        >
          <Tabs.List>
            {VIEWS.map((view) => (
              <Tabs.Tab key={view} value={view}>
                <FormattedMessage id={`board.view.${view}`} />
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="overview" className="board-view">
            {search.view === undefined && <Overview question={question} search={search} change={change} />}
          </Tabs.Panel>
          <Tabs.Panel value="parts" className="board-view">
            {search.view === 'parts' && <Parts question={question} search={search} change={change} />}
          </Tabs.Panel>
          <Tabs.Panel value="market" className="board-view">
            {search.view === 'market' && <Market cluster={cluster} question={question} />}
          </Tabs.Panel>
        </Tabs>
      </EntriesProvider>
    </Page>
  );
}

function useChange(): Change {
  const navigate = useNavigate({ from: '/cluster/$slug/board' });
  return useCallback(
    (change) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
}
