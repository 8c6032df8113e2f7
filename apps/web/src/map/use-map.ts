import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useRenewal } from '../shell/live.js';
import { ClusterFlows, ClusterSites } from './cluster-map.graphql';
import { periodsUntil, spanOfPeriod, type MapSearch } from './search.js';

/** What the address says, and how it is changed; a step back undoes what was chosen last. */
export function useMapSearch() {
  const search = useSearch({ from: '/cluster/$slug/map' });
  const navigate = useNavigate({ from: '/cluster/$slug/map' });
  const change = useCallback(
    (part: MapSearch): void =>
      void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false }),
    [navigate],
  );
  return { search, change };
}

/** Flows of the period; sites are those of today, whatever the period. */
export function useClusterMap(clusterId: string, asked: string | undefined) {
  const [periods] = useState(() => periodsUntil(new Date()));
  const today = spanOfPeriod(periods[0] ?? '');
  const period = asked ?? periods[0] ?? '';
  const flows = useQuery(ClusterFlows, { variables: { clusterId, ...spanOfPeriod(period) } });
  const sites = useQuery(ClusterSites, { variables: { clusterId, ...today } });
  useRenewal(['figuresChanged'], flows);
  useRenewal(['figuresChanged'], sites);
  return { periods, period, today, flows, sites };
}
