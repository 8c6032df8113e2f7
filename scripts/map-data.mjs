// The maps of the console, out of data/maps: `npm run map:data`. Europe is clipped to what the map can show; of Norway the
// municipalities and counties are kept with number and name. Few digits: a coast is good to about 200 m.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';

/** West, south, east, north; the console's map goes no farther (shared/map/map.tsx). */
const BOX = [-25, 48, 36, 72.5];
const STEPS = 20_000;
const target = 'apps/web/src/shared/map/data';

const read = (name) => JSON.parse(readFileSync(`data/maps/${name}.topo.json`, 'utf8'));

function write(name, objects, steps) {
  const text = `${JSON.stringify(topology(objects, steps))}\n`;
  writeFileSync(`${target}/${name}.topo.json`, text);
  console.log(`${name}: ${Math.round(text.length / 1000)} kB`);
}

/** Sutherland and Hodgman: a ring cut at one side of the box after the other. */
function clippedRing(ring) {
  const [west, south, east, north] = BOX;
  let points = ring.slice(0, -1);
  for (const [axis, limit, sign] of [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]) {
    const isInside = (point) => sign * (point[axis] - limit) >= 0;
    const cut = (a, b) => {
      const part = (limit - a[axis]) / (b[axis] - a[axis]);
      return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
    };
    points = points.flatMap((point, at) => {
      const before = points.at(at - 1);
      const crossing = isInside(point) === isInside(before) ? [] : [cut(before, point)];
      return isInside(point) ? [...crossing, point] : crossing;
    });
  }
  return points.length < 3 ? [] : [...points, points[0]];
}

function clipped({ geometry, ...rest }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = polygons
    .map((rings) => rings.map(clippedRing).filter((ring) => ring.length > 0))
    .filter((rings) => rings.length > 0);
  return { ...rest, geometry: { type: 'MultiPolygon', coordinates } };
}

const europe = read('europe_countries_50m');
const countries = feature(europe, europe.objects.countries)
  .features.map(clipped)
  .filter(({ geometry }) => geometry.coordinates.length > 0)
  .map(({ id, geometry }) => ({ type: 'Feature', id, properties: {}, geometry }));

const norway = read('norway_admin_small');
const areas = (name) =>
  feature(norway, norway.objects[name]).features.map(({ id, properties, geometry }) => ({
    type: 'Feature',
    properties: { number: id, name: properties.name },
    geometry,
  }));

mkdirSync(target, { recursive: true });
const collection = (features) => ({ type: 'FeatureCollection', features });
write('countries', { countries: collection(countries) }, STEPS / 4);
write(
  'norway',
  { municipalities: collection(areas('municipalities')), counties: collection(areas('counties')) },
  STEPS,
);
