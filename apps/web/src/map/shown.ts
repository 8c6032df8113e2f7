import type {
  FamilyOnMapFragment,
  FlowOnMapFragment,
  PlaceOnMapFragment,
  SiteOnMapFragment,
} from '#operations';
import { lineWidth, type MapLine, type MapMark, type Spot } from '../shared/map/shapes.js';
import type { MapSearch } from './search.js';

/** In this order where there are several; mass first. */
const UNITS = ['t', 'MWh', 'm3', 'Nm3', 'pcs'] as const;
type Unit = (typeof UNITS)[number];

/** Units that something was delivered in. */
export const unitsOf = (flows: readonly FlowOnMapFragment[]): readonly Unit[] =>
  UNITS.filter((unit) => flows.some((flow) => flow.unit === unit));

/** The unit that is asked for where there is something of it, else the first that there is. */
export function shownUnit(
  flows: readonly FlowOnMapFragment[],
  asked: string | undefined,
): string | undefined {
  const units = unitsOf(flows);
  return units.find((unit) => unit === asked) ?? units[0];
}

/** Every family of materials that flows or is on the market, each once. */
export function familiesOf(
  flows: readonly FlowOnMapFragment[],
  sites: readonly SiteOnMapFragment[],
): readonly FamilyOnMapFragment[] {
  const all = [
    ...flows.map(({ material }) => material),
    ...sites.flatMap(({ streams }) => streams.map(({ material }) => material)),
  ];
  return [...new Map(all.map((one) => [one.code, one])).values()];
}

/** A flow by what it is, so that an address still names it when others have come. */
export const keyOf = ({ from, to, material, unit }: FlowOnMapFragment): string =>
  [from?.number ?? '', to?.number ?? '', material.code, unit].join('.');

export function shownFlows(
  flows: readonly FlowOnMapFragment[],
  { unit, family }: Pick<MapSearch, 'unit' | 'family'>,
): readonly FlowOnMapFragment[] {
  const only = shownUnit(flows, unit);
  return flows.filter(
    (flow) => flow.unit === only && (family === undefined || flow.material.code === family),
  );
}

/** Sites with something of the family, and of each that alone. */
export const shownSites = (
  sites: readonly SiteOnMapFragment[],
  family: string | undefined,
): readonly SiteOnMapFragment[] =>
  sites
    .map((site) => ({
      ...site,
      streams: site.streams.filter(({ material }) => family === undefined || material.code === family),
    }))
    .filter(({ streams }) => streams.length > 0);

export const countOf = ({ streams }: SiteOnMapFragment, side: 'OFFER' | 'NEED'): number =>
  streams.filter((one) => one.side === side).reduce((sum, { count }) => sum + count, 0);

export function kindOf(site: SiteOnMapFragment): 'offer' | 'need' | 'both' {
  if (countOf(site, 'NEED') === 0) return 'offer';
  return countOf(site, 'OFFER') === 0 ? 'need' : 'both';
}

const spotOf = ({ longitude, latitude }: PlaceOnMapFragment): Spot => [longitude, latitude];

/** Lines of the flows whose two ends are on the map; their widths are in proportion to the largest. */
export function linesOf(flows: readonly FlowOnMapFragment[], chosen: string | undefined): readonly MapLine[] {
  const largest = Math.max(0, ...flows.map(({ value }) => Number(value)));
  const before = new Map<string, number>();
  return flows.flatMap((flow) => {
    const { from, to, value } = flow;
    if (from === null || to === null) return [];
    const pair = `${from.number} ${to.number}`;
    const nth = before.get(pair) ?? 0;
    before.set(pair, nth + 1);
    const id = keyOf(flow);
    const width = lineWidth(Number(value), largest);
    return [{ id, from: spotOf(from), to: spotOf(to), width, nth, chosen: id === chosen }];
  });
}

/** So many names do not cover one another on a map of this size. */
const MOST_NAMES = 14;

/** Where flows begin and end, each municipality once; named from afar where they are few. */
export function placesOf(flows: readonly FlowOnMapFragment[]): readonly MapMark[] {
  const ends = flows.flatMap(({ from, to }) => [from, to]).filter((one) => one !== null);
  const places = [...new Map(ends.map((one) => [one.number, one])).values()];
  const isNamed = places.length <= MOST_NAMES;
  return places.map((place) => ({
    id: place.number,
    at: spotOf(place),
    kind: 'place',
    name: place.name,
    isNamed,
  }));
}
