import { Heading } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WholeMatchFragment } from '#operations';
import { Said } from '../said/said.js';
import { useLanguage } from '../shared/language.js';
import { CheckName } from './checks.js';
import { groupOf } from './groups.js';
import { isLive } from './live-states.js';
import { useSides } from './own-side.js';
import { wordFor } from './words.js';

type Check = WholeMatchFragment['checks'][number];
type MissingFact = Check['asks'][number];

interface MatchProps {
  readonly match: WholeMatchFragment;
}

/** What may keep a match from coming about first, then what is not known, then what is in order. */
const ORDER: readonly Check['result'][] = ['FAIL', 'UNKNOWN', 'PASS'];

export function CheckGroups({ match }: MatchProps) {
  const { language } = useLanguage();
  const known = { input: match.servesAs?.[language] };
  return ORDER.map((result) => {
    const checks = match.checks.filter((one) => one.result === result);
    if (checks.length === 0) return null;
    return (
      <div key={result} className="check-group">
        <Heading level={3} data-size="2xs">
          <FormattedMessage id={`matches.checks.${result}`} values={{ count: checks.length }} />
        </Heading>
        <ul className="check-list">
          {checks.map((check) => (
            <li key={check.name}>
              <p className={`check-${check.result.toLowerCase()} check-line`}>
                <CheckName check={check} />
              </p>
              <p className="quiet">
                <Said known={known}>{check.detail}</Said>
              </p>
              <WhatToDo check={check} match={match} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function WhatToDo({ check: { asks, remedy }, match }: MatchProps & { readonly check: Check }) {
  if (asks.length === 0 && remedy === null) return null;
  return (
    <ul className="check-ways">
      {asks.map((ask) => (
        <li key={`${ask.of} ${ask.fact}`}>
          <Way ask={ask} match={match} />
        </li>
      ))}
      {remedy !== null && (
        <li>
          <FormattedMessage id={`matches.remedy.${remedy.kind}`} /> (<Said>{remedy.text}</Said>)
        </li>
      )}
    </ul>
  );
}

/** Who can say it, and how one comes to it. */
function Way({ ask, match }: MatchProps & { readonly ask: MissingFact }) {
  const intl = useIntl();
  const { own, other, party } = useSides(match);
  const fact = wordFor(intl, `matches.fact.${ask.fact}`, ask.fact).toLowerCase();
  if (ask.of === party)
    return (
      <FormattedMessage
        id="matches.way.own"
        values={{
          fact,
          link: (words) => (
            <Link to="/listings/$id" params={{ id: own.id }}>
              {words}
            </Link>
          ),
        }}
      />
    );
  const group = groupOf(ask.fact);
  const hidden = other.disclosures.some((one) => one.group === group && one.level !== 'EXACT');
  if (!hidden || !isLive(match.state)) return <FormattedMessage id="matches.way.other" values={{ fact }} />;
  return (
    <FormattedMessage
      id="matches.way.ask"
      values={{ fact, link: (words) => <a href="#disclosure">{words}</a> }}
    />
  );
}
