import type { Map as LibreMap } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import { canDraw, draw, openMap, showBox, type Words } from './engine.js';
import { MapButtons } from './map-buttons.js';
import { Mark } from './map-mark.js';
import { watchPalette } from './palette.js';
import { boxAround, type Box, type MapShapes } from './shapes.js';

interface DrawnMapProps {
  /** What the map is of, for who cannot see it. */
  readonly label: string;
  readonly shapes: MapShapes;
  /** Said instead of the map where it cannot be drawn. */
  readonly onTrouble: () => void;
}

/** From here on names stand beside their marks without covering one another too often. */
const NAMES_FROM_ZOOM = 7;

/** The map itself, loaded only where one is shown. */
export function DrawnMap({ label, shapes, onTrouble }: DrawnMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const box = useBox(shapes);
  const map = useMap(container, box, useWords(label), onTrouble);
  const isNear = useNearness(map);
  useEffect(() => {
    if (map !== undefined) draw(map, shapes);
  }, [map, shapes]);
  useEffect(() => {
    if (map !== undefined) showBox(map, box);
  }, [map, box]);
  return (
    <div className="map-drawn" data-near={isNear} data-ready={map !== undefined}>
      <div className="map-canvas" ref={container} />
      {map !== undefined && (
        <>
          <MapButtons map={map} reset={() => showBox(map, box)} />
          {shapes.marks.map((mark) => (
            <Mark key={mark.id} map={map} mark={mark} />
          ))}
        </>
      )}
    </div>
  );
}

/** The same box while the same places are shown: the map moves only when there is something else to see. */
function useBox({ lines, marks, circles }: MapShapes): Box {
  const text = boxAround([
    ...lines.flatMap(({ from, to }) => [from, to]),
    ...marks.map(({ at }) => at),
    ...circles.map(({ at }) => at),
  ]).join();
  return useMemo(() => text.split(',').map(Number) as unknown as Box, [text]);
}

function useWords(label: string): Words {
  const intl = useIntl();
  return useMemo(
    () => ({
      'Map.Title': label,
      'CooperativeGesturesHandler.WindowsHelpText': intl.formatMessage({ id: 'shared.map.ctrl' }),
      'CooperativeGesturesHandler.MacHelpText': intl.formatMessage({ id: 'shared.map.cmd' }),
      'CooperativeGesturesHandler.MobileHelpText': intl.formatMessage({ id: 'shared.map.fingers' }),
    }),
    [intl, label],
  );
}

/** Opened anew in another language or with other colours: both are rare, and the map knows no other way. */
function useMap(
  container: RefObject<HTMLDivElement | null>,
  box: Box,
  words: Words,
  onTrouble: () => void,
): LibreMap | undefined {
  const [map, setMap] = useState<LibreMap>();
  const [look, setLook] = useState(0);
  const first = useRef(box);
  useEffect(() => watchPalette(() => setLook((before) => before + 1)), []);
  useEffect(() => {
    if (container.current === null) return undefined;
    if (!canDraw()) {
      onTrouble();
      return undefined;
    }
    let isOver = false;
    let opened: LibreMap | undefined;
    openMap(container.current, first.current, words).then((ready) => {
      opened = ready;
      if (isOver) ready.remove();
      else setMap(ready);
    }, onTrouble);
    return () => {
      isOver = true;
      setMap(undefined);
      opened?.remove();
    };
  }, [container, words, look, onTrouble]);
  return map;
}

function useNearness(map: LibreMap | undefined): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (map === undefined) return undefined;
    const look = (): void => setNear(map.getZoom() >= NAMES_FROM_ZOOM);
    look();
    const subscription = map.on('zoomend', look);
    return () => subscription.unsubscribe();
  }, [map]);
  return isNear;
}
