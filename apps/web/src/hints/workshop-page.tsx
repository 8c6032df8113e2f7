import { Alert, Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { WorkshopMeetingQuery } from '#operations';
import { useLocale } from '../shared/locale.js';
import { joined, More } from '../shared/more.js';
import { Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { NotFound } from '../shell/not-found.js';
import { useCluster } from '../shell/use-cluster.js';
import { useRenewal } from '../shell/live.js';
import { CardForm } from './card-form.js';
import { CardsOnTable } from './cards-on-table.js';
import { WorkshopMeeting } from './hints.graphql';
import { UnsentCards } from './unsent-cards.js';
import { useCards } from './use-cards.js';
import '../shared/wide.css';
import './hints.css';

const route = getRouteApi('/cluster/$slug/workshops/$id');

/** A meeting on a tablet: what is said is written on cards, one after the other. */
export function WorkshopPage() {
  const { slug, id } = route.useParams();
  const member = useCluster(slug);
  return member?.role === 'CLUSTER_STAFF' ? (
    // Another meeting begins with its own cards.
    <Meeting key={id} id={id} slug={slug} clusterId={member.cluster.id} />
  ) : (
    <NotFound />
  );
}

interface MeetingProps {
  readonly id: string;
  readonly slug: string;
  readonly clusterId: string;
}

function Meeting({ id, slug, clusterId }: MeetingProps) {
  const result = useQuery(WorkshopMeeting, { variables: { id, clusterId, locale: useLocale() } });
  useRenewal(['figuresChanged'], result);
  const { refetch } = result;
  const refresh = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const { cards, isAway, sent, add, takeBack } = useCards(id, refresh);
  return (
    <Whole result={result}>
      {({ workshop, hints }) =>
        workshop === null ? (
          <NotFound />
        ) : (
          <Page title={workshop.name} lead={<Lead slug={slug} heldOn={workshop.heldOn} />}>
            <div className="hints-workshop" data-size="lg">
              <div className="hints-stack">
                <CardForm clusterId={clusterId} onAdd={add} />
                <div aria-live="polite" className="hints-stack">
                  {isAway && (
                    <Alert data-color="warning">
                      <FormattedMessage id="hints.cards.away" />
                    </Alert>
                  )}
                  {sent !== undefined && !isAway && (
                    <p className="hints-sent">
                      <FormattedMessage
                        id={`hints.cards.became.${sent.became}`}
                        values={{ text: sent.card.text, firm: sent.card.firmName }}
                      />
                    </p>
                  )}
                </div>
                <UnsentCards cards={cards} takeBack={takeBack} />
              </div>
              <div className="hints-stack">
                <CardsOnTable counts={workshop.counts} hints={hints} />
                <More pageInfo={hints.pageInfo} fetchMore={(after) => result.fetchMore(next(after))} />
                <Pairs pairs={workshop.possiblePairs} />
              </div>
            </div>
          </Page>
        )
      }
    </Whole>
  );
}

const next = (after: string | null) => ({
  variables: { after },
  updateQuery: (
    before: WorkshopMeetingQuery,
    { fetchMoreResult }: { fetchMoreResult: WorkshopMeetingQuery },
  ) => ({ ...fetchMoreResult, hints: joined(before.hints, fetchMoreResult.hints) }),
});

const Lead = ({ slug, heldOn }: { readonly slug: string; readonly heldOn: string }) => (
  <>
    <FormattedDate value={heldOn} dateStyle="long" timeZone="UTC" />
    {' · '}
    <Link to="/cluster/$slug/hints" params={{ slug }} search={{ tab: 'workshops' }}>
      <FormattedMessage id="hints.workshop.all" />
    </Link>
  </>
);

type Pair = NonNullable<WorkshopMeetingQuery['workshop']>['possiblePairs'][number];

/** Whom to bring together, by the material alone. */
function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const intl = useIntl();
  if (pairs.length === 0) return null;
  const share = (value: number) => intl.formatNumber(value, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <section className="block" aria-labelledby="hints-pairs">
      <Heading level={2} data-size="2xs" id="hints-pairs">
        <FormattedMessage id="hints.pairs" />
      </Heading>
      <p className="quiet">
        <FormattedMessage id="hints.pairs.what" />
      </p>
      <ul className="rows">
        {pairs.map(({ have, want, suitability }) => (
          <li key={`${have.id} ${want.id}`}>
            <span className="row-main">
              <span>
                <strong>{have.firmName}</strong>: {have.text}
              </span>
              <span>
                <strong>{want.firmName}</strong>: {want.text}
              </span>
            </span>
            <span className="quiet">
              <FormattedMessage id="hints.pairs.suits" values={{ share: share(suitability) }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
