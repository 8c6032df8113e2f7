import { useQuery } from '@apollo/client/react';
import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ClusterSiteListingsQueryVariables, ListingOnMapFragment, SiteOnMapFragment } from '#operations';
import { Whole } from '../shared/whole.js';
import { ClusterSiteListings } from './cluster-map.graphql';
import { amountWithUnit } from '../shared/decimals.js';
import { bandIn } from './words.js';

interface SitePanelProps {
  readonly variables: ClusterSiteListingsQueryVariables;
  /** Undefined where it is not, or no longer, among the sites. */
  readonly site: SiteOnMapFragment | undefined;
  readonly close: () => void;
}

/** What is on the market at the site that was chosen. */
export function SitePanel({ variables, site, close }: SitePanelProps) {
  const intl = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);
  const result = useQuery(ClusterSiteListings, { variables });
  useEffect(() => heading.current?.focus(), [variables.siteId]);
  return (
    <section className="card map-site" aria-labelledby="map-site">
      <div className="map-site-head">
        <Heading level={2} data-size="xs" id="map-site" ref={heading} tabIndex={-1}>
          {site === undefined ? (
            <FormattedMessage id="map.site.gone" />
          ) : (
            `${site.firm.name}, ${site.site.name}`
          )}
        </Heading>
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={intl.formatMessage({ id: 'map.site.close' })}
          onClick={close}
        >
          <XMarkIcon aria-hidden />
        </Button>
      </div>
      <Paragraph className="quiet" data-size="sm">
        <FormattedMessage id="map.site.look" />
      </Paragraph>
      <Whole result={result}>
        {({ clusterMap: { listings } }) => (
          <ul className="map-streams">
            {listings.map((listing) => (
              <Stream key={listing.id} listing={listing} />
            ))}
          </ul>
        )}
      </Whole>
    </section>
  );
}

const Stream = ({ listing: { id, side, title, quantity } }: { readonly listing: ListingOnMapFragment }) => (
  <li>
    <Tag data-color={side === 'OFFER' ? 'brand1' : 'warning'} data-size="sm">
      <FormattedMessage id={`map.side.${side}`} />
    </Tag>
    <Link to="/listings/$id" params={{ id }}>
      {title}
    </Link>
    <Amount quantity={quantity} />
  </li>
);

function Amount({ quantity: { value, min, max, unit, per } }: Pick<ListingOnMapFragment, 'quantity'>) {
  const intl = useIntl();
  const text =
    value !== null
      ? amountWithUnit(intl, value, unit)
      : min !== null && max !== null
        ? bandIn(intl, min, max, unit)
        : intl.formatMessage({ id: 'map.amount.hidden' });
  return (
    <span className="quiet">
      {text} <FormattedMessage id={`map.per.${per}`} />
    </span>
  );
}
