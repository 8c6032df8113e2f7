import { FormattedMessage, useIntl } from 'react-intl';
import type { MatchInListFragment } from '#operations';
import { Said } from '../said/said.js';
import { useLanguage } from '../shared/language.js';
import { amountText, kmText } from '../shared/numbers.js';
import { quantityWords } from './words.js';

/** How much, to what use for the climate, and how far. */
export function MatchFacts({ match }: { readonly match: MatchInListFragment }) {
  const intl = useIntl();
  const { language } = useLanguage();
  const worse = match.netCo2eKg.startsWith('-');
  return (
    <dl className="match-facts">
      <div>
        <dt>
          <FormattedMessage id="matches.quantity" />
        </dt>
        <dd>{quantityWords(intl, language, match.quantity)}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="matches.co2e" />
        </dt>
        <dd className={worse ? 'worse' : ''}>
          {amountText(language, match.netCo2eKg)} kg <FormattedMessage id="matches.per.YEAR" />
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="matches.distance" />
        </dt>
        <dd>
          {kmText(language, match.distanceKm)}
          <small>
            <Said>{match.distanceBasis}</Said>
          </small>
        </dd>
      </div>
    </dl>
  );
}
