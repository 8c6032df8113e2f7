import { useQuery } from '@apollo/client/react';
import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BoardFiguresQuery, ShownFigureFragment } from '#operations';
import { dayName } from '../shared/decimals.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { BoardFigures } from './board.graphql';
import type { Question } from './question.js';
import { Band, FigureNumber } from './figure-number.js';
import { Flows } from './flows.js';
import { Goals } from './goals.js';
import { useFigureName } from './names.js';
import type { BoardSearch, Change } from './search.js';

interface OverviewProps {
  readonly question: Question;
  readonly search: BoardSearch;
  readonly change: Change;
}

/** The year's figures, what they bring to the goals, and where it flows. */
export function Overview({ question, search, change }: OverviewProps) {
  const result = useQuery(BoardFigures, { variables: question });
  useRenewal(['figuresChanged'], result);
  return (
    <Whole result={result}>
      {({ circularity }) => (
        <>
          <Covered report={circularity} />
          <FigureCards figures={circularity.figures} set={search.set} />
          <Goals goals={circularity.goals} />
          <Flows flows={circularity.flows} unit={search.unit} choose={(unit) => change({ unit })} />
        </>
      )}
    </Whole>
  );
}

/** Others than the cluster's own get whole years, as far as they are published. */
function Covered({ report }: { readonly report: BoardFiguresQuery['circularity'] }) {
  const intl = useIntl();
  const { from, to, publishedUntil } = report;
  return (
    <Paragraph className="quiet">
      <FormattedMessage id="board.covered" values={{ from: dayName(intl, from), to: dayName(intl, to) }} />{' '}
      {publishedUntil !== null && (
        <FormattedMessage id="board.publishedUntil" values={{ day: dayName(intl, publishedUntil) }} />
      )}
    </Paragraph>
  );
}

interface FigureCardsProps {
  readonly figures: readonly ShownFigureFragment[];
  readonly set?: string | undefined;
}

const FigureCards = ({ figures, set }: FigureCardsProps) => (
  <section aria-labelledby="board-figures">
    <Heading id="board-figures" level={2} data-size="sm" className="unseen">
      <FormattedMessage id="board.figures" />
    </Heading>
    <ul className="board-cards">
      {figures.map((figure) => (
        <FigureCard key={figure.name} figure={figure} set={set} />
      ))}
    </ul>
  </section>
);

function FigureCard({
  figure,
  set,
}: {
  readonly figure: ShownFigureFragment;
  readonly set?: string | undefined;
}) {
  const nameOf = useFigureName();
  const { name, basis, entryCount, factorSet, value, withheldReason } = figure;
  return (
    <li className="card board-card">
      <h3>{nameOf(name)}</h3>
      <p className="board-value">
        <FigureNumber figure={figure} set={set} />
      </p>
      {value !== null && withheldReason !== null && (
        <p className="board-part">
          <FormattedMessage id="board.partOnly" />{' '}
          <FormattedMessage id={`board.withheld.${withheldReason}`} />
        </p>
      )}
      <p className="board-foot">
        <Tag data-size="sm" data-color="neutral">
          <FormattedMessage id={`board.basis.${basis}`} />
        </Tag>
        {entryCount !== null && (
          <span>
            <FormattedMessage id="board.entries" values={{ count: entryCount }} />
          </span>
        )}
        <Band figure={figure} />
        <span>
          <FormattedMessage id="board.underSet" values={{ set: factorSet }} />
        </span>
      </p>
    </li>
  );
}
