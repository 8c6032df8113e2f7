import { Button, Link as MailLink, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { WorkbenchStaleQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { joined, More } from '../shared/more.js';
import { Empty } from '../shared/page.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { useRenewal } from '../shell/live.js';
import { DaysField, useDays } from './days.js';
import { Side } from './match-heading.js';
import { ConfirmForFirm, PauseForFirm, WorkbenchStale } from './workbench.graphql';

/** Listings that their firms have not said to be true for long, the longest ago first. */
export function Stale({ clusterId }: { readonly clusterId: string }) {
  const intl = useIntl();
  const days = useDays(60);
  const result = useQuery(WorkbenchStale, { variables: { clusterId, days } });
  useRenewal(['figuresChanged'], result);
  const refresh = (): void => void result.refetch().catch(() => undefined);
  return (
    <div className="workbench-stack">
      <DaysField tab="stale" days={days} choices={[30, 60, 80, 120]} />
      <Whole result={result}>
        {({ workbench }) => {
          if (workbench === null) return null;
          const { edges, pageInfo } = workbench.staleListings;
          if (edges.length === 0) return <Empty title={intl.formatMessage({ id: 'workbench.stale.none' })} />;
          return (
            <>
              <ul className="rows">
                {edges.map(({ cursor, node }) => (
                  <Row key={cursor} stale={node} onChanged={refresh} />
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

type Answer = WorkbenchStaleQuery;
const next = (after: string | null) => ({
  variables: { after },
  updateQuery: (before: Answer, { fetchMoreResult }: { fetchMoreResult: Answer }) =>
    before.workbench === null || fetchMoreResult.workbench === null
      ? before
      : {
          ...fetchMoreResult,
          workbench: {
            ...fetchMoreResult.workbench,
            staleListings: joined(before.workbench.staleListings, fetchMoreResult.workbench.staleListings),
          },
        },
});

type StaleListing = NonNullable<Answer['workbench']>['staleListings']['edges'][number]['node'];
type Listing = NonNullable<StaleListing['listing']>;

interface RowProps {
  readonly stale: StaleListing;
  readonly onChanged: () => void;
}

function Row({ stale: { listing, confirmedAt, mayEdit }, onChanged }: RowProps) {
  return (
    <li>
      <div className="row-main">
        <Side listing={listing} />
        <span className="workbench-facts quiet">
          {listing !== null && (
            <Tag data-size="sm" data-color="neutral">
              <FormattedMessage id={`workbench.side.${listing.side}`} />
            </Tag>
          )}
          <FormattedMessage
            id="workbench.stale.confirmed"
            values={{ day: <FormattedDate value={confirmedAt} dateStyle="medium" timeZone="Europe/Oslo" /> }}
          />
        </span>
      </div>
      {listing !== null && (
        <div className="row-deeds">
          <Nudge listing={listing} confirmedAt={confirmedAt} />
          {mayEdit ? (
            <ForFirm listing={listing} onChanged={onChanged} />
          ) : (
            <small className="quiet workbench-why">
              <FormattedMessage id="workbench.stale.mayNot" />
            </small>
          )}
        </div>
      )}
    </li>
  );
}

interface NudgeProps {
  readonly listing: Listing;
  readonly confirmedAt: string;
}

/** A mail of one's own, begun: whom it goes to is for the sender to know. */
function Nudge({ listing: { id, title }, confirmedAt }: NudgeProps) {
  const intl = useIntl();
  const day = intl.formatDate(confirmedAt, { dateStyle: 'medium', timeZone: 'Europe/Oslo' });
  const subject = intl.formatMessage({ id: 'workbench.nudge.subject' }, { title });
  const url = `${location.origin}/listings/${id}`;
  const body = intl.formatMessage({ id: 'workbench.nudge.body' }, { title, day, url });
  return (
    <MailLink href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}>
      <FormattedMessage id="workbench.nudge" />
    </MailLink>
  );
}

/** What staff do in a firm's place, where it lets them; each act stands in the firm's log with who did it. */
function ForFirm({
  listing: { id, title, state },
  onChanged,
}: { readonly listing: Listing } & Pick<RowProps, 'onChanged'>) {
  const intl = useIntl();
  const tell = useToast();
  const confirm = useAct(ConfirmForFirm);
  const pause = useAct(PauseForFirm);
  const confirmed = async (): Promise<void> => {
    if ((await confirm.act({ id })) === undefined) return;
    tell(<FormattedMessage id="workbench.stale.confirm.done" values={{ title }} />);
    onChanged();
  };
  const paused = async (): Promise<void> => {
    if ((await pause.act({ id })) === undefined) return;
    tell(<FormattedMessage id="workbench.stale.pause.done" values={{ title }} />);
    onChanged();
  };
  return (
    <>
      <Button
        data-size="sm"
        variant="secondary"
        loading={confirm.busy}
        aria-label={intl.formatMessage({ id: 'workbench.stale.confirm.of' }, { title })}
        onClick={() => void confirmed()}
      >
        <FormattedMessage id="workbench.stale.confirm" />
      </Button>
      {state === 'ACTIVE' && (
        <Button
          data-size="sm"
          variant="tertiary"
          loading={pause.busy}
          aria-label={intl.formatMessage({ id: 'workbench.stale.pause.of' }, { title })}
          onClick={() => void paused()}
        >
          <FormattedMessage id="workbench.stale.pause" />
        </Button>
      )}
      <Refusal trouble={confirm.trouble ?? pause.trouble} />
    </>
  );
}
