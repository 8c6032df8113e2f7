import {
  Map as LibreMap,
  setWorkerUrl,
  type GeoJSONSource,
  type LngLatBoundsLike,
  type MapOptions,
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { geography } from './geography.js';
import { readPalette, type Palette } from './palette.js';
import type { Box, MapShapes } from './shapes.js';
import { ARROW, circlesOf, linesOf, onlyAreas, styleOf } from './style.js';

/** Not in the compiler's library yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

// MapLibre starts its worker by a plain address, which the page's policy refuses unless a default policy speaks for it:
// this one lets that one file of ours through and nothing else.
(window as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError(`No script is loaded from ${url}.`);
    return url;
  },
});
setWorkerUrl(workerUrl);

/** A little less than the land that is drawn (scripts/map-data.mjs). */
const EDGES: LngLatBoundsLike = [-24.5, 48.5, 35.5, 72.3];
const FARTHEST_ZOOM = 2.5;
/** Coasts are good to some 200 m: nearer they would only look exact. */
const NEAREST_ZOOM = 12;
const NEAR_FIT = 9;
const MARGIN = 48;
const ARROW_SIZE = 24;

export type Words = NonNullable<MapOptions['locale']>;

let hasWebGl: boolean | undefined;

/** Whether this browser can draw the map at all. Tried once: a browser has few such canvases to give. */
export const canDraw = (): boolean =>
  (hasWebGl ??= document.createElement('canvas').getContext('webgl2') !== null);

/**
 * A map in an element, ready to be drawn upon.
 *
 * @throws Error where the land cannot be read
 */
export async function openMap(container: HTMLElement, box: Box, words: Words): Promise<LibreMap> {
  const [land, palette] = [await geography(), readPalette(container)];
  const map = new LibreMap({
    container,
    style: styleOf(land, palette),
    bounds: box as LngLatBoundsLike,
    fitBoundsOptions: { padding: MARGIN, maxZoom: NEAR_FIT },
    maxBounds: EDGES,
    minZoom: FARTHEST_ZOOM,
    maxZoom: NEAREST_ZOOM,
    locale: words,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  await map.once('load');
  map.addImage(ARROW, arrowOf(palette), { pixelRatio: 2 });
  return map;
}

export function draw(map: LibreMap, shapes: MapShapes): void {
  fill(map, 'lines', linesOf(shapes));
  fill(map, 'circles', circlesOf(shapes));
  for (const layer of ['areas', 'area-rims']) map.setFilter(layer, onlyAreas(shapes.areas));
}

/** What was on its way when the map was left is not missed. */
const fill = (map: LibreMap, source: string, data: FeatureCollection): void =>
  void map
    .getSource<GeoJSONSource>(source)
    ?.setData(data)
    .catch(() => undefined);

export const showBox = (map: LibreMap, box: Box): void =>
  void map.fitBounds(box as LngLatBoundsLike, { padding: MARGIN, maxZoom: NEAR_FIT });

/** Points where a line leads; drawn here, so that no picture has to be fetched. */
function arrowOf({ flow, halo }: Palette): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = ARROW_SIZE;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.moveTo(4, 3);
  pen.lineTo(21, 12);
  pen.lineTo(4, 21);
  pen.closePath();
  pen.fillStyle = halo;
  pen.strokeStyle = flow;
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.fill();
  pen.stroke();
  return pen.getImageData(0, 0, ARROW_SIZE, ARROW_SIZE);
}
