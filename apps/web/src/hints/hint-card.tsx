import { Button, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { HintRowFragment } from '#operations';
import { InviteFirmDialog } from '../members/invite-firm.js';
import { useAct } from '../shared/act.js';
import { Confirm } from '../shared/confirm.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { RemoveHint, RemoveHintContact } from './hints.graphql';
import { TieDialog } from './tie-dialog.js';

interface HintCardProps {
  readonly clusterId: string;
  readonly hint: HintRowFragment;
  readonly onChanged: () => void;
}

const COLOURS = { UNCLAIMED: 'warning', TIED: 'info', CLAIMED: 'success', REJECTED: 'neutral' } as const;

export function HintCard({ clusterId, hint, onChanged }: HintCardProps) {
  const { state, side, text, firmName } = hint;
  return (
    <li>
      <div className="row-main">
        <span className="hints-head">
          <Tag data-size="sm" data-color={COLOURS[state]}>
            <FormattedMessage id={`hints.state.${state}`} />
          </Tag>
          <Tag data-size="sm" data-color="neutral">
            <FormattedMessage id={`hints.side.${side}`} />
          </Tag>
          <strong>{firmName ?? <FormattedMessage id="hints.gone.firm" />}</strong>
        </span>
        <span className="hints-text">{text ?? <FormattedMessage id="hints.gone" />}</span>
        <Facts hint={hint} />
      </div>
      <Deeds clusterId={clusterId} hint={hint} onChanged={onChanged} />
    </li>
  );
}

function Facts({ hint }: { readonly hint: HintRowFragment }) {
  const { amountText, siteName, municipalityNumber, material, source, statedAt, contactEmail } = hint;
  const words = [amountText, siteName, municipalityNumber].filter((word) => word !== null);
  return (
    <small className="quiet hints-facts">
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {material !== null && (
        <span>
          <FormattedMessage id="hints.material" values={{ material: material.label }} />
        </span>
      )}
      <span>
        {source} <FormattedDate value={statedAt} dateStyle="medium" />
      </span>
      {contactEmail !== null && <Contact hint={hint} email={contactEmail} />}
    </small>
  );
}

/** Kept for the invitation alone, and gone when somebody asks for it. */
function Contact({ hint: { id }, email }: { readonly hint: HintRowFragment; readonly email: string }) {
  const intl = useIntl();
  const { act, busy, trouble } = useAct(RemoveHintContact);
  return (
    <span>
      {email}{' '}
      <Button
        variant="tertiary"
        data-size="sm"
        loading={busy}
        aria-label={intl.formatMessage({ id: 'hints.contact.remove.of' }, { email })}
        onClick={() => void act({ id })}
      >
        <FormattedMessage id="hints.contact.remove" />
      </Button>
      <Refusal trouble={trouble} />
    </span>
  );
}

function Deeds({ clusterId, hint, onChanged }: HintCardProps) {
  const [open, setOpen] = useState<'tie' | 'invite'>();
  const close = (): void => setOpen(undefined);
  const { id, state, firmName, orgNumber, siteName, municipalityNumber, contactEmail } = hint;
  // What a firm has answered stays as it is.
  if (state === 'CLAIMED' || state === 'REJECTED') return null;
  const known = { name: firmName, orgNumber, siteName, municipalityNumber, email: contactEmail };
  return (
    <div className="row-deeds">
      {state === 'UNCLAIMED' && (
        <>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen('tie')}>
            <FormattedMessage id="hints.tie" />
          </Button>
          <Button variant="tertiary" data-size="sm" onClick={() => setOpen('invite')}>
            <FormattedMessage id="hints.invite" />
          </Button>
        </>
      )}
      <Remove hint={hint} onChanged={onChanged} />
      {open === 'tie' && <TieDialog clusterId={clusterId} hint={hint} onTied={onChanged} onClose={close} />}
      {open === 'invite' && (
        <InviteFirmDialog
          clusterId={clusterId}
          known={{ ...present(known), hintIds: [id] }}
          onInvited={onChanged}
          onClose={close}
        />
      )}
    </div>
  );
}

const present = (known: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

function Remove({ hint: { id, text, firmName }, onChanged }: Omit<HintCardProps, 'clusterId'>) {
  const intl = useIntl();
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const { act, busy, trouble } = useAct(RemoveHint);
  const remove = async (): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    setAsking(false);
    tell(<FormattedMessage id="hints.remove.done" />);
    onChanged();
  };
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        data-color="danger"
        aria-label={intl.formatMessage({ id: 'hints.remove.of' }, { text: text ?? '' })}
        onClick={() => setAsking(true)}
      >
        <FormattedMessage id="hints.remove" />
      </Button>
      {asking && (
        <Confirm
          title={intl.formatMessage({ id: 'hints.remove.title' })}
          deed={intl.formatMessage({ id: 'hints.remove' })}
          busy={busy}
          onDeed={() => void remove()}
          onClose={() => setAsking(false)}
        >
          <FormattedMessage id="hints.remove.what" values={{ text: text ?? '', firm: firmName ?? '' }} />
          <Refusal trouble={trouble} />
        </Confirm>
      )}
    </>
  );
}
