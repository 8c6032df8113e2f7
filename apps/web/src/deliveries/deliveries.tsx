import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DeliveryOfAgreementFragment } from '#operations';
import { Empty } from '../shared/page.js';
import './deliveries.css';
import type { DeliveredAgreement } from './delivered-agreement.js';
import { DeliveryForm } from './delivery-form.js';
import { DeliveryItem } from './delivery-item.js';

interface DeliveriesProps {
  readonly agreement: DeliveredAgreement;
  /** Asks for the agreement anew: what is left of it changes with every delivery. */
  readonly renew: () => void;
}

/** What has moved under an agreement, and what the viewer may do about each of it. */
export function Deliveries({ agreement, renew }: DeliveriesProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [corrected, setCorrected] = useState<DeliveryOfAgreementFragment>();
  const finish = (): void => {
    setOpen(false);
    setCorrected(undefined);
    renew();
  };
  const newestFirst = agreement.deliveries.toReversed();
  return (
    <section className="deliveries" aria-labelledby="deliveries-title">
      <header className="page-head">
        <Heading level={2} data-size="sm" id="deliveries-title">
          <FormattedMessage id="deliveries.title" />
        </Heading>
        {!isOpen && corrected === undefined && agreement.state !== 'COMING' && (
          <div className="page-actions">
            <Button onClick={() => setOpen(true)}>
              <PlusIcon aria-hidden /> <FormattedMessage id="deliveries.record" />
            </Button>
            <Button asChild variant="secondary">
              <Link to="/deliveries/import" search={{ agreement: agreement.id }}>
                <FormattedMessage id="deliveries.byFile" />
              </Link>
            </Button>
          </div>
        )}
      </header>
      {(isOpen || corrected !== undefined) && (
        <DeliveryForm
          key={corrected?.id ?? 'new'}
          agreement={agreement}
          corrected={corrected}
          onEnd={finish}
        />
      )}
      {newestFirst.length === 0 ? (
        <Empty title={intl.formatMessage({ id: 'deliveries.none.title' })}>
          <Paragraph className="quiet">
            <FormattedMessage
              id={agreement.state === 'COMING' ? 'deliveries.none.coming' : 'deliveries.none.lead'}
            />
          </Paragraph>
        </Empty>
      ) : (
        <ul className="deliveries-list">
          {newestFirst.map((delivery) => (
            <DeliveryItem
              key={delivery.id}
              delivery={delivery}
              correct={() => setCorrected(delivery)}
              renew={renew}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
