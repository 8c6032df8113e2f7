import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import type { WorkbenchUnansweredQuery } from '#operations';
import { joined, More } from '../shared/more.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { DaysField, useDays } from './days.js';
import { FollowUp } from './follow-up.js';
import { MatchHeading } from './match-heading.js';
import { WorkbenchUnanswered } from './workbench.graphql';

/** Live matches that nobody has answered for long, the longest first. */
export function Unanswered({ clusterId }: { readonly clusterId: string }) {
  const intl = useIntl();
  const days = useDays(14);
  const result = useQuery(WorkbenchUnanswered, { variables: { clusterId, days } });
  useRenewal(['figuresChanged'], result);
  return (
    <div className="workbench-stack">
      <DaysField tab="unanswered" days={days} choices={[7, 14, 30, 90]} />
      <Whole result={result}>
        {({ workbench }) => {
          if (workbench === null) return null;
          const { edges, pageInfo } = workbench.unansweredMatches;
          if (edges.length === 0)
            return <Empty title={intl.formatMessage({ id: 'workbench.unanswered.none' })} />;
          return (
            <>
              <ul className="workbench-cards">
                {edges.map(({ node }) => (
                  <li key={node.id} className="workbench-card">
                    <MatchHeading match={node} level={2} />
                    <FollowUp clusterId={clusterId} match={node} />
                  </li>
                ))}
              </ul>
              <More pageInfo={pageInfo} fetchMore={(after) => result.fetchMore(next(after))} />
            </>
          );
        }}
      </Whole>
    </div>
  );
}

type Answer = WorkbenchUnansweredQuery;
const next = (after: string | null) => ({
  variables: { after },
  updateQuery: (before: Answer, { fetchMoreResult }: { fetchMoreResult: Answer }) =>
    before.workbench === null || fetchMoreResult.workbench === null
      ? before
      : {
          ...fetchMoreResult,
          workbench: {
            ...fetchMoreResult.workbench,
            unansweredMatches: joined(
              before.workbench.unansweredMatches,
              fetchMoreResult.workbench.unansweredMatches,
            ),
          },
        },
});
