import { Button, Dialog, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchInListFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { Hits } from './hits.js';
import { WatchTerms } from './watch-terms.js';
import { PauseWatch, RemoveWatch, ResumeWatch } from './watches.graphql';

interface WatchCardProps {
  readonly watch: WatchInListFragment;
  readonly onEdit: () => void;
  readonly onChange: () => void;
}

export function WatchCard({ watch, onEdit, onChange }: WatchCardProps) {
  const active = watch.state === 'ACTIVE';
  return (
    <li className="card watch">
      <div className="watch-head">
        <Heading level={2} data-size="xs">
          {watch.name}
        </Heading>
        <Tag data-color={active ? 'success' : 'neutral'}>
          <FormattedMessage id={`watches.state.${watch.state}`} />
        </Tag>
      </div>
      <WatchTerms watch={watch} />
      <Hits hits={watch.found} />
      <Deeds watch={watch} onEdit={onEdit} onChange={onChange} />
    </li>
  );
}

function Deeds({ watch: { id, name, state }, onEdit, onChange }: WatchCardProps) {
  const pause = useAct(PauseWatch);
  const resume = useAct(ResumeWatch);
  const [removing, setRemoving] = useState(false);
  const turn = state === 'ACTIVE' ? pause : resume;
  const close = (removed: boolean): void => {
    setRemoving(false);
    if (removed) onChange();
  };
  return (
    <>
      <div className="watch-deeds">
        <Button variant="secondary" data-size="sm" onClick={onEdit}>
          <FormattedMessage id="watches.change" />
        </Button>
        <Button variant="secondary" data-size="sm" loading={turn.busy} onClick={() => void turn.act({ id })}>
          <FormattedMessage id={state === 'ACTIVE' ? 'watches.pause' : 'watches.resume'} />
        </Button>
        <Button variant="tertiary" data-size="sm" data-color="danger" onClick={() => setRemoving(true)}>
          <FormattedMessage id="watches.remove" />
        </Button>
      </div>
      <Refusal trouble={pause.trouble ?? resume.trouble} />
      {removing && <Remove id={id} name={name} onClose={close} />}
    </>
  );
}

interface RemoveProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: (removed: boolean) => void;
}

/** It cannot be had back, and what it found goes with it. */
function Remove({ id, name, onClose }: RemoveProps) {
  const intl = useIntl();
  const toast = useToast();
  const { act, busy, trouble } = useAct(RemoveWatch);
  const remove = async (): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    toast(<FormattedMessage id="watches.removed" values={{ name }} />);
    onClose(true);
  };
  return (
    <Dialog open onClose={() => onClose(false)} closeButton={intl.formatMessage({ id: 'watches.close' })}>
      <div className="watch-form">
        <Heading level={2} data-size="xs">
          <FormattedMessage id="watches.removeTitle" values={{ name }} />
        </Heading>
        <Paragraph>
          <FormattedMessage id="watches.removeWhy" />
        </Paragraph>
        <Refusal trouble={trouble} />
        <Button data-color="danger" loading={busy} onClick={() => void remove()}>
          <FormattedMessage id="watches.remove" />
        </Button>
      </div>
    </Dialog>
  );
}
