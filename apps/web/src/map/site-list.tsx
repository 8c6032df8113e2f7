import { Button } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SiteOnMapFragment } from '#operations';
import { countOf, kindOf } from './shown.js';
import { useMapSearch } from './use-map.js';
import { labelIn } from './words.js';

/** The marks in words, by firm. */
export const SiteList = ({ sites }: { readonly sites: readonly SiteOnMapFragment[] }) => (
  <ul className="map-scroll map-sites">
    {sites.map((one) => (
      <Site key={one.site.id} one={one} />
    ))}
  </ul>
);

function Site({ one }: { readonly one: SiteOnMapFragment }) {
  const intl = useIntl();
  const { search, change } = useMapSearch();
  const { site, firm, municipality, streams } = one;
  const isChosen = search.site === site.id;
  const families = [...new Set(streams.map(({ material }) => labelIn(intl, material)))];
  return (
    <li data-chosen={isChosen}>
      <span className="map-dot" data-kind={kindOf(one)} />
      <div>
        <Button
          className="map-choice"
          variant="tertiary"
          data-size="sm"
          aria-pressed={isChosen}
          onClick={() => change({ site: isChosen ? undefined : site.id })}
        >
          {firm.name}, {site.name}
        </Button>
        <small>
          {municipality?.name ?? intl.formatMessage({ id: 'map.abroad' })} ·{' '}
          <FormattedMessage
            id="map.site.counts"
            values={{ offers: countOf(one, 'OFFER'), needs: countOf(one, 'NEED') }}
          />{' '}
          · {intl.formatList(families, { type: 'unit' })}
        </small>
      </div>
    </li>
  );
}
