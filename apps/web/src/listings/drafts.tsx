import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StreamDraftsQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { DiscardStreamDraft, StreamDrafts } from './form/form.graphql';
import { forgetFields } from './form/kept.js';
import { Refusal } from '../shared/refusal.js';
import { useWords } from './words.js';

/** Listings in the making: the firm's own, and those that its cluster's staff began for it. */
export function Drafts() {
  const intl = useIntl();
  const { locale } = useWords();
  const result = useQuery(StreamDrafts, { variables: { locale }, fetchPolicy: 'cache-and-network' });
  return (
    <Whole result={result}>
      {({ listingDrafts }) =>
        listingDrafts.length === 0 ? (
          <Empty title={intl.formatMessage({ id: 'listings.drafts.none' })}>
            <Paragraph>
              <FormattedMessage id="listings.drafts.noneLead" />
            </Paragraph>
          </Empty>
        ) : (
          <ul className="listings-drafts">
            {listingDrafts.map((draft) => (
              <li key={draft.id}>
                <DraftCard draft={draft} onGone={() => void result.refetch()} />
              </li>
            ))}
          </ul>
        )
      }
    </Whole>
  );
}

interface DraftCardProps {
  readonly draft: StreamDraftsQuery['listingDrafts'][number];
  readonly onGone: () => void;
}

function DraftCard({ draft: { id, title, side, source, changedAt, material }, onGone }: DraftCardProps) {
  const intl = useIntl();
  const words = useWords();
  const { act, busy, trouble } = useAct(DiscardStreamDraft);
  const discard = async (): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    forgetFields(`draft-${id}`);
    onGone();
  };
  return (
    <Card>
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage
          id="listings.drafts.of"
          values={{ side, material: material?.label ?? '', day: words.day(changedAt) }}
        />
      </Paragraph>
      {source !== null && (
        <Paragraph data-size="sm">
          <FormattedMessage id="listings.drafts.source" values={{ source }} />
        </Paragraph>
      )}
      <div className="listings-buttons">
        <Button asChild data-size="sm">
          <Link to="/listings/new" search={{ side, draft: id }}>
            <FormattedMessage id="listings.drafts.goOn" />
          </Link>
        </Button>
        <Button
          variant="tertiary"
          data-size="sm"
          loading={busy}
          aria-label={intl.formatMessage({ id: 'listings.drafts.discardThis' }, { title })}
          onClick={() => void discard()}
        >
          <FormattedMessage id="listings.drafts.discard" />
        </Button>
      </div>
      <Refusal trouble={trouble} />
    </Card>
  );
}
