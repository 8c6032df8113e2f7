import type { Feature, FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Geography } from './geography.js';
import type { Palette } from './palette.js';
import { curveOf, ringAround, type MapShapes } from './shapes.js';

export const ARROW = 'arrow';
const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The land, and room for what a page draws over it. No words: those are HTML, which is read out and needs no glyphs. */
export const styleOf = (land: Geography, palette: Palette): StyleSpecification => ({
  version: 8,
  sources: {
    countries: { type: 'geojson', data: land.countries },
    municipalities: { type: 'geojson', data: land.municipalities },
    counties: { type: 'geojson', data: land.counties },
    circles: { type: 'geojson', data: NONE },
    lines: { type: 'geojson', data: NONE },
  },
  layers: [...landLayers(palette), ...drawnLayers(palette)],
});

const landLayers = ({ sea, land, border, area, flow }: Palette): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': sea } },
  { id: 'countries', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
  {
    id: 'coasts',
    type: 'line',
    source: 'countries',
    paint: { 'line-color': border, 'line-width': 0.6 },
  },
  { id: 'norway', type: 'fill', source: 'counties', paint: { 'fill-color': land } },
  {
    id: 'areas',
    type: 'fill',
    source: 'municipalities',
    filter: onlyAreas([]),
    paint: { 'fill-color': area },
  },
  {
    id: 'municipalities',
    type: 'line',
    source: 'municipalities',
    minzoom: 5.5,
    paint: { 'line-color': border, 'line-width': 0.5 },
  },
  { id: 'counties', type: 'line', source: 'counties', paint: { 'line-color': border, 'line-width': 1 } },
  {
    id: 'area-rims',
    type: 'line',
    source: 'municipalities',
    filter: onlyAreas([]),
    paint: { 'line-color': flow, 'line-width': 1.5 },
  },
];

const drawnLayers = ({ area, flow, chosen, halo }: Palette): LayerSpecification[] => [
  {
    id: 'circles',
    type: 'fill',
    source: 'circles',
    paint: { 'fill-color': area, 'fill-opacity': 0.7, 'fill-outline-color': flow },
  },
  {
    id: 'halos',
    type: 'line',
    source: 'lines',
    layout: { 'line-cap': 'round', 'line-sort-key': ['get', 'order'] },
    paint: { 'line-color': halo, 'line-width': ['+', ['get', 'width'], 2] },
  },
  {
    id: 'lines',
    type: 'line',
    source: 'lines',
    layout: { 'line-cap': 'round', 'line-sort-key': ['get', 'order'] },
    paint: {
      'line-color': ['case', ['get', 'chosen'], chosen, flow],
      'line-width': ['get', 'width'],
      'line-opacity': 0.9,
    },
  },
  {
    id: 'arrows',
    type: 'symbol',
    source: 'lines',
    layout: {
      'symbol-placement': 'line-center',
      'icon-image': ARROW,
      'icon-size': ['interpolate', ['linear'], ['get', 'width'], 2, 0.7, 14, 1.3],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

export const onlyAreas = (numbers: readonly string[]): FilterSpecification => [
  'in',
  ['get', 'number'],
  ['literal', [...numbers]],
];

/** The chosen line lies on top of the others, thin ones on thick ones. */
export const linesOf = ({ lines }: MapShapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: lines.map((line): Feature => ({
    type: 'Feature',
    properties: {
      id: line.id,
      width: line.width,
      chosen: line.chosen,
      order: line.chosen ? 1000 : -line.width,
    },
    geometry: { type: 'LineString', coordinates: curveOf(line).map(([x, y]) => [x, y]) },
  })),
});

export const circlesOf = ({ circles }: MapShapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: circles.map((circle): Feature => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ringAround(circle).map(([x, y]) => [x, y])] },
  })),
});
