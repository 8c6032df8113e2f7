import { Switch, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { WorkbenchTasksQuery } from '#operations';
import { joined, More } from '../shared/more.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { FollowUp } from './follow-up.js';
import { MatchHeading } from './match-heading.js';
import { NextStepDone } from './next-step.js';
import { WorkbenchTasks } from './workbench.graphql';

const route = getRouteApi('/cluster/$slug/workbench');

/** Next steps that are to be done, by their day. */
export function Tasks({ clusterId }: { readonly clusterId: string }) {
  const { mine = false } = route.useSearch();
  const navigate = route.useNavigate();
  const result = useQuery(WorkbenchTasks, { variables: { clusterId, mine } });
  useRenewal(['figuresChanged'], result);
  const choose = (checked: boolean): void =>
    void navigate({ search: { tab: 'tasks', ...(checked && { mine: true as const }) } });
  return (
    <div className="workbench-stack">
      <Switch
        label={<FormattedMessage id="workbench.tasks.mine" />}
        checked={mine}
        onChange={({ target }) => choose(target.checked)}
      />
      <Whole result={result}>
        {({ workbench }) =>
          workbench !== null && (
            <>
              <TaskList clusterId={clusterId} tasks={workbench.tasks} refresh={result.refetch} />
              <More
                pageInfo={workbench.tasks.pageInfo}
                fetchMore={(after) => result.fetchMore(next(after))}
              />
            </>
          )
        }
      </Whole>
    </div>
  );
}

const next = (after: string | null) => ({
  variables: { after },
  updateQuery: (
    before: WorkbenchTasksQuery,
    { fetchMoreResult }: { fetchMoreResult: WorkbenchTasksQuery },
  ) =>
    before.workbench === null || fetchMoreResult.workbench === null
      ? before
      : {
          ...fetchMoreResult,
          workbench: {
            ...fetchMoreResult.workbench,
            tasks: joined(before.workbench.tasks, fetchMoreResult.workbench.tasks),
          },
        },
});

type TaskPage = NonNullable<WorkbenchTasksQuery['workbench']>['tasks'];

interface TaskListProps {
  readonly clusterId: string;
  readonly tasks: TaskPage;
  readonly refresh: () => Promise<unknown>;
}

function TaskList({ clusterId, tasks, refresh }: TaskListProps) {
  const intl = useIntl();
  if (tasks.edges.length === 0)
    return (
      <Empty title={intl.formatMessage({ id: 'workbench.tasks.none' })}>
        <p className="quiet">
          <FormattedMessage id="workbench.tasks.none.how" />
        </p>
      </Empty>
    );
  const again = (): void => void refresh().catch(() => undefined);
  return (
    <ul className="workbench-cards">
      {tasks.edges.map(({ node: { step, match } }) => (
        <li key={step.id} className="workbench-card">
          <div className="workbench-task">
            <div>
              <h2 className="workbench-name">{step.text}</h2>
              <Due step={step} />
            </div>
            <NextStepDone clusterId={clusterId} step={step} onDone={again} />
          </div>
          <MatchHeading match={match} level={3} />
          <FollowUp clusterId={clusterId} match={match} onChanged={again} />
        </li>
      ))}
    </ul>
  );
}

function Due({
  step: { dueOn, overdue, assignedTo },
}: {
  readonly step: TaskPage['edges'][number]['node']['step'];
}) {
  const day = <FormattedDate value={dueOn} dateStyle="medium" timeZone="UTC" />;
  return (
    <p className="workbench-facts">
      {overdue ? (
        <Tag data-size="sm" data-color="danger">
          <FormattedMessage id="workbench.step.overdue" values={{ day }} />
        </Tag>
      ) : (
        <span>
          <FormattedMessage id="workbench.step.due" values={{ day }} />
        </span>
      )}
      {assignedTo !== null && <span className="quiet">{assignedTo}</span>}
    </p>
  );
}
