import { Alert, Button, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { PencilIcon } from '@navikt/aksel-icons';
import { Link, useParams } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StreamPageQuery } from '#operations';
import { Empty, Page } from '../shared/page.js';
import { Loading, Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { PlanHint } from '../plans/hint.js';
import { AsSeen } from './as-seen.js';
import { Facts } from './facts.js';
import { History } from './history.js';
import { StreamPage } from './listing.graphql';
import { NearMisses } from './near-misses.js';
import { StreamActions } from './stream-actions.js';
import { StreamMatches } from './stream-matches.js';
import { PapersOfStream } from './stream-papers.js';
import { Fresh, StateTag } from './stream-state.js';
import { useWords } from './words.js';
import './listings.css';

export type Stream = NonNullable<StreamPageQuery['listing']>;

/** One stream or need: to its own people with all that hangs on it, to others as much as they may know. */
export function ListingPage() {
  const intl = useIntl();
  const { locale } = useWords();
  const { id } = useParams({ from: '/listings/$id' });
  const result = useQuery(StreamPage, { variables: { id, locale } });
  useRenewal(['matchFound', 'proposalChanged'], result);
  const refetch = (): void => void result.refetch().catch(() => undefined);
  if (result.data === undefined && result.error === undefined) return <Loading />;
  return (
    <Whole result={result}>
      {({ listing }) =>
        listing === null ? (
          <Page title={intl.formatMessage({ id: 'listings.page.none' })}>
            <Empty title={intl.formatMessage({ id: 'listings.page.noneLead' })}>
              <Link to="/listings">
                <FormattedMessage id="listings.new.toList" />
              </Link>
            </Empty>
          </Page>
        ) : (
          <StreamBody listing={listing} onChanged={refetch} />
        )
      }
    </Whole>
  );
}

interface StreamBodyProps {
  readonly listing: Stream;
  readonly onChanged: () => void;
}

function StreamBody({ listing, onChanged }: StreamBodyProps) {
  const { id, side, state, title, visibility, version } = listing;
  const own = visibility !== null;
  return (
    <Page
      title={title}
      lead={
        <span className="listings-head">
          <FormattedMessage
            id={`listings.of.${side}`}
            values={{ material: listing.material.label, site: listing.siteName ?? listing.area }}
          />
          <StateTag state={state} />
          {own && <Fresh {...listing} />}
          <Tag data-size="sm" variant="outline">
            <FormattedMessage id="listings.page.version" values={{ version }} />
          </Tag>
        </span>
      }
      actions={
        own && (
          <>
            {state !== 'WITHDRAWN' && (
              <Button asChild data-size="sm" variant="secondary">
                <Link to="/listings/$id/edit" params={{ id }}>
                  <PencilIcon aria-hidden /> <FormattedMessage id="listings.page.edit" />
                </Link>
              </Button>
            )}
            <StreamActions stream={listing} onChanged={onChanged} />
          </>
        )
      }
    >
      {own && <Warnings listing={listing} />}
      {own && <PlanHint id={id} />}
      <Facts listing={listing} own={own} />
      {own && <OfOwn listing={listing} visibility={visibility} />}
    </Page>
  );
}

const Warnings = ({ listing: { id, state, material, materialConfirmed } }: { readonly listing: Stream }) => (
  <>
    {state === 'EXPIRED' && (
      <Alert data-color="warning">
        <Paragraph>
          <FormattedMessage id="listings.page.expired" />
        </Paragraph>
      </Alert>
    )}
    {!materialConfirmed && <Unconfirmed id={id} material={material.label} />}
  </>
);

interface OfOwnProps {
  readonly listing: Stream;
  readonly visibility: NonNullable<Stream['visibility']>;
}

/** What only its own people are shown. */
const OfOwn = ({ listing, visibility }: OfOwnProps) => (
  <>
    <StreamMatches listing={listing} />
    <AsSeen id={listing.id} visibility={visibility} />
    {listing.state === 'ACTIVE' && <NearMisses id={listing.id} />}
    <PapersOfStream id={listing.id} />
    <History id={listing.id} version={listing.version} />
  </>
);

const Unconfirmed = ({ id, material }: { readonly id: string; readonly material: string }) => (
  <Alert data-color="info">
    <Paragraph>
      <FormattedMessage id="listings.page.unconfirmed" values={{ material }} />{' '}
      <Link to="/listings/$id/edit" params={{ id }}>
        <FormattedMessage id="listings.page.confirmMaterial" />
      </Link>
    </Paragraph>
  </Alert>
);
