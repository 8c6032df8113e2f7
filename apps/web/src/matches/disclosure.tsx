import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DisclosureOfMatchFragment, GrantOfDisclosureFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { useLanguage } from '../shared/language.js';
import { dayText } from '../shared/numbers.js';
import { Refusal } from '../shared/refusal.js';
import { AskToDisclose } from './ask-to-disclose.js';
import { AnswerRequest } from './answer-request.js';
import { GROUPS } from './groups.js';
import { isLive } from './live-states.js';
import { useSides } from './own-side.js';
import { WithdrawDisclosure } from './disclosure.graphql';
import './disclosure.css';

interface MatchProps {
  readonly match: DisclosureOfMatchFragment;
}

/** What each side still keeps from the other, what was asked and granted, and how to ask. */
export function MatchDisclosure({ match }: MatchProps) {
  const { disclosure } = match;
  const waiting = disclosure.received.filter(({ state }) => state === 'ASKED');
  const open = isLive(match.state);
  return (
    <div className="disclosure">
      {open && waiting.map((request) => <AnswerRequest key={request.id} request={request} />)}
      <Levels match={match} />
      {open && <AskToDisclose match={match} />}
      <Asked match={match} />
      <Granted match={match} />
    </div>
  );
}

const COLORS = { EXACT: 'success', BANDED: 'info', HIDDEN: 'neutral' } as const;

/** Of the other side: never an empty cell where something is hidden. */
function Levels({ match }: MatchProps) {
  const { other } = useSides(match);
  return (
    <dl className="disclosure-levels">
      {GROUPS.map((group) => {
        const level = other.disclosures.find((one) => one.group === group)?.level ?? 'HIDDEN';
        return (
          <div key={group}>
            <dt>
              <FormattedMessage id={`matches.group.${group}`} />{' '}
              <Tag data-size="sm" data-color={COLORS[level]}>
                <FormattedMessage id={`matches.level.${level}`} />
              </Tag>
            </dt>
            <dd className="quiet">
              <FormattedMessage id={`matches.holds.${group}`} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What the viewer's firm asked for, and what came of it. */
function Asked({ match: { disclosure } }: MatchProps) {
  const { language } = useLanguage();
  if (disclosure.asked.length === 0) return null;
  return (
    <div>
      <Heading level={3} data-size="2xs">
        <FormattedMessage id="matches.asked" />
      </Heading>
      <ul className="disclosure-list">
        {disclosure.asked.map(({ id, groups, state, askedAt, note }) => (
          <li key={id}>
            <GroupNames groups={groups} /> · <FormattedMessage id={`matches.request.${state}`} />{' '}
            <span className="quiet">{dayText(language, askedAt)}</span>
            {note !== null && <p className="quiet">{note}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Granted({ match: { disclosure } }: MatchProps) {
  const { granted, obtained } = disclosure;
  if (granted.length + obtained.length === 0) return null;
  return (
    <div>
      <Heading level={3} data-size="2xs">
        <FormattedMessage id="matches.granted" />
      </Heading>
      <ul className="disclosure-list">
        {obtained.map((grant) => (
          <Grant key={grant.id} grant={grant} isOurs={false} />
        ))}
        {granted.map((grant) => (
          <Grant key={grant.id} grant={grant} isOurs />
        ))}
      </ul>
    </div>
  );
}

interface GrantProps {
  readonly grant: GrantOfDisclosureFragment;
  /** Granted by the viewer's firm, which can take it back. */
  readonly isOurs: boolean;
}

function Grant({ grant: { id, groups, until, state }, isOurs }: GrantProps) {
  const { language } = useLanguage();
  const { act, busy, trouble } = useAct(WithdrawDisclosure);
  return (
    <li>
      <FormattedMessage
        id={isOurs ? 'matches.grant.ours' : 'matches.grant.theirs'}
        values={{ groups: <GroupNames groups={groups} />, until: dayText(language, until) }}
      />{' '}
      · <FormattedMessage id={`matches.grant.${state}`} />
      {isOurs && state === 'IN_FORCE' && (
        <Button
          variant="secondary"
          data-size="sm"
          loading={busy}
          onClick={() => void act({ grantId: id })}
          className="disclosure-withdraw"
        >
          <FormattedMessage id="matches.grant.withdraw" />
        </Button>
      )}
      <Refusal trouble={trouble} />
    </li>
  );
}

function GroupNames({ groups }: { readonly groups: GrantOfDisclosureFragment['groups'] }) {
  const intl = useIntl();
  return (
    <strong>
      {intl.formatList(groups.map((group) => intl.formatMessage({ id: `matches.group.${group}` })))}
    </strong>
  );
}
