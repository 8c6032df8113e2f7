import { Button, Tag } from '@digdir/designsystemet-react';
import {
  BellIcon,
  BranchingIcon,
  CalendarIcon,
  ClockDashedIcon,
  HandshakeIcon,
  LinkIcon,
  MagnifyingGlassIcon,
  PencilIcon,
  TruckIcon,
} from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { InboxKind, InboxRowFragment } from '#operations';
import { Instant } from '../shared/instant.js';
import { subjectOf } from './subject.js';

const ICONS: Readonly<Record<InboxKind, typeof BellIcon>> = {
  AGREEMENT_CHANGED: HandshakeIcon,
  AGREEMENT_ENDING: CalendarIcon,
  JOINT_TRANSPORT_CHANGED: TruckIcon,
  LISTING_EDITED: PencilIcon,
  LISTING_FADING: ClockDashedIcon,
  MATCH_FOUND: LinkIcon,
  PLAN_SUGGESTED: BranchingIcon,
  PROPOSAL_CHANGED: BellIcon,
  WATCH_FOUND: MagnifyingGlassIcon,
};

interface InboxItemProps {
  readonly entry: InboxRowFragment;
  readonly onRead: () => void;
}

/** One thing that somebody is told. Following it is reading it. */
export function InboxItem({ entry, onRead }: InboxItemProps) {
  const intl = useIntl();
  const { kind, at, readAt, dueOn } = entry;
  const Icon = ICONS[kind];
  const isUnread = readAt === null;
  const { about, at: place } = subjectOf(entry);
  return (
    <li className={isUnread ? 'inbox-item inbox-unread' : 'inbox-item'}>
      <Icon aria-hidden fontSize="1.5rem" />
      <div className="inbox-what">
        <p className="inbox-kind">
          <FormattedMessage id={`inbox.kind.${kind}`} />{' '}
          {isUnread && (
            <Tag data-size="sm" data-color="info">
              <FormattedMessage id="inbox.unread" />
            </Tag>
          )}
        </p>
        <p>
          <Way entry={entry} onFollow={() => isUnread && onRead()}>
            {about ?? intl.formatMessage({ id: 'inbox.gone' })}
          </Way>
          {place !== undefined && <span className="quiet"> · {place}</span>}
        </p>
        <p className="quiet">
          <Instant at={at} />
          {dueOn !== null && (
            <>
              {' · '}
              <FormattedMessage id="inbox.due" values={{ day: <Instant at={dueOn} day /> }} />
            </>
          )}
        </p>
      </div>
      {isUnread && (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={intl.formatMessage({ id: 'inbox.markOne' }, { about: about ?? '' })}
          onClick={onRead}
        >
          <FormattedMessage id="inbox.mark" />
        </Button>
      )}
    </li>
  );
}

interface WayProps {
  readonly entry: InboxRowFragment;
  readonly onFollow: () => void;
  readonly children: ReactNode;
}

/** To what it is about; what the viewer may not open any more stands as words. */
function Way({ entry: { kind, match, proposal, agreement, listing, hit }, onFollow, children }: WayProps) {
  if (kind === 'JOINT_TRANSPORT_CHANGED')
    return (
      <Link to="/joint-transport" onClick={onFollow}>
        {children}
      </Link>
    );
  if (agreement !== null)
    return (
      <Link to="/agreements/$id" params={{ id: agreement.id }} onClick={onFollow}>
        {children}
      </Link>
    );
  const matchId = match?.id ?? proposal?.match.id;
  if (matchId !== undefined)
    return (
      <Link to="/matches/$id" params={{ id: matchId }} onClick={onFollow}>
        {children}
      </Link>
    );
  if (listing !== null)
    return (
      <Link to="/listings/$id" params={{ id: listing.id }} onClick={onFollow}>
        {children}
      </Link>
    );
  if (hit !== null)
    return (
      <Link to="/watches" onClick={onFollow}>
        {children}
      </Link>
    );
  return children;
}
