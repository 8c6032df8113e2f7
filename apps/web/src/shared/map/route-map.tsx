import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { EndOfRouteFragment, RouteOfMatchFragment } from '#operations';
import { Said } from '../../said/said.js';
import { Map } from './map.js';
import { knownOf, nameOf, routeShapes } from './route.js';

const KM = { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 } as const;

interface RouteMapProps {
  readonly match: RouteOfMatchFragment;
}

/** Where a match would go from and to, as far as both sides disclose it, with how far it is and how that was found. */
export function RouteMap({ match }: RouteMapProps) {
  const intl = useIntl();
  const shapes = useMemo(() => routeShapes(match), [match]);
  const { offer, need, distanceKm, distanceBasis, value } = match;
  const label = intl.formatMessage({ id: 'shared.map.route' }, { from: nameOf(offer), to: nameOf(need) });
  return (
    <div className="map-route">
      <Map label={label} shapes={shapes} />
      <dl>
        <End term="shared.map.from" end={offer} kind="offer" />
        <End term="shared.map.to" end={need} kind="need" />
        <div>
          <dt>
            <FormattedMessage id="shared.map.distance" />
          </dt>
          <dd>
            {intl.formatNumber(distanceKm, KM)}
            {value !== null && (
              <>
                , <FormattedMessage id={`shared.map.mode.${value.mode}`} />
              </>
            )}
            <small>
              <FormattedMessage id="shared.map.basis" values={{ basis: <Said>{distanceBasis}</Said> }} />
            </small>
          </dd>
        </div>
      </dl>
    </div>
  );
}

interface EndProps {
  readonly term: 'shared.map.from' | 'shared.map.to';
  readonly end: EndOfRouteFragment;
  readonly kind: 'offer' | 'need';
}

const End = ({ term, end, kind }: EndProps) => (
  <div>
    <dt>
      <span className="map-dot" data-kind={kind} /> <FormattedMessage id={term} />
    </dt>
    <dd>
      {nameOf(end)}
      <small>
        <FormattedMessage id={`shared.map.known.${knownOf(end)}`} />
      </small>
    </dd>
  </div>
);
