import { useQuery } from '@apollo/client/react';
import { Heading, Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FirmFigureBasis, FirmFiguresReportQuery, FlowDirection } from '#operations';
import { EntriesProvider } from '../shared/entries.js';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { useViewer } from '../shell/viewer.js';
import { BoardClusters } from './board.graphql';
import { Controls } from './controls.js';
import { FirmFiguresReport, FirmGoalsReport, FirmRatiosReport } from './firm-figures.graphql';
import { GoalForms } from './goal-forms.js';
import { Goals } from './goals.js';
import { Indicators } from './indicator-list.js';
import { instantsOf, yearInOslo, yearOfPeriod } from './period.js';
import { Ratios } from './ratios.js';
import { LEDGER_BASES, oneOf, type Change } from './search.js';
import { StatedTotalsForm } from './totals-form.js';
import './board.css';

/** What the firm acted for gives and takes, its own goals, and what it states of its year. */
export function FirmPage() {
  const intl = useIntl();
  const { acting } = useViewer();
  const search = useSearch({ from: '/figures' });
  const navigate = useNavigate({ from: '/figures' });
  const change: Change = useCallback(
    (next) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
    [navigate],
  );
  const period = search.period ?? yearInOslo(new Date());
  const span = useMemo(() => instantsOf(period), [period]);
  const title = intl.formatMessage({ id: 'board.firm.title' });
  if (acting === undefined)
    return (
      <Page title={title}>
        <Empty title={intl.formatMessage({ id: 'board.firm.none' })} />
      </Page>
    );
  return (
    <Page
      title={title}
      lead={<FormattedMessage id="board.firm.lead" values={{ firm: acting.firm.name }} />}
      actions={<ClusterLinks />}
    >
      <EntriesProvider mayOpen>
        <Controls search={search} change={change} canCompare={false} bases={LEDGER_BASES} />
        <OwnFigures span={span} basis={oneOf(LEDGER_BASES, search.basis) ?? 'DELIVERED'} />
        <OwnGoals span={span} isAdmin={acting.role === 'FIRM_ADMIN'} />
        <OwnYear year={yearOfPeriod(period)} isAdmin={acting.role === 'FIRM_ADMIN'} />
      </EntriesProvider>
    </Page>
  );
}

/** The figures of the clusters that the firm is in, as they are published. */
function ClusterLinks() {
  const { data } = useQuery(BoardClusters);
  return data?.viewer?.clusters.map(({ id, slug, name }) => (
    <Link key={id} to="/cluster/$slug/board" params={{ slug }}>
      <FormattedMessage id="board.firm.cluster" values={{ cluster: name }} />
    </Link>
  ));
}

interface Span {
  readonly from: string;
  readonly to: string;
}

interface OwnFiguresProps {
  readonly span: Span;
  readonly basis: FirmFigureBasis;
}

function OwnFigures({ span, basis }: OwnFiguresProps) {
  const result = useQuery(FirmFiguresReport, { variables: { ...span, basis } });
  useRenewal(['agreementChanged'], result);
  return <Whole result={result}>{({ firmFigures }) => <Sides figures={firmFigures} />}</Whole>;
}

const SIDES = ['outgoing', 'incoming', 'attributed'] as const;
type Side = (typeof SIDES)[number];
const DIRECTION: Readonly<Record<Side, FlowDirection | undefined>> = {
  outgoing: 'OUTGOING',
  incoming: 'INCOMING',
  attributed: undefined,
};

/** Two views of flows, which are never added, and half of each exchange. */
function Sides({ figures }: { readonly figures: FirmFiguresReportQuery['firmFigures'] }) {
  const intl = useIntl();
  const [side, setSide] = useState<Side>('outgoing');
  return (
    <section aria-labelledby="board-own" className="board-section">
      <Heading id="board-own" level={2} data-size="sm">
        <FormattedMessage id="board.figures" />
      </Heading>
      <ToggleGroup
        aria-label={intl.formatMessage({ id: 'board.firm.side' })}
        value={side}
        onChange={(next) => setSide(oneOf(SIDES, next) ?? 'outgoing')}
      >
        {SIDES.map((one) => (
          <ToggleGroup.Item key={one} value={one}>
            {intl.formatMessage({ id: `board.firm.${one}` })}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      <Paragraph className="quiet">
        <FormattedMessage id={`board.firm.${side}.lead`} />
      </Paragraph>
      <Indicators indicators={figures[side]} direction={DIRECTION[side]} />
    </section>
  );
}

function OwnGoals({ span, isAdmin }: { readonly span: Span; readonly isAdmin: boolean }) {
  const result = useQuery(FirmGoalsReport, { variables: span });
  useRenewal(['agreementChanged'], result);
  return (
    <>
      <Whole result={result}>{({ firmGoals }) => <Goals goals={firmGoals} />}</Whole>
      {isAdmin && <GoalForms clusterId={undefined} onSet={() => void result.refetch()} />}
    </>
  );
}

function OwnYear({ year, isAdmin }: { readonly year: number; readonly isAdmin: boolean }) {
  const result = useQuery(FirmRatiosReport, { variables: { year } });
  useRenewal(['agreementChanged'], result);
  return (
    <>
      <section aria-labelledby="board-ratios" className="board-section">
        <Heading id="board-ratios" level={2} data-size="sm">
          <FormattedMessage id="board.ratios" />
        </Heading>
        <Whole result={result}>{({ firmRatios }) => <Ratios ratios={firmRatios} />}</Whole>
      </section>
      <StatedTotalsForm year={year} isAdmin={isAdmin} onStated={() => void result.refetch()} />
    </>
  );
}
