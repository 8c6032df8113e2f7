import { useQuery } from '@apollo/client/react';
import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Breakdown } from '#operations';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { BoardBreakdown, BoardIndicators, BoardRatios } from './board.graphql';
import type { Question } from './question.js';
import { Groups } from './groups.js';
import { Indicators } from './indicator-list.js';
import { Ratios } from './ratios.js';
import { BREAKDOWNS, type BoardSearch, type Change } from './search.js';

interface PartsProps {
  readonly question: Question;
  readonly search: BoardSearch;
  readonly change: Change;
}

/** What the figures are made of, and what stands beside them. */
export const Parts = ({ question, search, change }: PartsProps) => (
  <>
    <BreakdownSection question={question} search={search} change={change} />
    <IndicatorSection question={question} search={search} />
    <RatioSection question={question} />
  </>
);

function BreakdownSection({ question, search, change }: PartsProps) {
  const by = search.by ?? 'MATERIAL_BRANCH';
  const result = useQuery(BoardBreakdown, { variables: { ...question, by } });
  useRenewal(['figuresChanged'], result);
  return (
    <section aria-labelledby="board-breakdown" className="board-section">
      <Heading id="board-breakdown" level={2} data-size="sm">
        <FormattedMessage id="board.breakdown" />
      </Heading>
      <BreakdownBy by={by} choose={(next) => change({ by: next })} />
      <Whole result={result}>
        {({ circularity }) => (
          <Groups
            by={by}
            groups={circularity.breakdown}
            of={search.of}
            choose={(of) => change({ of })}
            set={search.set}
          />
        )}
      </Whole>
    </section>
  );
}

interface BreakdownByProps {
  readonly by: Breakdown;
  readonly choose: (by: Breakdown) => void;
}

function BreakdownBy({ by, choose }: BreakdownByProps) {
  const intl = useIntl();
  return (
    <Field className="board-field">
      <Label>
        <FormattedMessage id="board.breakdown.by" />
      </Label>
      <Select value={by} onChange={({ target }) => choose(target.value as Breakdown)}>
        {BREAKDOWNS.map((one) => (
          <option key={one} value={one}>
            {intl.formatMessage({ id: `board.breakdown.${one}` })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function IndicatorSection({ question, search }: Pick<PartsProps, 'question' | 'search'>) {
  const result = useQuery(BoardIndicators, { variables: question });
  useRenewal(['figuresChanged'], result);
  return (
    <section aria-labelledby="board-indicators" className="board-section">
      <Heading id="board-indicators" level={2} data-size="sm">
        <FormattedMessage id="board.indicators" />
      </Heading>
      <Whole result={result}>
        {({ circularity }) => <Indicators indicators={circularity.indicators} set={search.set} />}
      </Whole>
    </section>
  );
}

function RatioSection({ question: { clusterId, from, to } }: Pick<PartsProps, 'question'>) {
  const result = useQuery(BoardRatios, { variables: { clusterId, from, to } });
  useRenewal(['figuresChanged'], result);
  return (
    <section aria-labelledby="board-ratios" className="board-section">
      <Heading id="board-ratios" level={2} data-size="sm">
        <FormattedMessage id="board.ratios" />
      </Heading>
      <Whole result={result}>
        {({ circularity: { ratios } }) =>
          ratios === null ? (
            <Paragraph className="quiet">
              <FormattedMessage id="board.withheld.NEVER_PUBLISHED" />
            </Paragraph>
          ) : (
            <Ratios ratios={ratios} />
          )
        }
      </Whole>
    </section>
  );
}
