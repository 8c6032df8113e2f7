import { useQuery } from '@apollo/client/react';
import { Button, Heading } from '@digdir/designsystemet-react';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WholeMatchFragment } from '#operations';
import type { TextId } from '../texts/catalogue.js';
import { useLanguage } from '../shared/language.js';
import { Empty, Page } from '../shared/page.js';
import { Loading, Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { CheckGroups } from './check-groups.js';
import { Decline } from './decline.js';
import { MatchDisclosure } from './disclosure.js';
import { isLive } from './live-states.js';
import { MatchFacts } from './match-facts.js';
import { MatchHead } from './match-head.js';
import { MatchWhole } from './match.graphql';
import { Score, TermBars } from './score.js';
import { Sides } from './sides.js';
import { useNewMatches, useRead } from './use-new-matches.js';
import { Value } from './value.js';
import { wordFor } from './words.js';
import './matches.css';
import './reasons.css';
import './match-page.css';

/** The map is large, and forms and dialogs of the negotiation come after what the match is. */
const RouteMap = lazy(() =>
  import('../shared/map/route-map.js').then((part) => ({ default: part.RouteMap })),
);
const PlanSuggestion = lazy(() =>
  import('../plans/suggestion.js').then((part) => ({ default: part.PlanSuggestion })),
);
const Thread = lazy(() => import('../negotiation/thread.js').then((part) => ({ default: part.Thread })));

/** One match with everything that speaks for and against it, what is still hidden, and the way on. */
export function MatchPage() {
  const { id } = useParams({ from: '/matches/$id' });
  const intl = useIntl();
  const result = useQuery(MatchWhole, { variables: { id } });
  useRenewal(['matchFound', 'proposalChanged', 'agreementChanged'], result);
  useRead(id);
  return (
    <Whole result={result}>
      {({ match }) =>
        match === null ? (
          <Page title={intl.formatMessage({ id: 'matches.title' })}>
            <Empty title={intl.formatMessage({ id: 'matches.none' })}>
              <Link to="/matches">
                <FormattedMessage id="matches.toAll" />
              </Link>
            </Empty>
          </Page>
        ) : (
          <Explained match={match} again={result.refetch} />
        )
      }
    </Whole>
  );
}

interface ExplainedProps {
  readonly match: WholeMatchFragment;
  readonly again: () => Promise<unknown>;
}

function Explained({ match, again }: ExplainedProps) {
  const { language } = useLanguage();
  const isNew = useNewMatches().has(match.id);
  const [declining, setDeclining] = useState(false);
  const close = (declined: boolean): void => {
    setDeclining(false);
    if (declined) void again().catch(() => undefined);
  };
  return (
    <Page
      title={`${match.offer.material[language]} → ${match.need.material[language]}`}
      actions={
        isLive(match.state) && (
          <Button variant="secondary" onClick={() => setDeclining(true)}>
            <FormattedMessage id="matches.decline.open" />
          </Button>
        )
      }
    >
      <section className="card match">
        <MatchHead match={match} isNew={isNew} />
        <Sides match={match} />
        <MatchFacts match={match} />
      </section>
      <Suspense fallback={<Loading />}>
        <PlanSuggestion matchId={match.id} />
        <Thread matchId={match.id} />
      </Suspense>
      <Part title="matches.part.score">
        <Score terms={match.terms} />
        <TermBars match={match} />
      </Part>
      <Part title="matches.part.checks">
        <CheckGroups match={match} />
      </Part>
      <Part title="matches.part.value">
        <Value match={match} />
      </Part>
      <Part title="matches.part.route">
        <Suspense fallback={<Loading />}>
          <RouteMap match={match} />
        </Suspense>
      </Part>
      <Part title="matches.part.disclosure" id="disclosure">
        <MatchDisclosure match={match} />
      </Part>
      <Part title="matches.part.basis">
        <Basis match={match} />
      </Part>
      {declining && <Decline matchId={match.id} onClose={close} />}
    </Page>
  );
}

interface PartProps {
  readonly title: TextId;
  /** Where a link within the page leads to. */
  readonly id?: string;
  readonly children: ReactNode;
}

function Part({ title, id, children }: PartProps) {
  const heading = useId();
  return (
    <section className="card match-part" aria-labelledby={heading} id={id}>
      <Heading level={2} data-size="xs" id={heading}>
        <FormattedMessage id={title} />
      </Heading>
      {children}
    </section>
  );
}

/** What the figures stand on, so that anybody can reckon them again. */
function Basis({ match }: { readonly match: WholeMatchFragment }) {
  const intl = useIntl();
  const { language } = useLanguage();
  const { evidence, treatment, ruleSet, factorSet, byProduct, servesAs } = match;
  const facts: readonly (readonly [TextId, ReactNode])[] = [
    ['matches.basis.byProduct', byProduct[language]],
    ['matches.basis.servesAs', servesAs?.[language] ?? intl.formatMessage({ id: 'matches.basis.unsaid' })],
    [
      'matches.basis.treatment',
      treatment === null
        ? intl.formatMessage({ id: 'matches.basis.untreated' })
        : wordFor(intl, `matches.treatment.${treatment.replace('treatment:', '')}`, treatment),
    ],
    ['matches.basis.evidence', <span lang="en">{evidence}</span>],
    ['matches.basis.ruleSet', ruleSet],
    ['matches.basis.factorSet', factorSet],
  ];
  return (
    <dl className="match-basis">
      {facts.map(([id, value]) => (
        <div key={id}>
          <dt>
            <FormattedMessage id={id} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
