import { Marker, type Map as LibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { MapMark } from './shapes.js';

interface MarkProps {
  readonly map: LibreMap;
  readonly mark: MapMark;
}

/** A mark that follows the map: a button where it leads somewhere, else a dot with a name. */
export function Mark({ map, mark }: MarkProps) {
  const [element] = useState(() => document.createElement('div'));
  const [longitude, latitude] = mark.at;
  useEffect(() => {
    const marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(map);
    return () => void marker.remove();
  }, [map, element, longitude, latitude]);
  return createPortal(<Pin mark={mark} />, element);
}

function Pin({
  mark: { kind, name, isNamed = false, label, chosen = false, choose },
}: {
  readonly mark: MapMark;
}) {
  const inside = (
    <>
      <span className="map-dot" data-kind={kind} />
      <span className="map-name" data-named={isNamed} aria-hidden={label !== undefined}>
        {name}
      </span>
    </>
  );
  return choose === undefined ? (
    <span className="map-mark">{inside}</span>
  ) : (
    <button type="button" className="map-mark" aria-label={label} aria-pressed={chosen} onClick={choose}>
      {inside}
    </button>
  );
}
