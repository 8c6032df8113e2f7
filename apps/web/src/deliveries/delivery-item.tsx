import { Button, Details, Paragraph, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DeliveryOfAgreementFragment } from '#operations';
import { Refusal } from '../shared/refusal.js';
import { useWords } from '../negotiation/words.js';
import { useAct } from '../shared/act.js';
import { useToast } from '../shell/toasts.js';
import { VerifyOneDelivery } from './delivery.graphql';
import { Papers } from './papers.js';

interface DeliveryItemProps {
  readonly delivery: DeliveryOfAgreementFragment;
  readonly correct: () => void;
  readonly renew: () => void;
}

/** One delivery: what, when, whether both sides say so, and its papers. */
export function DeliveryItem({ delivery, correct, renew }: DeliveryItemProps) {
  const words = useWords();
  const tell = useToast();
  const { act, busy, trouble } = useAct(VerifyOneDelivery);
  const { id, amount, unit, deliveredOn, verified, byViewer, papers } = delivery;
  const verify = async (): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    tell(<FormattedMessage id="deliveries.verified" values={{ amount: words.amount(amount, unit) }} />);
    renew();
  };
  const kept = papers.filter(({ removedAt }) => removedAt === null);
  return (
    <li className="deliveries-item">
      <div className="deliveries-what">
        <strong>{words.amount(amount, unit)}</strong>
        <span>{words.day(deliveredOn)}</span>
        <DeliveryTag verified={verified} byViewer={byViewer} />
      </div>
      <Particulars delivery={delivery} />
      <div className="deliveries-deeds">
        {!verified && !byViewer && (
          <Button data-size="sm" onClick={() => void verify()} loading={busy}>
            <FormattedMessage id="deliveries.verify" />
          </Button>
        )}
        <Button data-size="sm" variant="secondary" onClick={correct}>
          <FormattedMessage id="deliveries.correct" />
        </Button>
      </div>
      <Refusal trouble={trouble} />
      <Details className="deliveries-papers">
        <Details.Summary>
          <FormattedMessage id="deliveries.papers" values={{ count: kept.length }} />
        </Details.Summary>
        <Details.Content>
          <Papers delivery={delivery} renew={renew} />
        </Details.Content>
      </Details>
    </li>
  );
}

/** Colour says it once more, never alone. */
const DeliveryTag = ({ verified, byViewer }: { readonly verified: boolean; readonly byViewer: boolean }) => (
  <Tag data-color={verified ? 'success' : 'warning'} data-size="sm">
    <FormattedMessage
      id={
        verified
          ? 'deliveries.state.verified'
          : byViewer
            ? 'deliveries.state.waitsForThem'
            : 'deliveries.state.waitsForUs'
      }
    />
  </Tag>
);

function Particulars({ delivery }: Pick<DeliveryItemProps, 'delivery'>) {
  const intl = useIntl();
  const words = useWords();
  const { reference, distanceKm, byViewer, recordedAt, verifiedAt } = delivery;
  const km = intl.formatNumber(distanceKm, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 1,
  });
  return (
    <Paragraph data-size="sm" className="quiet">
      {reference !== null && (
        <>
          <FormattedMessage id="deliveries.reference" values={{ reference }} />
          {' · '}
        </>
      )}
      {km}
      {' · '}
      <FormattedMessage
        id={byViewer ? 'deliveries.recordedByUs' : 'deliveries.recordedByThem'}
        values={{ day: words.dayOf(recordedAt) }}
      />
      {'. '}
      {verifiedAt === null ? (
        <FormattedMessage id="deliveries.ledger.delivered" />
      ) : (
        <FormattedMessage id="deliveries.ledger.verified" values={{ day: words.dayOf(verifiedAt) }} />
      )}
    </Paragraph>
  );
}
