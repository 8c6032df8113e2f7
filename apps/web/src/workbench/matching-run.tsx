import { Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { MatchingUnderWay } from './workbench.graphql';

/** A run takes minutes; it moves on visibly in this time. */
const POLL_MS = 3000;

/** How far the matching by new rules is, for as long as it goes on: until then lists hold what the old ones found. */
export function MatchingRun() {
  const intl = useIntl();
  const { data, startPolling, stopPolling } = useQuery(MatchingUnderWay);
  const run = data?.matchingRun ?? undefined;
  const { state } = run ?? {};
  const isUnderWay = state === 'RUNNING' || state === 'PAUSED';
  useEffect(() => {
    if (isUnderWay) startPolling(POLL_MS);
    return stopPolling;
  }, [isUnderWay, startPolling, stopPolling]);
  if (run === undefined || !isUnderWay) return null;
  const { listings, done, expectedEnd } = run;
  return (
    <section className="card workbench-run" aria-labelledby="workbench-run">
      <Heading level={2} data-size="2xs" id="workbench-run">
        <FormattedMessage id="workbench.run" />
      </Heading>
      <p>
        <FormattedMessage id={`workbench.run.${state}`} values={{ done, listings }} />
      </p>
      <progress max={listings} value={done} aria-label={intl.formatMessage({ id: 'workbench.run' })} />
      {expectedEnd !== null && (
        <p className="quiet">
          <FormattedMessage
            id="workbench.run.end"
            values={{ at: <FormattedDate value={expectedEnd} dateStyle="medium" timeStyle="short" /> }}
          />
        </p>
      )}
    </section>
  );
}
