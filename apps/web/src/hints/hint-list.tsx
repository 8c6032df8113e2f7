import { Chip } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { HintListQuery, HintState } from '#operations';
import { joined, More } from '../shared/more.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { HintCard } from './hint-card.js';
import { HintList as HintListDocument } from './hints.graphql';
import { useLocale } from '../shared/locale.js';
import { STATES } from './search.js';

const route = getRouteApi('/cluster/$slug/hints');

/** All that is said, by what became of it. */
export function HintList({ clusterId }: { readonly clusterId: string }) {
  const { state } = route.useSearch();
  const variables = { clusterId, locale: useLocale(), ...(state !== undefined && { state }) };
  const result = useQuery(HintListDocument, { variables });
  useRenewal(['figuresChanged'], result);
  const refresh = (): void => void result.refetch().catch(() => undefined);
  return (
    <Whole result={result}>
      {({ hintCounts, hints }) => (
        <div className="hints-stack">
          <States counts={hintCounts} chosen={state} />
          {hints.edges.length === 0 ? (
            <NoHints />
          ) : (
            <ul className="rows">
              {hints.edges.map(({ node }) => (
                <HintCard key={node.id} clusterId={clusterId} hint={node} onChanged={refresh} />
              ))}
            </ul>
          )}
          <More pageInfo={hints.pageInfo} fetchMore={(after) => result.fetchMore(next(after))} />
        </div>
      )}
    </Whole>
  );
}

const next = (after: string | null) => ({
  variables: { after },
  updateQuery: (before: HintListQuery, { fetchMoreResult }: { fetchMoreResult: HintListQuery }) => ({
    ...fetchMoreResult,
    hints: joined(before.hints, fetchMoreResult.hints),
  }),
});

interface StatesProps {
  readonly counts: HintListQuery['hintCounts'];
  readonly chosen: HintState | undefined;
}

function States({ counts, chosen }: StatesProps) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const count = {
    UNCLAIMED: counts.unclaimed,
    TIED: counts.tied,
    CLAIMED: counts.claimed,
    REJECTED: counts.rejected,
  } as const;
  const choose = (state: HintState | undefined): void =>
    void navigate({ search: { tab: 'list', ...(state !== undefined && { state }) } });
  return (
    <fieldset className="hints-states">
      <legend className="unseen">
        <FormattedMessage id="hints.states" />
      </legend>
      <Chip.Radio name="state" value="" checked={chosen === undefined} onChange={() => choose(undefined)}>
        {intl.formatMessage({ id: 'hints.state.all' })}
      </Chip.Radio>
      {STATES.map((one) => (
        <Chip.Radio key={one} name="state" value={one} checked={chosen === one} onChange={() => choose(one)}>
          {intl.formatMessage({ id: `hints.state.${one}` })} ({count[one]})
        </Chip.Radio>
      ))}
    </fieldset>
  );
}

function NoHints() {
  const intl = useIntl();
  const { slug } = route.useParams();
  return (
    <Empty title={intl.formatMessage({ id: 'hints.none' })}>
      <p className="quiet">
        <FormattedMessage id="hints.none.how" />
      </p>
      <Link to="/cluster/$slug/hints" params={{ slug }} search={{ tab: 'import' }}>
        <FormattedMessage id="hints.none.import" />
      </Link>
    </Empty>
  );
}
