import { Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlannedStandingFragment, PlanObjective } from '#operations';
import { amountText, listingText, plainText, unitText } from './words.js';

/** Nobody reads more; what one more unit would bring most stands first. */
const MOST = 12;

interface StandingsProps {
  readonly objective: PlanObjective;
  readonly listings: readonly PlannedStandingFragment[];
}

/** What one more unit of a stream would bring, and why another waits. */
export function Standings({ objective, listings }: StandingsProps) {
  const scarce = listings
    .filter(({ worth }) => Number(worth) > 0)
    .sort((a, b) => Number(b.worth) - Number(a.worth))
    .slice(0, MOST);
  const waiting = listings.filter(({ amount, used }) => Number(used) < Number(amount)).slice(0, MOST);
  return (
    <div className="plans-two">
      <div>
        <h3>
          <FormattedMessage id="plans.scarce" />
        </h3>
        {scarce.length === 0 && (
          <Paragraph className="quiet">
            <FormattedMessage id="plans.scarce.none" />
          </Paragraph>
        )}
        <ul className="plans-list">
          {scarce.map((one, at) => (
            <Standing key={at} one={one} objective={objective} kind="scarce" />
          ))}
        </ul>
      </div>
      <div>
        <h3>
          <FormattedMessage id="plans.waiting" />
        </h3>
        <ul className="plans-list">
          {waiting.map((one, at) => (
            <Standing
              key={at}
              one={one}
              objective={objective}
              kind={one.outbidBy === null ? 'unanswered' : 'outbid'}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

interface StandingProps {
  readonly one: PlannedStandingFragment;
  readonly objective: PlanObjective;
  readonly kind: 'scarce' | 'outbid' | 'unanswered';
}

function Standing({ one, objective, kind }: StandingProps) {
  const intl = useIntl();
  const { listing, unit, amount, used, worth, outbidBy } = one;
  const measure = intl.formatMessage({ id: `plans.in.${objective}` });
  return (
    <li>
      <strong>{listingText(intl, listing)}</strong>
      <span className="quiet">
        <FormattedMessage
          id="plans.used"
          values={{ used: amountText(intl, used, unit), amount: amountText(intl, amount, unit) }}
        />
      </span>
      <FormattedMessage
        id={`plans.standing.${kind}`}
        values={{
          by: plainText(intl, kind === 'scarce' ? worth : (outbidBy ?? '0')),
          measure,
          unit: unitText(intl, unit),
        }}
      />
    </li>
  );
}
