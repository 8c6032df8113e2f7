import { useTexts } from '../shared/language.js';
import { amountText, kmText, quantityText, shareText } from '../shared/numbers.js';
import { CheckDetails, Checks } from './checks.js';
import type { Match } from './match.js';
import { Score, TermDetails } from './score.js';
import { Sides } from './sides.js';
import './reasons.css';

interface MatchCardProps {
  readonly match: Match;
  readonly isNew: boolean;
  readonly firmIds: readonly string[];
}

const CLOSED: readonly Match['state'][] = ['DECLINED', 'EXPIRED', 'SUPERSEDED'];

export function MatchCard({ match, isNew, firmIds }: MatchCardProps) {
  const { language, texts } = useTexts();
  const isClosed = CLOSED.includes(match.state);
  return (
    <li className={`card match${isNew ? ' match-new' : ''}${isClosed ? ' match-closed' : ''}`}>
      <div className="match-head">
        <p className="tags">
          {isNew && <span className="tag tag-new">{texts.matches.isNew}</span>}
          <span className={`tag tag-${match.state.toLowerCase()}`}>{texts.matches.states[match.state]}</span>
          {match.crossIndustry && <span className="tag tag-cross">{texts.matches.crossIndustry}</span>}
        </p>
        <p className="match-score">
          <small>{texts.matches.score}</small> {shareText(language, match.score)}
        </p>
      </div>
      <Sides match={match} firmIds={firmIds} />
      <Facts match={match} />
      <Score terms={match.terms} />
      <Checks checks={match.checks} />
      <details className="why">
        <summary>{texts.matches.why}</summary>
        <div className="why-columns">
          <TermDetails terms={match.terms} />
          <CheckDetails checks={match.checks} />
        </div>
        <p className="quiet">
          {texts.matches.ruleSet} {match.ruleSet} · {texts.matches.factorSet} {match.factorSet}
        </p>
      </details>
    </li>
  );
}

function Facts({ match }: { readonly match: Match }) {
  const { language, texts } = useTexts();
  const worse = match.netCo2eKg.startsWith('-');
  return (
    <dl className="match-facts">
      <div>
        <dt>{texts.matches.quantity}</dt>
        <dd>{quantityText(language, texts, match.quantity)}</dd>
      </div>
      <div>
        <dt>{texts.matches.co2e}</dt>
        <dd className={worse ? 'worse' : ''}>
          {amountText(language, match.netCo2eKg)} kg {texts.matches.perYear}
        </dd>
      </div>
      <div>
        <dt>{texts.matches.distance}</dt>
        <dd>
          {kmText(language, match.distanceKm)}
          <small lang="en">{match.distanceBasis}</small>
        </dd>
      </div>
    </dl>
  );
}
