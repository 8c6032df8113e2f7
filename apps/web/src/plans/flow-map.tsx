import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PlannedFlowFragment, PlannedListingFragment, PlannedPlantFragment } from '#operations';
import { Map as DrawnOnMap } from '../shared/map/map.js';
import { lineWidth, type MapLine, type MapMark, type MapShapes, type Spot } from '../shared/map/shapes.js';

type Site = NonNullable<PlannedListingFragment['site']>;

/** Where the flows of a plan would go; the table below says the same in words. */
interface FlowMapProps {
  readonly flows: readonly PlannedFlowFragment[];
  readonly plants: readonly PlannedPlantFragment[];
}

export function FlowMap({ flows, plants }: FlowMapProps) {
  const intl = useIntl();
  const shapes = useMemo(() => shapesOf(flows, plants), [flows, plants]);
  return <DrawnOnMap label={intl.formatMessage({ id: 'plans.map' })} shapes={shapes} />;
}

const spotOf = ({ longitude, latitude }: Pick<Site, 'longitude' | 'latitude'>): Spot => [longitude, latitude];

/** So many names do not cover one another. */
const MOST_NAMES = 14;

/**
 * Lines are as wide as what they bring: tonnes and megawatt-hours have no common measure. What is treated at a plant
 * goes there and on.
 */
function shapesOf(flows: readonly PlannedFlowFragment[], plants: readonly PlannedPlantFragment[]): MapShapes {
  const largest = Math.max(0, ...flows.map(({ nok }) => Number(nok)));
  const between = new Map<string, number>();
  const kinds = new Map<string, { readonly site: Site; readonly kind: 'offer' | 'need' | 'both' }>();
  const used = new Map<string, MapMark>();
  const bend = (from: Spot, to: Spot): number => {
    const pair = `${from.join()} ${to.join()}`;
    const nth = between.get(pair) ?? 0;
    between.set(pair, nth + 1);
    return nth;
  };
  const lines = flows.flatMap(({ id, nok, offer, need, plantId }) => {
    const [from, to] = [offer?.site, need?.site];
    if (!from || !to) return [];
    kinds.set(from.id, { site: from, kind: kinds.get(from.id)?.kind === 'need' ? 'both' : 'offer' });
    kinds.set(to.id, { site: to, kind: kinds.get(to.id)?.kind === 'offer' ? 'both' : 'need' });
    const plant = plants.find((one) => one.id === plantId)?.site;
    const width = lineWidth(Number(nok), largest);
    const line = (start: Spot, end: Spot, leg: string): MapLine => ({
      id: `${id} ${leg}`,
      from: start,
      to: end,
      width,
      nth: bend(start, end),
      chosen: false,
    });
    if (!plant || plantId === null) return [line(spotOf(from), spotOf(to), '')];
    used.set(plantId, { id: plantId, at: spotOf(plant), kind: 'place', name: plant.name });
    return [line(spotOf(from), spotOf(plant), 'to'), line(spotOf(plant), spotOf(to), 'on')];
  });
  const isNamed = kinds.size + used.size <= MOST_NAMES;
  const marks = [...kinds.values()].map(({ site, kind }): MapMark => ({
    id: site.id,
    at: spotOf(site),
    kind,
    name: site.name,
    isNamed,
  }));
  return { lines, marks: [...marks, ...used.values()], circles: [], areas: [] };
}
