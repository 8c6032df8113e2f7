import { Button, Dialog, Field, Heading, Label, Select } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { HintRowFragment } from '#operations';
import { ClusterFirms } from '../members/members.graphql';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { TieHint } from './hints.graphql';
import '../shared/wide.css';

interface TieDialogProps {
  readonly clusterId: string;
  readonly hint: HintRowFragment;
  readonly onTied: () => void;
  readonly onClose: () => void;
}

/** Which firm of the cluster is meant; its administrators are asked then whether it is so. */
export function TieDialog({ clusterId, hint, onTied, onClose }: TieDialogProps) {
  const intl = useIntl();
  const result = useQuery(ClusterFirms, { variables: { clusterId } });
  return (
    <Dialog open onClose={onClose} closeButton={intl.formatMessage({ id: 'shared.close' })}>
      <div className="form">
        <Heading level={2} data-size="2xs">
          <FormattedMessage id="hints.tie.title" />
        </Heading>
        <p className="quiet">
          <FormattedMessage
            id="hints.tie.what"
            values={{ text: hint.text ?? '', firm: hint.firmName ?? '' }}
          />
        </p>
        <Whole result={result}>
          {({ clusterFirms }) => (
            <Choice
              firms={clusterFirms}
              hint={hint}
              onTied={() => {
                onTied();
                onClose();
              }}
            />
          )}
        </Whole>
      </div>
    </Dialog>
  );
}

interface ChoiceProps extends Pick<TieDialogProps, 'hint' | 'onTied'> {
  readonly firms: readonly { readonly id: string; readonly name: string }[];
}

/** One of the same name is proposed. */
function Choice({ firms, hint, onTied }: ChoiceProps) {
  const intl = useIntl();
  const tell = useToast();
  const named = firms.find(({ name }) => name.toLowerCase() === hint.firmName?.toLowerCase());
  const [firmId, setFirmId] = useState(named?.id ?? '');
  const { act, busy, trouble } = useAct(TieHint);
  const tie = async (): Promise<void> => {
    if ((await act({ id: hint.id, firmId })) === undefined) return;
    const firm = firms.find(({ id }) => id === firmId)?.name;
    tell(<FormattedMessage id="hints.tie.done" values={{ firm }} />);
    onTied();
  };
  return (
    <>
      <Field>
        <Label>
          <FormattedMessage id="hints.firm" />
        </Label>
        <Select value={firmId} onChange={({ target }) => setFirmId(target.value)}>
          <Select.Option value="" disabled>
            {intl.formatMessage({ id: 'hints.firm.choose' })}
          </Select.Option>
          {firms.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Refusal trouble={trouble} />
      <Button loading={busy} disabled={firmId === ''} onClick={() => void tie()}>
        <FormattedMessage id="hints.tie" />
      </Button>
    </>
  );
}
