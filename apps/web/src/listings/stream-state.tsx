import { Tag } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { OwnStreamsQuery } from '#operations';
import { useWords } from './words.js';

type OwnStream = OwnStreamsQuery['listings']['edges'][number]['node'];

const COLOURS = {
  DRAFT: 'neutral',
  ACTIVE: 'success',
  PAUSED: 'warning',
  FULFILLED: 'info',
  EXPIRED: 'danger',
  WITHDRAWN: 'neutral',
} as const;

export const StateTag = ({ state }: Pick<OwnStream, 'state'>) => (
  <Tag data-size="sm" data-color={COLOURS[state]}>
    <FormattedMessage id={`listings.state.${state}`} />
  </Tag>
);

/** How lately its firm said that it is true, and until when that stands. */
export function Fresh({ state, freshness, confirmBy }: Pick<OwnStream, 'state' | 'freshness' | 'confirmBy'>) {
  const words = useWords();
  if (freshness === null || state === 'WITHDRAWN') return null;
  return (
    <span className="listings-fresh">
      <FormattedMessage id={`listings.freshness.${freshness}`} />
      {state === 'ACTIVE' && confirmBy !== null && (
        <small className="quiet">
          <FormattedMessage id="listings.confirmBy" values={{ day: words.day(confirmBy) }} />
        </small>
      )}
    </span>
  );
}
