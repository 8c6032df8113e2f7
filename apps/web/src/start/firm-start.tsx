import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import {
  BranchingIcon,
  ClockDashedIcon,
  DocPencilIcon,
  EnvelopeClosedIcon,
  EyeIcon,
  LinkIcon,
  QuestionmarkCircleIcon,
} from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StartOfFirmQuery } from '#operations';
import { dayText } from '../shared/numbers.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import type { Membership } from '../shell/viewer.js';
import { OurHints } from './our-hints.js';
import { StartOfFirm } from './start.graphql';
import { Checklist } from './checklist.js';
import { waitingIn, type Kind, type Waiting } from './waiting.js';

export function FirmStart({ acting }: { readonly acting: Membership }) {
  const locale = useIntl().locale.startsWith('en') ? 'en' : 'nb';
  const result = useQuery(StartOfFirm, { variables: { locale } });
  useRenewal(['matchFound', 'proposalChanged'], result);
  const isAdmin = acting.role === 'FIRM_ADMIN';
  return (
    <Whole result={result}>
      {(data) => (
        <>
          <Checklist firmId={acting.firm.id} isAdmin={isAdmin} hasListed={hasListed(data)} />
          {isAdmin && <OurHints />}
          <WaitingList data={data} locale={locale} />
        </>
      )}
    </Whole>
  );
}

const hasListed = ({ active, faded }: StartOfFirmQuery): boolean =>
  active.edges.length + faded.edges.length > 0;

const ICONS: Readonly<Record<Kind, typeof LinkIcon>> = {
  proposal: EnvelopeClosedIcon,
  request: EyeIcon,
  faded: ClockDashedIcon,
  fading: ClockDashedIcon,
  draft: DocPencilIcon,
  unknown: QuestionmarkCircleIcon,
  match: LinkIcon,
};
const SHOWN = 8;

interface WaitingListProps {
  readonly data: StartOfFirmQuery;
  readonly locale: 'nb' | 'en';
}

function WaitingList({ data, locale }: WaitingListProps) {
  const [now] = useState(Date.now);
  const [all, setAll] = useState(false);
  const waiting = waitingIn(data, now);
  return (
    <section aria-labelledby="waiting" className="start-card">
      <Heading level={2} data-size="xs" id="waiting">
        <FormattedMessage id="start.waiting" values={{ count: waiting.length }} />
      </Heading>
      {waiting.length === 0 ? (
        <NothingWaits />
      ) : (
        <ul className="start-waiting">
          {(all ? waiting : waiting.slice(0, SHOWN)).map((one) => (
            <li key={one.kind + one.id}>
              <WaitingRow one={one} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      {!all && waiting.length > SHOWN && (
        <Button variant="tertiary" data-size="sm" onClick={() => setAll(true)}>
          <FormattedMessage id="start.showAll" values={{ count: waiting.length }} />
        </Button>
      )}
    </section>
  );
}

const NothingWaits = () => (
  <>
    <Paragraph className="quiet">
      <FormattedMessage id="start.nothing" />
    </Paragraph>
    <div className="start-ways">
      <Button asChild data-size="sm">
        <Link to="/listings/new" search={{ side: 'OFFER' }}>
          <FormattedMessage id="listings.new.OFFER" />
        </Link>
      </Button>
      <Button asChild data-size="sm" variant="secondary">
        <Link to="/listings/new" search={{ side: 'NEED' }}>
          <FormattedMessage id="listings.new.NEED" />
        </Link>
      </Button>
      <Link to="/watches">
        <BranchingIcon aria-hidden /> <FormattedMessage id="start.watch" />
      </Link>
    </div>
  </>
);

function WaitingRow({ one, locale }: { readonly one: Waiting; readonly locale: 'nb' | 'en' }) {
  const Icon = ICONS[one.kind];
  const until = one.until === undefined ? '' : dayText(locale, one.until);
  return (
    <Way to={one}>
      <Icon aria-hidden fontSize="1.5rem" />
      <span>
        <strong>
          <FormattedMessage id={`start.kind.${one.kind}`} values={{ until }} />
        </strong>
        <span className="quiet">
          <FormattedMessage
            id={one.other === undefined ? 'start.about' : 'start.aboutMatch'}
            values={{ title: one.title, other: one.other ?? '' }}
          />
        </span>
      </span>
    </Way>
  );
}

function Way({
  to: { kind, id, side = 'OFFER' },
  children,
}: {
  readonly to: Waiting;
  readonly children: ReactNode;
}) {
  if (kind === 'draft')
    return (
      <Link to="/listings/new" search={{ side, draft: id }}>
        {children}
      </Link>
    );
  return kind === 'faded' || kind === 'fading' ? (
    <Link to="/listings/$id" params={{ id }}>
      {children}
    </Link>
  ) : (
    <Link to="/matches/$id" params={{ id }}>
      {children}
    </Link>
  );
}
