import { FormattedMessage } from 'react-intl';
import type { MatchInListFragment } from '#operations';
import { useLanguage } from '../shared/language.js';
import { shareText } from '../shared/numbers.js';

interface MatchHeadProps {
  readonly match: MatchInListFragment;
  readonly isNew: boolean;
}

/** How it stands, and its score. */
export function MatchHead({ match: { state, crossIndustry, score }, isNew }: MatchHeadProps) {
  const { language } = useLanguage();
  return (
    <div className="match-head">
      <p className="tags">
        {isNew && (
          <span className="tag tag-new">
            <FormattedMessage id="matches.new" />
          </span>
        )}
        <span className={`tag tag-${state.toLowerCase()}`}>
          <FormattedMessage id={`matches.state.${state}`} />
        </span>
        {crossIndustry && (
          <span className="tag tag-cross">
            <FormattedMessage id="matches.crossIndustry" />
          </span>
        )}
      </p>
      <p className="match-score">
        <small>
          <FormattedMessage id="matches.score" />
        </small>{' '}
        {shareText(language, score)}
      </p>
    </div>
  );
}
