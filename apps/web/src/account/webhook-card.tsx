import { Button, Card, Details, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WebhookRowFragment } from '#operations';
import { useAct, type Trouble } from '../shared/act.js';
import { Instant } from '../shared/instant.js';
import { useProof } from '../shared/proof.js';
import { useToast } from '../shell/toasts.js';
import { Refusal } from '../shared/refusal.js';
import { WebhookDeliveries } from './webhook-deliveries.js';
import { WebhookForm } from './webhook-form.js';
import { EnableWebhook, RemoveWebhook, RotateWebhookSecret, SendTestWebhook } from './webhooks.graphql';

interface WebhookCardProps {
  readonly webhook: WebhookRowFragment;
  readonly onSecret: (secret: string) => void;
  readonly onChanged: () => void;
}

export function WebhookCard({ webhook, onSecret, onChanged }: WebhookCardProps) {
  const { id, url, description, events, state, disabledFor, disabledAt, oldSecretUntil } = webhook;
  const [changing, setChanging] = useState(false);
  const [log, setLog] = useState(false);
  return (
    <Card className="account-card">
      <div className="account-row">
        <div>
          <Heading level={3} data-size="2xs">
            {description}
          </Heading>
          <code>{url}</code>
        </div>
        <Tag data-color={state === 'ENABLED' ? 'success' : 'warning'}>
          <FormattedMessage id={`account.webhooks.state.${state}`} />
        </Tag>
      </div>
      <span className="tags">
        {events.map((one) => (
          <Tag key={one} data-size="sm" data-color="neutral">
            <FormattedMessage id={`account.event.${one}`} />
          </Tag>
        ))}
      </span>
      {disabledFor !== null && disabledAt !== null && (
        <p>
          <FormattedMessage
            id={`account.webhooks.disabled.${disabledFor}`}
            values={{ at: <Instant at={disabledAt} /> }}
          />
        </p>
      )}
      {oldSecretUntil !== null && (
        <p className="quiet">
          <FormattedMessage
            id="account.webhooks.oldSecret"
            values={{ until: <Instant at={oldSecretUntil} /> }}
          />
        </p>
      )}
      <Deeds
        webhook={webhook}
        onSecret={onSecret}
        onChanged={onChanged}
        onTested={() => setLog(true)}
        onChange={() => setChanging(!changing)}
      />
      {changing && (
        <WebhookForm
          webhook={webhook}
          onSaved={() => {
            setChanging(false);
            onChanged();
          }}
        />
      )}
      <Details open={log} onToggle={() => setLog(!log)}>
        <Details.Summary>
          <FormattedMessage id="account.webhooks.log" />
        </Details.Summary>
        <Details.Content>{log && <WebhookDeliveries id={id} />}</Details.Content>
      </Details>
    </Card>
  );
}

interface DeedsProps extends WebhookCardProps {
  readonly onTested: () => void;
  readonly onChange: () => void;
}

function Deeds({ onTested, onChange, ...props }: DeedsProps) {
  const { busy, trouble, dialog, test, rotate, enable, remove } = useDeeds(props, onTested);
  const { state } = props.webhook;
  return (
    <>
      <Refusal trouble={trouble} />
      <div className="account-buttons">
        <Button variant="secondary" data-size="sm" disabled={busy} onClick={() => void test()}>
          <FormattedMessage id="account.webhooks.test" />
        </Button>
        <Button variant="secondary" data-size="sm" onClick={onChange}>
          <FormattedMessage id="account.webhooks.change" />
        </Button>
        <Button variant="secondary" data-size="sm" disabled={busy} onClick={() => void rotate()}>
          <FormattedMessage id="account.webhooks.rotate" />
        </Button>
        {state === 'DISABLED' && (
          <Button data-size="sm" disabled={busy} onClick={() => void enable()}>
            <FormattedMessage id="account.webhooks.enable" />
          </Button>
        )}
        <Button
          variant="secondary"
          data-color="danger"
          data-size="sm"
          disabled={busy}
          onClick={() => void remove()}
        >
          <FormattedMessage id="account.webhooks.remove" />
        </Button>
      </div>
      {dialog}
    </>
  );
}

function useDeeds({ webhook: { id }, onSecret, onChanged }: WebhookCardProps, onTested: () => void) {
  const intl = useIntl();
  const toast = useToast();
  const { proved, dialog } = useProof();
  const [testing, rotating] = [useAct(SendTestWebhook), useAct(RotateWebhookSecret)];
  const [enabling, removing] = [useAct(EnableWebhook), useAct(RemoveWebhook)];
  const all = [testing, rotating, enabling, removing];
  const test = async (): Promise<void> => {
    if ((await testing.act({ id })) === undefined) return;
    toast(intl.formatMessage({ id: 'account.webhooks.tested' }));
    onTested();
  };
  const rotate = async (): Promise<void> => {
    if (!(await proved())) return;
    const rotated = await rotating.act({ id });
    if (rotated === undefined) return;
    if (rotated.secret !== null) onSecret(rotated.secret);
    onChanged();
  };
  const enable = async (): Promise<void> => {
    if ((await enabling.act({ id })) !== undefined) onChanged();
  };
  const remove = async (): Promise<void> => {
    if ((await removing.act({ id })) === undefined) return;
    toast(intl.formatMessage({ id: 'account.webhooks.removed' }));
    onChanged();
  };
  const trouble: Trouble | undefined = all.find((one) => one.trouble !== undefined)?.trouble;
  return { busy: all.some((one) => one.busy), trouble, dialog, test, rotate, enable, remove };
}
