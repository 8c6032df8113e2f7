import { Button, Details, Heading, Tag } from '@digdir/designsystemet-react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { InvitationRowFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { RevokeInvitation } from './members.graphql';

/** Those that wait for an answer, and behind them those that do not any more. */
export function InvitationList({ invitations }: { readonly invitations: readonly InvitationRowFragment[] }) {
  const open = invitations.filter(({ state }) => state === 'OPEN');
  const settled = invitations.filter(({ state }) => state !== 'OPEN');
  return (
    <section className="block" aria-labelledby="members-invited">
      <Heading level={2} data-size="2xs" id="members-invited">
        <FormattedMessage id="members.invited" values={{ count: open.length }} />
      </Heading>
      {open.length === 0 ? (
        <p className="quiet">
          <FormattedMessage id="members.invited.none" />
        </p>
      ) : (
        <Rows invitations={open} />
      )}
      {settled.length > 0 && (
        <Details>
          <Details.Summary>
            <FormattedMessage id="members.invited.settled" values={{ count: settled.length }} />
          </Details.Summary>
          <Details.Content>
            <Rows invitations={settled} />
          </Details.Content>
        </Details>
      )}
    </section>
  );
}

const Rows = ({ invitations }: { readonly invitations: readonly InvitationRowFragment[] }) => (
  <ul className="rows">
    {invitations.map((one) => (
      <Row key={one.id} invitation={one} />
    ))}
  </ul>
);

const COLOURS = { OPEN: 'info', ACCEPTED: 'success', EXPIRED: 'neutral', REVOKED: 'neutral' } as const;

const day = (value: string) => <FormattedDate value={value} dateStyle="medium" />;

function Row({ invitation }: { readonly invitation: InvitationRowFragment }) {
  const { email, role, firmName, state, invitedBy, invitedAt, expiresAt } = invitation;
  return (
    <li>
      <div className="row-main">
        <strong>{firmName ?? email}</strong>
        <span className="quiet">
          {firmName !== null && `${email} · `}
          <FormattedMessage id={`members.role.${role}`} />
        </span>
        <small className="quiet">
          <FormattedMessage
            id="members.invited.when"
            values={{ by: invitedBy ?? '–', at: day(invitedAt), until: day(expiresAt) }}
          />
        </small>
      </div>
      <div className="row-deeds">
        <Tag data-size="sm" data-color={COLOURS[state]}>
          <FormattedMessage id={`members.invited.state.${state}`} />
        </Tag>
        {state === 'OPEN' && <Revoke invitation={invitation} />}
      </div>
    </li>
  );
}

function Revoke({ invitation: { id, email } }: { readonly invitation: InvitationRowFragment }) {
  const intl = useIntl();
  const tell = useToast();
  const { act, busy, trouble } = useAct(RevokeInvitation);
  const revoke = async (): Promise<void> => {
    const done = await act({ id });
    if (done !== undefined) tell(<FormattedMessage id="members.revoke.done" values={{ email }} />);
  };
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        loading={busy}
        aria-label={intl.formatMessage({ id: 'members.revoke.of' }, { email })}
        onClick={() => void revoke()}
      >
        <FormattedMessage id="members.revoke" />
      </Button>
      <Refusal trouble={trouble} />
    </>
  );
}
