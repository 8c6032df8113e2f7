import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { MatchInListFragment } from '#operations';
import { useLanguage } from '../shared/language.js';
import { Checks } from './checks.js';
import { isLive } from './live-states.js';
import { MatchFacts } from './match-facts.js';
import { MatchHead } from './match-head.js';
import { Score } from './score.js';
import { Sides } from './sides.js';
import './matches.css';
import './reasons.css';

interface MatchCardProps {
  readonly match: MatchInListFragment;
  readonly isNew: boolean;
  readonly onDecline: () => void;
}

export function MatchCard({ match, isNew, onDecline }: MatchCardProps) {
  const { language } = useLanguage();
  const open = isLive(match.state);
  const { id, offer, need } = match;
  return (
    <li className={`card match${isNew ? ' match-new' : ''}${open ? '' : ' match-closed'}`}>
      <MatchHead match={match} isNew={isNew} />
      <h2 className="match-title">
        <Link to="/matches/$id" params={{ id }}>
          {offer.material[language]} → {need.material[language]}
        </Link>
      </h2>
      <Sides match={match} />
      <MatchFacts match={match} />
      <Score terms={match.terms} />
      <Checks checks={match.checks} />
      <div className="match-deeds">
        <Link to="/matches/$id" params={{ id }}>
          <FormattedMessage id="matches.why" />
        </Link>
        {open && (
          <Button variant="tertiary" data-size="sm" onClick={onDecline}>
            <FormattedMessage id="matches.decline.open" />
          </Button>
        )}
      </div>
    </li>
  );
}
