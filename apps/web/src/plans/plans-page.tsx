import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlanHeadFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Empty } from '../shared/page.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { ForStaff } from '../shell/for-staff.js';
import { CallPlanOff, ClusterPlans, PlanProgress, PlanWhole } from './plans.graphql';
import { PlanChoice } from './plan-choice.js';
import { PlanResult } from './plan-result.js';
import { RequestForm } from './request-form.js';
import './plans.css';

const route = getRouteApi('/cluster/$slug/plans');
const POLL_MS = 500;

/** The set of exchanges that is best for all of a cluster: asked for, made, looked at, suggested to its firms. */
export function PlansPage() {
  const intl = useIntl();
  return (
    <ForStaff
      slug={route.useParams().slug}
      title={intl.formatMessage({ id: 'plans.title' })}
      lead={(cluster) => <FormattedMessage id="plans.lead" values={{ cluster }} />}
      others={<FormattedMessage id="plans.auditor" />}
    >
      {(clusterId) => <OfCluster clusterId={clusterId} />}
    </ForStaff>
  );
}

function OfCluster({ clusterId }: { readonly clusterId: string }) {
  const intl = useIntl();
  const { plan: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const result = useQuery(ClusterPlans, { variables: { clusterId } });
  const choose = (plan: string): void => void navigate({ search: { plan }, resetScroll: false });
  const onAsked = (id: string): void => {
    choose(id);
    void result.refetch().catch(() => undefined);
  };
  return (
    <div className="plans-stack">
      <RequestForm clusterId={clusterId} onAsked={onAsked} />
      <Whole result={result}>
        {({ plans }) => {
          const all = plans.edges.map(({ node }) => node);
          const chosen = asked ?? all[0]?.id;
          if (chosen === undefined) return <Empty title={intl.formatMessage({ id: 'plans.none' })} />;
          return (
            <>
              {all.length > 1 && <PlanChoice plans={all} chosen={chosen} choose={choose} />}
              <OnePlan key={chosen} id={chosen} />
            </>
          );
        }}
      </Whole>
    </div>
  );
}

const isUnderWay = (state: PlanHeadFragment['state'] | undefined): boolean =>
  state === 'QUEUED' || state === 'RUNNING';

function OnePlan({ id }: { readonly id: string }) {
  const intl = useIntl();
  const result = useQuery(PlanProgress, { variables: { id } });
  const { startPolling, stopPolling, data } = result;
  const running = isUnderWay(data?.plan?.state);
  useEffect(() => {
    if (running) startPolling(POLL_MS);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  return (
    <Whole result={result}>
      {({ plan }) => {
        if (plan === null) return <Empty title={intl.formatMessage({ id: 'plans.gone' })} />;
        return plan.state === 'DONE' ? <Done id={id} /> : <Waiting plan={plan} />;
      }}
    </Whole>
  );
}

function Waiting({ plan }: { readonly plan: PlanHeadFragment }) {
  const intl = useIntl();
  const { act, busy, trouble } = useAct(CallPlanOff);
  return (
    <section className="card plans-waiting" aria-live="polite">
      <p>
        <FormattedMessage id={`plans.state.${plan.state}`} values={{ failure: plan.failure }} />
      </p>
      {isUnderWay(plan.state) && (
        <>
          <progress
            max={100}
            value={plan.progress}
            aria-label={intl.formatMessage({ id: 'plans.progress' })}
          />
          <Refusal trouble={trouble} />
          <Button variant="secondary" data-size="sm" loading={busy} onClick={() => void act({ id: plan.id })}>
            <FormattedMessage id="plans.cancel" />
          </Button>
        </>
      )}
    </section>
  );
}

function Done({ id }: { readonly id: string }) {
  const intl = useIntl();
  const result = useQuery(PlanWhole, { variables: { id } });
  const again = (): void => void result.refetch().catch(() => undefined);
  return (
    <Whole result={result}>
      {({ plan }) =>
        plan?.result ? (
          <PlanResult planId={id} objective={plan.objective} result={plan.result} onSuggested={again} />
        ) : (
          <Empty title={intl.formatMessage({ id: 'plans.gone' })} />
        )
      }
    </Whole>
  );
}
