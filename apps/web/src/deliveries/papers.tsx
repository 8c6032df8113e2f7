import { Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DeliveryOfAgreementFragment, DeliveryPaperKind, PaperOfDeliveryFragment } from '#operations';
import { Refusal } from '../shared/refusal.js';
import { useWords } from '../negotiation/words.js';
import { useAct } from '../shared/act.js';
import { useSession } from '../shell/session.js';
import { RemovePaper } from './delivery.graphql';
import { download } from './download.js';
import { SendingState } from './sending-state.js';
import { useSending } from './use-sending.js';

const KINDS: readonly DeliveryPaperKind[] = ['WEIGH_NOTE', 'LAB_SHEET', 'OTHER'];
/** As the api takes: docs/imports.md. */
const MOST_PAPERS = 10;

interface PapersProps {
  readonly delivery: DeliveryOfAgreementFragment;
  readonly renew: () => void;
}

/** What proves a delivery: both sides attach and read, and only who attached takes away, until it is verified. */
export function Papers({ delivery, renew }: PapersProps) {
  const { papers, verified } = delivery;
  const kept = papers.filter(({ removedAt }) => removedAt === null);
  return (
    <div className="deliveries-paper-list">
      {papers.length > 0 && (
        <ul>
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} mayRemove={paper.byViewer && !verified} renew={renew} />
          ))}
        </ul>
      )}
      {kept.length < MOST_PAPERS ? (
        <Attach deliveryId={delivery.id} renew={renew} />
      ) : (
        <Paragraph className="quiet">
          <FormattedMessage id="deliveries.paper.full" />
        </Paragraph>
      )}
    </div>
  );
}

interface PaperProps {
  readonly paper: PaperOfDeliveryFragment;
  readonly mayRemove: boolean;
  readonly renew: () => void;
}

function Paper({ paper, mayRemove, renew }: PaperProps) {
  const intl = useIntl();
  const words = useWords();
  const { act, busy, trouble } = useAct(RemovePaper);
  const { id, kind, fileName, byteLength, attachedAt, removedAt, byViewer } = paper;
  const remove = async (): Promise<void> => {
    if ((await act({ id })) !== undefined) renew();
  };
  const size = intl.formatNumber(byteLength, { style: 'unit', unit: 'byte', notation: 'compact' });
  return (
    <li>
      <div>
        <strong>{fileName}</strong>
        <Paragraph data-size="sm" className="quiet">
          <FormattedMessage id={`deliveries.paper.kind.${kind}`} /> · {size} ·{' '}
          <FormattedMessage
            id={byViewer ? 'deliveries.paper.byUs' : 'deliveries.paper.byThem'}
            values={{ day: words.dayOf(attachedAt) }}
          />
        </Paragraph>
        {removedAt !== null && (
          <Paragraph data-size="sm">
            <FormattedMessage id="deliveries.paper.removed" values={{ day: words.dayOf(removedAt) }} />
          </Paragraph>
        )}
        <Refusal trouble={trouble} />
      </div>
      {removedAt === null && (
        <div className="deliveries-deeds">
          <Fetch id={id} fileName={fileName} />
          {mayRemove && (
            <Button
              data-size="sm"
              variant="tertiary"
              data-color="danger"
              loading={busy}
              aria-label={intl.formatMessage({ id: 'deliveries.paper.removeNamed' }, { name: fileName })}
              onClick={() => void remove()}
            >
              <FormattedMessage id="deliveries.paper.remove" />
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Handed out by the api to who is signed in: a plain link could not say who asks. */
function Fetch({ id, fileName }: { readonly id: string; readonly fileName: string }) {
  const intl = useIntl();
  const { token } = useSession();
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const fetchIt = async (): Promise<void> => {
    setState('busy');
    setState((await download(`/api/papers/${id}`, fileName, token)) ? 'still' : 'failed');
  };
  return (
    <>
      <Button
        data-size="sm"
        variant="secondary"
        loading={state === 'busy'}
        aria-label={intl.formatMessage({ id: 'deliveries.paper.downloadNamed' }, { name: fileName })}
        onClick={() => void fetchIt()}
      >
        <FormattedMessage id="deliveries.paper.download" />
      </Button>
      {state === 'failed' && (
        <span role="alert">
          <FormattedMessage id="deliveries.paper.failed" />
        </span>
      )}
    </>
  );
}

function Attach({ deliveryId, renew }: { readonly deliveryId: string; readonly renew: () => void }) {
  const intl = useIntl();
  const id = useId();
  const [kind, setKind] = useState<string>('WEIGH_NOTE');
  const { send, progress, refusal } = useSending();
  const attach = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const asked = new URLSearchParams({ kind, name: file.name });
    const kept = await send(`/api/deliveries/${deliveryId}/papers?${asked.toString()}`, file);
    input.value = '';
    if (kept !== undefined) renew();
  };
  return (
    <div className="deliveries-attach">
      <Field>
        <Label>
          <FormattedMessage id="deliveries.paper.kind" />
        </Label>
        <Select data-size="sm" value={kind} onChange={({ target }) => setKind(target.value)}>
          {KINDS.map((one) => (
            <Select.Option key={one} value={one}>
              {intl.formatMessage({ id: `deliveries.paper.kind.${one}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <div className="deliveries-file">
        <Label htmlFor={id}>
          <FormattedMessage id="deliveries.paper.attach" />
        </Label>
        <input
          id={id}
          type="file"
          accept="application/pdf,image/png,image/jpeg"
          disabled={progress !== undefined}
          onChange={({ target }) => void attach(target)}
        />
      </div>
      <SendingState progress={progress} refusal={refusal} />
    </div>
  );
}
