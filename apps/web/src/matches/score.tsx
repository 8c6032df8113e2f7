import { FormattedMessage, useIntl } from 'react-intl';
import type { MatchInListFragment, WholeMatchFragment } from '#operations';
import { Said } from '../said/said.js';
import { partStyle } from '../shared/bar.js';
import { useLanguage } from '../shared/language.js';
import { shareText } from '../shared/numbers.js';
import { wordFor } from './words.js';

interface ScoreProps {
  readonly terms: MatchInListFragment['terms'];
}

/** One bar as long as the score, cut into its terms; the list under it says them in words. */
export function Score({ terms }: ScoreProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  return (
    <div className="score">
      <span className="bar score-bar" aria-hidden="true">
        {terms.map(({ name, contribution }) => (
          <span key={name} className="bar-part" style={partStyle(contribution)} />
        ))}
      </span>
      <ul className="terms" aria-label={intl.formatMessage({ id: 'matches.terms' })}>
        {terms.map(({ name, contribution }) => (
          <li key={name}>
            <span className="swatch" aria-hidden="true" />
            {wordFor(intl, `matches.term.${name}`, name)} <strong>{shareText(language, contribution)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each term with a bar of its own, as long as what it reaches, on a track as long as what it could. */
export function TermBars({ match }: { readonly match: WholeMatchFragment }) {
  const intl = useIntl();
  const { language } = useLanguage();
  return (
    <dl className="term-bars">
      {match.terms.map(({ name, value, weight, contribution, detail }) => (
        <div key={name} className="term-bar">
          <dt>{wordFor(intl, `matches.term.${name}`, name)}</dt>
          <dd className="term-bar-points">
            <strong>{shareText(language, contribution)}</strong>{' '}
            <FormattedMessage id="matches.term.of" values={{ most: shareText(language, weight) }} />
          </dd>
          <dd className="bar" aria-hidden="true">
            <span className="bar-part" style={partStyle(value)} />
          </dd>
          <dd className="quiet">
            {name === 'material' ? <MaterialDetail match={match} detail={detail} /> : <Said>{detail}</Said>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const UNSURE = /; read from the text, (?<share>\d+) % sure$/u;

interface MaterialDetailProps {
  readonly match: WholeMatchFragment;
  readonly detail: string;
}

/** By the names that the reader knows the two materials by; the evidence stands with the basis. */
function MaterialDetail({ match: { byProduct, servesAs }, detail }: MaterialDetailProps) {
  const { language } = useLanguage();
  if (servesAs === null) return <Said>{detail}</Said>;
  const share = UNSURE.exec(detail)?.groups?.['share'];
  const values = { from: byProduct[language], to: servesAs[language] };
  return share === undefined ? (
    <FormattedMessage id="matches.material.pair" values={values} />
  ) : (
    <FormattedMessage id="matches.material.unsure" values={{ ...values, share }} />
  );
}
