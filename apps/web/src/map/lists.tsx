import { Paragraph, Tabs } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { FlowOnMapFragment, SiteOnMapFragment } from '#operations';
import { FlowTable } from './flow-table.js';
import { SiteList } from './site-list.js';
import { useMapSearch } from './use-map.js';

interface ListsProps {
  readonly flows: readonly FlowOnMapFragment[];
  /** Null to auditors. */
  readonly sites: readonly SiteOnMapFragment[] | null;
}

/** The map in words: everything that is drawn, and what has no place on it. */
export function Lists({ flows, sites }: ListsProps) {
  const { search, change } = useMapSearch();
  return (
    <Tabs
      className="map-lists"
      data-size="sm"
      value={search.list ?? 'flows'}
      onChange={(list) => change({ list: list === 'sites' ? 'sites' : undefined })}
    >
      <Tabs.List>
        <Tabs.Tab value="flows">
          <FormattedMessage id="map.flows" values={{ count: flows.length }} />
        </Tabs.Tab>
        <Tabs.Tab value="sites">
          <FormattedMessage id="map.sites" values={{ count: sites?.length ?? 0 }} />
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="flows">
        {flows.length === 0 ? <Nothing id="map.flows.none" /> : <FlowTable flows={flows} />}
      </Tabs.Panel>
      <Tabs.Panel value="sites">
        {sites === null ? (
          <Nothing id="map.sites.auditor" />
        ) : sites.length === 0 ? (
          <Nothing id="map.sites.none" />
        ) : (
          <SiteList sites={sites} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

interface NothingProps {
  readonly id: 'map.flows.none' | 'map.sites.auditor' | 'map.sites.none';
}

const Nothing = ({ id }: NothingProps) => (
  <Paragraph className="quiet">
    <FormattedMessage id={id} />
  </Paragraph>
);
