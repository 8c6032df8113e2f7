import type { EndOfRouteFragment, RouteOfMatchFragment } from '#operations';
import type { MapMark, MapShapes, Spot } from './shapes.js';

/** How well a place is known: the spot, somewhere in a circle or in the municipality, or not on the map at all. */
export type Known = 'exact' | 'circle' | 'area' | 'nothing';

export const knownOf = ({ place, municipality }: EndOfRouteFragment): Known => {
  if (place !== null) return place.radiusKm > 0 ? 'circle' : 'exact';
  return municipality === null ? 'nothing' : 'area';
};

const spotOf = ({ place, municipality }: EndOfRouteFragment): Spot | undefined => {
  const at = place ?? municipality;
  return at === null ? undefined : [at.longitude, at.latitude];
};

/** Of a site its name where that is told, else the area. */
export const nameOf = ({ siteName, area }: EndOfRouteFragment): string => siteName ?? area;

/** Both ends as far as they are disclosed, and a line where there are two. */
export function routeShapes({ offer, need }: RouteOfMatchFragment): MapShapes {
  const [from, to] = [spotOf(offer), spotOf(need)];
  const isWay = from !== undefined && to !== undefined && from.join() !== to.join();
  return {
    lines: isWay ? [{ id: 'route', from, to, width: 4, chosen: false, nth: 0 }] : [],
    marks: [...markOf(offer, 'offer'), ...markOf(need, 'need')],
    circles: [offer, need].flatMap(({ place }): MapShapes['circles'] =>
      place === null || place.radiusKm === 0
        ? []
        : [{ at: [place.longitude, place.latitude], radiusKm: place.radiusKm }],
    ),
    areas: [offer, need].flatMap((end) => (knownOf(end) === 'area' ? (end.municipality?.number ?? []) : [])),
  };
}

function markOf(end: EndOfRouteFragment, kind: 'offer' | 'need'): readonly MapMark[] {
  const at = spotOf(end);
  return at === undefined ? [] : [{ id: kind, at, kind, name: nameOf(end), isNamed: true }];
}
