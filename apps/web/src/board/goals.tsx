import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ToGoalFragment } from '#operations';
import { Bar } from '../shared/bar.js';
import { amountWithUnit, dayName, decimalText, partText } from '../shared/decimals.js';
import { Empty } from '../shared/page.js';
import { Withheld } from './figure-number.js';
import { useFigureName } from './names.js';

/** A goal with what exchanges add to it; of a cluster or of a firm. */
export interface ShownGoal {
  readonly id: string;
  readonly figure: string;
  readonly name: string;
  readonly target: string;
  readonly baseline: string | null;
  readonly baselineYear: number | null;
  readonly unit: string;
  readonly dueOn: string;
  readonly scope: string;
  readonly delivered: ToGoalFragment;
  readonly verified: ToGoalFragment;
  readonly forecast: { readonly method: string; readonly contribution: ToGoalFragment } | null;
}

export function Goals({ goals }: { readonly goals: readonly ShownGoal[] }) {
  const intl = useIntl();
  return (
    <section aria-labelledby="board-goals" className="board-section">
      <Heading id="board-goals" level={2} data-size="sm">
        <FormattedMessage id="board.goals" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="board.goals.lead" />
      </Paragraph>
      {goals.length === 0 ? (
        <Empty title={intl.formatMessage({ id: 'board.goals.none' })} />
      ) : (
        <ul className="board-goals">
          {goals.map((goal) => (
            <Goal key={goal.id} goal={goal} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Goal({ goal }: { readonly goal: ShownGoal }) {
  const intl = useIntl();
  const { name, target, unit, dueOn, scope, baseline, baselineYear, delivered, verified, forecast } = goal;
  const withUnit = (value: string): string => amountWithUnit(intl, value, unit);
  return (
    <li className="card board-goal">
      <div className="board-goal-head">
        <h3>{name}</h3>
        <p>
          {delivered.share !== null && <strong>{partText(intl, delivered.share)}</strong>}{' '}
          <FormattedMessage
            id="board.goal.of"
            values={{ target: withUnit(target), day: dayName(intl, dueOn) }}
          />
        </p>
      </div>
      {delivered.share !== null && <Bar part={delivered.share} />}
      <dl className="board-facts">
        <Contribution label="delivered" to={delivered} unit={unit} />
        <Contribution label="verified" to={verified} unit={unit} />
        {forecast !== null && <Contribution label="forecast" to={forecast.contribution} unit={unit} />}
        {baseline !== null && (
          <div>
            <dt>
              <FormattedMessage id="board.goal.baseline" />
            </dt>
            <dd>
              {withUnit(baseline)} {baselineYear !== null && `(${baselineYear})`}
            </dd>
          </div>
        )}
      </dl>
      <p className="quiet">
        <FormattedMessage id="board.goal.scope" values={{ scope }} />{' '}
        {forecast !== null && (
          <FormattedMessage id="board.goal.method" values={{ method: forecast.method }} />
        )}
      </p>
    </li>
  );
}

interface ContributionProps {
  readonly label: 'delivered' | 'verified' | 'forecast';
  readonly to: ToGoalFragment;
  readonly unit: string;
}

function Contribution({ label, to, unit }: ContributionProps) {
  const intl = useIntl();
  const nameOf = useFigureName();
  const { value, low, high, share, missing, withheldReason } = to;
  return (
    <div>
      <dt>
        <FormattedMessage id={`board.goal.${label}`} />
      </dt>
      <dd>
        {value === null ? <Withheld reason={withheldReason} /> : amountWithUnit(intl, value, unit)}
        {share !== null && <span className="quiet"> {partText(intl, share)}</span>}
        {low !== null && high !== null && low !== high && (
          <small>
            <FormattedMessage
              id="board.band"
              values={{ low: decimalText(intl, low), high: decimalText(intl, high) }}
            />
          </small>
        )}
        {missing.length > 0 && (
          <small>
            <FormattedMessage id="board.goal.missing" values={{ figures: missing.map(nameOf).join(', ') }} />
          </small>
        )}
      </dd>
    </div>
  );
}
