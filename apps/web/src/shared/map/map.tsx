import { Alert, Link, Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MapShapes } from './shapes.js';
import './map.css';

const DrawnMap = lazy(async () => ({ default: (await import('./drawn-map.js')).DrawnMap }));

interface MapProps {
  /** What the map is of, for who cannot see it. */
  readonly label: string;
  readonly shapes: MapShapes;
}

/**
 * A map with its sources below. It never stands alone: beside it the page says the same in words, and where a map cannot be
 * drawn those words are all there is.
 */
export function Map({ label, shapes }: MapProps) {
  const [isBroken, setBroken] = useState(false);
  const [onTrouble] = useState(() => () => setBroken(true));
  if (isBroken)
    return (
      <Alert data-color="info">
        <FormattedMessage id="shared.map.none" />
      </Alert>
    );
  return (
    <figure className="map">
      <Suspense fallback={<div className="map-drawn" />}>
        <DrawnMap label={label} shapes={shapes} onTrouble={onTrouble} />
      </Suspense>
      <figcaption>
        <Paragraph data-size="xs">
          <FormattedMessage id="shared.map.sources" values={{ kartverket, license, naturalEarth }} />
        </Paragraph>
      </figcaption>
    </figure>
  );
}

const kartverket = <Link href="https://www.kartverket.no/">Kartverket</Link>;
const license = <Link href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</Link>;
const naturalEarth = <Link href="https://www.naturalearthdata.com/">Natural Earth</Link>;
