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
  const { id, title, state } = stream;
  const intl = useIntl();
  const confirm = useChange(ConfirmStream, 'confirmed', onChanged);
  const pause = useChange(PauseStream, 'paused', onChanged);
  const resume = useChange(ResumeStream, 'resumed', onChanged);
  const canConfirm = (state === 'ACTIVE' && stream.confirmBy !== null) || state === 'EXPIRED';
  const trouble = confirm.trouble ?? pause.trouble ?? resume.trouble;
  return (
    <div className="listings-actions">
      {canConfirm && (
        <Button
          data-size="sm"
          variant={state === 'EXPIRED' ? 'primary' : 'secondary'}
          loading={confirm.busy}
          aria-label={intl.formatMessage({ id: 'listings.act.confirmThis' }, { title })}
          onClick={() => void confirm.act(id)}
        >
          <FormattedMessage id="listings.act.confirm" />
        </Button>
      )}
      {state === 'ACTIVE' && (
        <Button
          data-size="sm"
          variant="tertiary"
          loading={pause.busy}
          aria-label={intl.formatMessage({ id: 'listings.act.pauseThis' }, { title })}
          onClick={() => void pause.act(id)}
        >
          <FormattedMessage id="listings.act.pause" />
        </Button>
      )}
      {state === 'PAUSED' && (
        <Button
          data-size="sm"
          variant="secondary"
          loading={resume.busy}
          aria-label={intl.formatMessage({ id: 'listings.act.resumeThis' }, { title })}
          onClick={() => void resume.act(id)}
        >
          <FormattedMessage id="listings.act.resume" />
        </Button>
      )}
      {state !== 'WITHDRAWN' && <Withdrawing stream={stream} onChanged={onChanged} />}
      <Refusal trouble={trouble} />
    </div>
  );
}

/** It is for good, so it is asked twice. */
function Withdrawing({ stream: { id, title }, onChanged }: StreamActionsProps) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const { act, busy, trouble } = useChange(WithdrawStream, 'withdrawn', () => {
    setOpen(false);
    onChanged();
  });
  return (
    <>
      <Button
        data-size="sm"
        data-color="danger"
        variant="tertiary"
        aria-label={intl.formatMessage({ id: 'listings.act.withdrawThis' }, { title })}
        onClick={() => setOpen(true)}
      >
        <FormattedMessage id="listings.act.withdraw" />
      </Button>
      {open && (
        <Dialog
          open
          onClose={() => setOpen(false)}
          closeButton={intl.formatMessage({ id: 'listings.act.close' })}
        >
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
            <Button variant="secondary" onClick={() => setOpen(false)}>
              <FormattedMessage id="listings.act.keep" />
            </Button>
          </div>
        </Dialog>
      )}
    </>
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
