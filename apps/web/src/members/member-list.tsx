import { Button, Heading, Select, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { FirmRole, MemberRowFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Confirm } from '../shared/confirm.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { ChangeMemberRole, RemoveMember } from './members.graphql';
import { FIRM_ROLES } from './roles.js';

interface MemberListProps {
  readonly members: readonly MemberRowFragment[];
  /** Absent for the firm acted for. */
  readonly clusterId?: string;
  readonly onChanged: () => void;
}

export function MemberList({ members, clusterId, onChanged }: MemberListProps) {
  return (
    <section className="block" aria-labelledby="members-now">
      <Heading level={2} data-size="2xs" id="members-now">
        <FormattedMessage id="members.now" values={{ count: members.length }} />
      </Heading>
      <ul className="rows">
        {members.map((member) => (
          <Row key={member.id} member={member} clusterId={clusterId} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly member: MemberRowFragment;
  readonly clusterId: string | undefined;
  readonly onChanged: () => void;
}

function Row({ member, clusterId, onChanged }: RowProps) {
  const { name, email, self, lastSeenAt } = member;
  return (
    <li>
      <div className="row-main">
        <span>
          <strong>{name}</strong>{' '}
          {self && (
            <Tag data-size="sm" data-color="neutral">
              <FormattedMessage id="members.self" />
            </Tag>
          )}
        </span>
        <span className="quiet">{email}</span>
        <small className="quiet">
          {lastSeenAt === null ? (
            <FormattedMessage id="members.neverSeen" />
          ) : (
            <FormattedMessage
              id="members.lastSeen"
              values={{ at: <FormattedDate value={lastSeenAt} dateStyle="medium" timeStyle="short" /> }}
            />
          )}
        </small>
      </div>
      <div className="row-deeds">
        {clusterId === undefined ? (
          <Role member={member} />
        ) : (
          <FormattedMessage id={`members.role.${member.role}`} />
        )}
        <Remove member={member} clusterId={clusterId} onChanged={onChanged} />
      </div>
    </li>
  );
}

/** Chosen and at once so; refused it falls back to what it was. */
function Role({ member: { id, name, role } }: { readonly member: MemberRowFragment }) {
  const intl = useIntl();
  const tell = useToast();
  const { act, busy, trouble } = useAct(ChangeMemberRole);
  const change = async (chosen: FirmRole): Promise<void> => {
    const done = await act({ personId: id, role: chosen });
    if (done !== undefined) tell(<FormattedMessage id="members.role.changed" values={{ name }} />);
  };
  return (
    <div className="members-role">
      <Select
        data-size="sm"
        width="auto"
        aria-label={intl.formatMessage({ id: 'members.role.of' }, { name })}
        value={role}
        disabled={busy}
        onChange={({ target }) => void change(target.value as FirmRole)}
      >
        {FIRM_ROLES.map((one) => (
          <Select.Option key={one} value={one}>
            {intl.formatMessage({ id: `members.role.${one}` })}
          </Select.Option>
        ))}
      </Select>
      {trouble?.code === 'CONFLICT' ? <LastOne /> : <Refusal trouble={trouble} />}
    </div>
  );
}

const LastOne = () => (
  <p role="alert" className="members-last">
    <FormattedMessage id="members.last" />
  </p>
);

function Remove({ member: { id, name, self }, clusterId, onChanged }: RowProps) {
  const intl = useIntl();
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const { act, busy, trouble, forget } = useAct(RemoveMember);
  const close = (): void => {
    setAsking(false);
    forget();
  };
  const remove = async (): Promise<void> => {
    const done = await act({ personId: id, ...(clusterId === undefined ? {} : { clusterId }) });
    if (done === undefined) return;
    close();
    tell(<FormattedMessage id="members.remove.done" values={{ name }} />);
    onChanged();
  };
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        data-color="danger"
        aria-label={intl.formatMessage({ id: 'members.remove.of' }, { name })}
        onClick={() => setAsking(true)}
      >
        <FormattedMessage id={self ? 'members.remove.self' : 'members.remove'} />
      </Button>
      {asking && (
        <Confirm
          title={intl.formatMessage({ id: 'members.remove.title' }, { name })}
          deed={intl.formatMessage({ id: self ? 'members.remove.self' : 'members.remove' })}
          busy={busy}
          onDeed={() => void remove()}
          onClose={close}
        >
          <FormattedMessage id="members.remove.what" />
          {trouble?.code === 'CONFLICT' ? <LastOne /> : <Refusal trouble={trouble} />}
        </Confirm>
      )}
    </>
  );
}
