import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OfferedTransportFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Instant } from '../shared/instant.js';
import { Empty, Page } from '../shared/page.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { endsText, Facts } from './facts.js';
import { AnswerTransport, OfferedTransports } from './transport.graphql';
import './transport.css';

const COLOURS = { OFFERED: 'info', ACCEPTED: 'info', OPENED: 'success', DECLINED: 'neutral' } as const;

/** What the firm's agreements were offered: to share a lorry with an agreement of others, and its answers. */
export function JointTransportPage() {
  const intl = useIntl();
  const result = useQuery(OfferedTransports, { fetchPolicy: 'cache-and-network' });
  return (
    <Page
      title={intl.formatMessage({ id: 'transport.title' })}
      lead={<FormattedMessage id="transport.lead" />}
    >
      <Whole result={result}>
        {({ jointTransports }) =>
          jointTransports.length === 0 ? (
            <Empty title={intl.formatMessage({ id: 'transport.none' })}>
              <Paragraph>
                <FormattedMessage id="transport.noneWhy" />
              </Paragraph>
            </Empty>
          ) : (
            <ul className="transport-rows">
              {jointTransports.map((one) => (
                <Offered key={one.id} offered={one} />
              ))}
            </ul>
          )
        }
      </Whole>
    </Page>
  );
}

function Offered({ offered }: { readonly offered: OfferedTransportFragment }) {
  const intl = useIntl();
  const { state, accepted, agreementId, tours, nok, co2eKg, otherWithinKm, contact, offeredAt } = offered;
  return (
    <li className="card transport">
      <div className="transport-head">
        <Heading level={2} data-size="xs">
          <FormattedMessage id="transport.offered" values={{ day: <Instant at={offeredAt} day /> }} />
        </Heading>
        <Tag data-color={COLOURS[state]}>
          <FormattedMessage
            id={
              state === 'ACCEPTED'
                ? `transport.accepted.${accepted ? 'true' : 'false'}`
                : `transport.state.${state}`
            }
          />
        </Tag>
      </div>
      <Paragraph>
        <Link to="/agreements/$id" params={{ id: agreementId }}>
          <FormattedMessage id="transport.agreement" />
        </Link>
      </Paragraph>
      <Facts
        facts={[
          ['transport.tours', endsText(intl, tours)],
          ['transport.nok', endsText(intl, nok)],
          ['transport.co2e', endsText(intl, co2eKg)],
          ['transport.within', intl.formatNumber(otherWithinKm)],
        ]}
      />
      {contact !== null && (
        <Paragraph>
          <FormattedMessage id="transport.contact" values={{ firm: <strong>{contact}</strong> }} />
        </Paragraph>
      )}
      <Answer offered={offered} />
    </li>
  );
}

function Answer({ offered: { id, state, accepted } }: { readonly offered: OfferedTransportFragment }) {
  const { act, busy, trouble } = useAct(AnswerTransport);
  if (accepted || (state !== 'OFFERED' && state !== 'ACCEPTED')) return null;
  const answer = (accept: boolean): void => void act({ input: { id, accept } });
  return (
    <>
      <Paragraph className="quiet">
        <FormattedMessage id="transport.whatYes" />
      </Paragraph>
      <Refusal trouble={trouble} />
      <div className="transport-deeds">
        <Button loading={busy} onClick={() => answer(true)}>
          <FormattedMessage id="transport.yes" />
        </Button>
        <Button variant="secondary" disabled={busy} onClick={() => answer(false)}>
          <FormattedMessage id="transport.no" />
        </Button>
      </div>
    </>
  );
}
