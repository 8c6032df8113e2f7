import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FlowOnMapFragment, SiteOnMapFragment } from '#operations';
import { Map } from '../shared/map/map.js';
import type { MapShapes } from '../shared/map/shapes.js';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useViewer } from '../shell/viewer.js';
import { Controls } from './controls.js';
import { Lists } from './lists.js';
import { countOf, kindOf, linesOf, placesOf, shownFlows, shownSites } from './shown.js';
import { SitePanel } from './site-panel.js';
import { useClusterMap, useMapSearch } from './use-map.js';
import './map.css';

/** Where the cluster's firms have something on the market, and what was delivered from where to where. */
export function MapPage() {
  const intl = useIntl();
  const { slug } = useParams({ from: '/cluster/$slug/map' });
  const cluster = useViewer().clusters.find((one) => one.cluster.slug === slug)?.cluster;
  return (
    <Page
      title={intl.formatMessage({ id: 'map.title' }, { cluster: cluster?.name ?? slug })}
      lead={<FormattedMessage id="map.lead" />}
    >
      {cluster === undefined ? (
        <Empty title={intl.formatMessage({ id: 'map.notYours' })} />
      ) : (
        <OfCluster clusterId={cluster.id} />
      )}
    </Page>
  );
}

function OfCluster({ clusterId }: { readonly clusterId: string }) {
  const { search, change } = useMapSearch();
  const { periods, period, today, flows, sites } = useClusterMap(clusterId, search.period);
  return (
    <Whole result={sites}>
      {(ofSites) => (
        <>
          <Controls
            periods={periods}
            period={period}
            flows={flows.data?.clusterMap.flows ?? []}
            sites={ofSites.clusterMap.sites ?? []}
          />
          <Whole result={flows}>
            {(ofFlows) => (
              <Shown
                flows={shownFlows(ofFlows.clusterMap.flows, search)}
                sites={ofSites.clusterMap.sites && shownSites(ofSites.clusterMap.sites, search.family)}
              />
            )}
          </Whole>
          {search.site !== undefined && (
            <SitePanel
              variables={{ clusterId, ...today, siteId: search.site }}
              site={ofSites.clusterMap.sites?.find(({ site }) => site.id === search.site)}
              close={() => change({ site: undefined })}
            />
          )}
        </>
      )}
    </Whole>
  );
}

interface ShownProps {
  readonly flows: readonly FlowOnMapFragment[];
  /** Null to auditors. */
  readonly sites: readonly SiteOnMapFragment[] | null;
}

function Shown({ flows, sites }: ShownProps) {
  const intl = useIntl();
  const shapes = useShapes(flows, sites ?? []);
  return (
    <div className="map-page">
      <div>
        <Map label={intl.formatMessage({ id: 'map.label' })} shapes={shapes} />
        <Legend />
      </div>
      <Lists flows={flows} sites={sites} />
    </div>
  );
}

/** The lists tell all of it again, in words. */
const Legend = () => (
  <ul className="map-legend">
    <li>
      <span className="map-dot" data-kind="offer" /> <FormattedMessage id="map.legend.offer" />
    </li>
    <li>
      <span className="map-dot" data-kind="need" /> <FormattedMessage id="map.legend.need" />
    </li>
    <li>
      <span className="map-dot" data-kind="both" /> <FormattedMessage id="map.legend.both" />
    </li>
    <li>
      <span className="map-stroke" /> <FormattedMessage id="map.legend.flow" />
    </li>
  </ul>
);

function useShapes(flows: readonly FlowOnMapFragment[], sites: readonly SiteOnMapFragment[]): MapShapes {
  const intl = useIntl();
  const { search, change } = useMapSearch();
  return useMemo(() => {
    const marks = sites.map((one) => ({
      id: one.site.id,
      at: [one.site.longitude, one.site.latitude] as const,
      kind: kindOf(one),
      name: one.site.name,
      label: intl.formatMessage(
        { id: 'map.site.label' },
        {
          site: one.site.name,
          firm: one.firm.name,
          offers: countOf(one, 'OFFER'),
          needs: countOf(one, 'NEED'),
        },
      ),
      chosen: one.site.id === search.site,
      choose: () => change({ site: one.site.id }),
    }));
    return {
      lines: linesOf(flows, search.flow),
      marks: [...placesOf(flows), ...marks],
      circles: [],
      areas: [],
    };
  }, [flows, sites, search.site, search.flow, intl, change]);
}
