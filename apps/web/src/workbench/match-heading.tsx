import { Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage } from 'react-intl';
import type { FollowedFragment, FollowedSideFragment } from '#operations';

interface MatchHeadingProps {
  readonly match: FollowedFragment;
  readonly level: 2 | 3;
}

/** What would go from whom to whom, since when it waits, and for whose answer. */
export function MatchHeading({
  match: { offer, need, waitingSince, turn, state },
  level,
}: MatchHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="workbench-match">
      <Heading className="workbench-pair">
        <Side listing={offer} /> <span aria-hidden="true">→</span>{' '}
        <span className="unseen">
          <FormattedMessage id="workbench.match.to" />
        </span>
        <Side listing={need} />
      </Heading>
      <p className="workbench-facts quiet">
        <Tag data-size="sm" data-color="neutral">
          <FormattedMessage id={`workbench.match.state.${state}`} />
        </Tag>
        <span>
          <FormattedMessage
            id="workbench.match.since"
            values={{ day: <FormattedDate value={waitingSince} dateStyle="medium" timeZone="Europe/Oslo" /> }}
          />
        </span>
        {turn.length > 0 && (
          <span>
            <FormattedMessage
              id="workbench.match.turn"
              values={{ giver: String(turn.includes('GIVER')), taker: String(turn.includes('TAKER')) }}
            />
          </span>
        )}
      </p>
    </div>
  );
}

/** Hidden where the viewer may not know of it, as across clusters. */
export function Side({ listing }: { readonly listing: FollowedSideFragment | null }) {
  if (listing === null)
    return (
      <span className="workbench-hidden">
        <FormattedMessage id="workbench.match.hidden" />
      </span>
    );
  const { id, title, firm, area } = listing;
  return (
    <span className="workbench-side">
      <Link to="/listings/$id" params={{ id }}>
        {title}
      </Link>{' '}
      <small className="quiet">
        {firm?.name ?? <FormattedMessage id="workbench.match.firmHidden" />}, {area}
      </small>
    </span>
  );
}
