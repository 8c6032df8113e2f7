import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OwnStreamsQuery } from '#operations';
import { useAct, type Trouble } from '../shared/act.js';
import { useToast } from '../shell/toasts.js';
import { Refusal } from '../shared/refusal.js';
import { ConfirmStream, PauseStream, ResumeStream, WithdrawStream } from './listings.graphql';

type OwnStream = OwnStreamsQuery['listings']['edges'][number]['node'];
type Stream = Pick<OwnStream, 'id' | 'title' | 'state' | 'confirmBy'>;

interface StreamActionsProps {
  readonly stream: Stream;
  readonly onChanged: () => void;
}

/** What its firm can do with a listing as it stands. */
export function StreamActions({ stream, onChanged }: StreamActionsProps) {
  const { state, confirmBy } = stream;
  const canConfirm = (state === 'ACTIVE' && confirmBy !== null) || state === 'EXPIRED';
  const given = { stream, onChanged };
  return (
    <div className="listings-actions">
      {canConfirm && <ActButton {...given} name="confirm" variant={confirmVariant(state)} />}
      {state === 'ACTIVE' && <ActButton {...given} name="pause" variant="tertiary" />}
      {state === 'PAUSED' && <ActButton {...given} name="resume" variant="secondary" />}
      {state !== 'WITHDRAWN' && <Withdrawing {...given} />}
    </div>
  );
}

/** Without it an expired one is not on the market; else it can wait. */
const confirmVariant = (state: Stream['state']) => (state === 'EXPIRED' ? 'primary' : 'secondary');

const ACTS = {
  confirm: { document: ConfirmStream, done: 'confirmed' },
  pause: { document: PauseStream, done: 'paused' },
  resume: { document: ResumeStream, done: 'resumed' },
} as const;

interface ActButtonProps extends StreamActionsProps {
  readonly name: keyof typeof ACTS;
  readonly variant: 'primary' | 'secondary' | 'tertiary';
}

function ActButton({ stream: { id, title }, onChanged, name, variant }: ActButtonProps) {
  const intl = useIntl();
  const { document, done } = ACTS[name];
  const { act, busy, trouble } = useChange(document, done, onChanged);
  return (
    <>
      <Button
        data-size="sm"
        variant={variant}
        loading={busy}
        aria-label={intl.formatMessage({ id: `listings.act.${name}This` }, { title })}
        onClick={() => void act(id)}
      >
        <FormattedMessage id={`listings.act.${name}`} />
      </Button>
      <Refusal trouble={trouble} />
    </>
  );
}

/** It is for good, so it is asked twice. */
function Withdrawing({ stream, onChanged }: StreamActionsProps) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        data-size="sm"
        data-color="danger"
        variant="tertiary"
        aria-label={intl.formatMessage({ id: 'listings.act.withdrawThis' }, { title: stream.title })}
        onClick={() => setOpen(true)}
      >
        <FormattedMessage id="listings.act.withdraw" />
      </Button>
      {open && <WithdrawDialog stream={stream} onChanged={onChanged} close={() => setOpen(false)} />}
    </>
  );
}

interface WithdrawDialogProps extends StreamActionsProps {
  readonly close: () => void;
}

function WithdrawDialog({ stream: { id, title }, onChanged, close }: WithdrawDialogProps) {
  const intl = useIntl();
  const { act, busy, trouble } = useChange(WithdrawStream, 'withdrawn', () => {
    close();
    onChanged();
  });
  return (
    <Dialog open onClose={close} closeButton={intl.formatMessage({ id: 'listings.act.close' })}>
      <Heading level={2} data-size="xs">
        <FormattedMessage id="listings.act.withdrawTitle" values={{ title }} />
      </Heading>
      <Paragraph>
        <FormattedMessage id="listings.act.withdrawLead" />
      </Paragraph>
      <Refusal trouble={trouble} />
      <div className="listings-buttons">
        <Button data-color="danger" loading={busy} onClick={() => void act(id)}>
          <FormattedMessage id="listings.act.withdrawForGood" />
        </Button>
        <Button variant="secondary" onClick={close}>
          <FormattedMessage id="listings.act.keep" />
        </Button>
      </div>
    </Dialog>
  );
}

type Done = 'confirmed' | 'paused' | 'resumed' | 'withdrawn';
type Change = typeof ConfirmStream | typeof PauseStream | typeof ResumeStream | typeof WithdrawStream;

interface Changing {
  readonly act: (id: string) => Promise<void>;
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
}

function useChange(document: Change, done: Done, onChanged: () => void): Changing {
  const intl = useIntl();
  const tell = useToast();
  const { act, busy, trouble } = useAct(document as typeof ConfirmStream);
  const change = async (id: string): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    tell(intl.formatMessage({ id: `listings.done.${done}` }));
    onChanged();
  };
  return { act: change, busy, trouble };
}
