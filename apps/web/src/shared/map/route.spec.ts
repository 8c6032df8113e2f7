import { describe, expect, it } from '@jest/globals';
import type { EndOfRouteFragment, RouteOfMatchFragment } from '#operations';
import { knownOf, nameOf, routeShapes } from './route.js';

const OSLO = { __typename: 'Municipality', number: '0301', latitude: 59.97, longitude: 10.78 } as const;
const SKIEN = { __typename: 'Municipality', number: '4003', latitude: 59.3, longitude: 9.5 } as const;
const AT = { __typename: 'Place', latitude: 59.14, longitude: 9.65, radiusKm: 0 } as const;

const end = (overrides: Partial<EndOfRouteFragment>): EndOfRouteFragment => ({
  __typename: 'Listing',
  id: 'listing',
  area: 'Oslo',
  siteName: null,
  municipality: OSLO,
  place: null,
  ...overrides,
});
const route = (offer: EndOfRouteFragment, need: EndOfRouteFragment): RouteOfMatchFragment => ({
  __typename: 'Match',
  id: 'match',
  distanceKm: 130,
  distanceBasis: 'router',
  value: null,
  offer,
  need,
});

describe('routeShapes', () => {
  it('draws a line from spot to spot where both are told', () => {
    const shapes = routeShapes(
      route(end({ place: AT, siteName: 'Herøya' }), end({ place: { ...AT, latitude: 60 } })),
    );
    expect(shapes.lines).toMatchObject([{ from: [9.65, 59.14], to: [9.65, 60] }]);
    expect(shapes.marks.map(({ name }) => name)).toEqual(['Herøya', 'Oslo']);
    expect(shapes.areas).toEqual([]);
  });

  it('shows the municipality of who is masked, and no spot in it but that of its name', () => {
    const shapes = routeShapes(route(end({ place: AT }), end({ municipality: SKIEN })));
    expect(shapes.areas).toEqual(['4003']);
    expect(shapes.lines).toMatchObject([{ to: [9.5, 59.3] }]);
  });

  it('draws a circle where the place is known roughly', () => {
    expect(routeShapes(route(end({ place: { ...AT, radiusKm: 8 } }), end({}))).circles).toEqual([
      { at: [9.65, 59.14], radiusKm: 8 },
    ]);
  });

  it('draws no line within one municipality, nor to somewhere abroad', () => {
    expect(routeShapes(route(end({}), end({}))).lines).toEqual([]);
    const abroad = routeShapes(route(end({}), end({ municipality: null, area: 'Sverige' })));
    expect(abroad).toMatchObject({ lines: [], marks: [{ id: 'offer' }] });
  });
});

it.each([
  [{ place: AT }, 'exact'],
  [{ place: { ...AT, radiusKm: 8 } }, 'circle'],
  [{}, 'area'],
  [{ municipality: null }, 'nothing'],
])('knows of %j: %s', (overrides, known) => {
  expect(knownOf(end(overrides))).toBe(known);
});

it('is named by the site where that is told', () => {
  expect([nameOf(end({})), nameOf(end({ siteName: 'Herøya' }))]).toEqual(['Oslo', 'Herøya']);
});
