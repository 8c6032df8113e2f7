import { Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WorkbenchUnknownsQuery } from '#operations';
import { joined, More } from '../shared/more.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { checkText, factText } from './checks.js';
import { FollowUp } from './follow-up.js';
import { MatchHeading } from './match-heading.js';
import { WorkbenchUnknowns } from './workbench.graphql';

/** Facts that nobody has stated, each with the side that can. */
export function Unknowns({ clusterId }: { readonly clusterId: string }) {
  const intl = useIntl();
  const result = useQuery(WorkbenchUnknowns, { variables: { clusterId } });
  useRenewal(['figuresChanged'], result);
  return (
    <Whole result={result}>
      {({ workbench }) => {
        if (workbench === null) return null;
        const { edges, pageInfo } = workbench.unknowns;
        if (edges.length === 0) return <Empty title={intl.formatMessage({ id: 'workbench.unknown.none' })} />;
        return (
          <div className="workbench-stack">
            <ul className="workbench-cards">
              {edges.map(({ node }) => (
                <Unknown key={node.id} clusterId={clusterId} task={node} />
              ))}
            </ul>
            <More pageInfo={pageInfo} fetchMore={(after) => result.fetchMore(next(after))} />
          </div>
        );
      }}
    </Whole>
  );
}

type Answer = WorkbenchUnknownsQuery;
const next = (after: string | null) => ({
  variables: { after },
  updateQuery: (before: Answer, { fetchMoreResult }: { fetchMoreResult: Answer }) =>
    before.workbench === null || fetchMoreResult.workbench === null
      ? before
      : {
          ...fetchMoreResult,
          workbench: {
            ...fetchMoreResult.workbench,
            unknowns: joined(before.workbench.unknowns, fetchMoreResult.workbench.unknowns),
          },
        },
});

interface UnknownProps {
  readonly clusterId: string;
  readonly task: NonNullable<Answer['workbench']>['unknowns']['edges'][number]['node'];
}

function Unknown({ clusterId, task: { check, facts, turn, match } }: UnknownProps) {
  const intl = useIntl();
  const side = turn === 'GIVER' ? match.offer : match.need;
  return (
    <li className="workbench-card">
      <div>
        <h2 className="workbench-name">
          {checkText(intl, check)}{' '}
          <Tag data-size="sm" data-color="warning">
            <FormattedMessage id="workbench.unknown.open" />
          </Tag>
        </h2>
        <p>
          <FormattedMessage
            id={`workbench.unknown.ask.${turn}`}
            values={{
              firm: (
                <strong>
                  {side?.firm?.name ?? intl.formatMessage({ id: 'workbench.match.firmHidden' })}
                </strong>
              ),
              facts: intl.formatList(facts.map((fact) => factText(intl, fact))),
            }}
          />
        </p>
      </div>
      <MatchHeading match={match} level={3} />
      <FollowUp clusterId={clusterId} match={match} />
    </li>
  );
}
