import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PlannedFlowFragment, PlannedListingFragment } from '#operations';
import { Map as DrawnOnMap } from '../shared/map/map.js';
import { lineWidth, type MapMark, type MapShapes, type Spot } from '../shared/map/shapes.js';

type Site = NonNullable<PlannedListingFragment['site']>;

/** Where the flows of a plan would go; the table below says the same in words. */
export function FlowMap({ flows }: { readonly flows: readonly PlannedFlowFragment[] }) {
  const intl = useIntl();
  const shapes = useMemo(() => shapesOf(flows), [flows]);
  return <DrawnOnMap label={intl.formatMessage({ id: 'plans.map' })} shapes={shapes} />;
}

const spotOf = ({ longitude, latitude }: Site): Spot => [longitude, latitude];

/** So many names do not cover one another. */
const MOST_NAMES = 14;

/** Lines are as wide as what they bring: tonnes and megawatt-hours have no common measure. */
function shapesOf(flows: readonly PlannedFlowFragment[]): MapShapes {
  const largest = Math.max(0, ...flows.map(({ nok }) => Number(nok)));
  const between = new Map<string, number>();
  const kinds = new Map<string, { readonly site: Site; readonly kind: 'offer' | 'need' | 'both' }>();
  const lines = flows.flatMap(({ id, nok, offer, need }) => {
    const [from, to] = [offer?.site, need?.site];
    if (!from || !to) return [];
    kinds.set(from.id, { site: from, kind: kinds.get(from.id)?.kind === 'need' ? 'both' : 'offer' });
    kinds.set(to.id, { site: to, kind: kinds.get(to.id)?.kind === 'offer' ? 'both' : 'need' });
    const pair = `${from.id} ${to.id}`;
    const nth = between.get(pair) ?? 0;
    between.set(pair, nth + 1);
    return [
      { id, from: spotOf(from), to: spotOf(to), width: lineWidth(Number(nok), largest), nth, chosen: false },
    ];
  });
  const isNamed = kinds.size <= MOST_NAMES;
  const marks = [...kinds.values()].map(({ site, kind }): MapMark => ({
    id: site.id,
    at: spotOf(site),
    kind,
    name: site.name,
    isNamed,
  }));
  return { lines, marks, circles: [], areas: [] };
}
