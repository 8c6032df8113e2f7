import { FormattedMessage, type IntlShape } from 'react-intl';
import { wholeText } from '../plans/words.js';
import type { TextId } from '../texts/catalogue.js';

interface Ends {
  readonly low: string;
  readonly high: string;
}

/** From low to high, or one number where the two are the same. */
export function endsText(intl: IntlShape, { low, high }: Ends): string {
  const [from, to] = [wholeText(intl, low), wholeText(intl, high)];
  return from === to ? from : `${from}–${to}`;
}

interface FactsProps {
  readonly facts: readonly (readonly [label: TextId, value: string])[];
}

/** What an offer or a pair comes to in a year. */
export const Facts = ({ facts }: FactsProps) => (
  <dl className="transport-facts">
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>
          <FormattedMessage id={label} />
        </dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
