import {
  Button,
  Checkbox,
  Fieldset,
  Heading,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WebhookEventType, WebhookRowFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { useProof } from '../shared/proof.js';
import { Refusal, troubleOf } from '../shared/refusal.js';
import { SaveWebhook } from './webhooks.graphql';

const EVENTS = [
  'MATCH_FOUND',
  'PROPOSAL_CHANGED',
  'AGREEMENT_CHANGED',
  'DELIVERY_RECORDED',
] as const satisfies readonly WebhookEventType[];

interface Wish {
  readonly url: string;
  readonly description: string;
  readonly events: WebhookEventType[];
}

const FIRST: Wish = { url: '', description: '', events: [...EVENTS] };

interface WebhookFormProps {
  /** The one that is changed; a new one where it is left out. */
  readonly webhook?: WebhookRowFragment;
  /** @param secret null where none was made */
  readonly onSaved: (secret: string | null) => void;
}

export function WebhookForm({ webhook, onSaved }: WebhookFormProps) {
  const intl = useIntl();
  const { register, handleSubmit, reset, formState } = useForm<Wish>({
    defaultValues: webhook === undefined ? FIRST : { ...webhook, events: [...webhook.events] },
  });
  const { proved, dialog } = useProof();
  const { act, busy, trouble } = useAct(SaveWebhook);
  const save = async ({ url, description, events }: Wish): Promise<void> => {
    if (!(await proved())) return;
    const id = webhook === undefined ? {} : { id: webhook.id };
    const saved = await act({ input: { ...id, url, description, events } });
    if (saved === undefined) return;
    if (webhook === undefined) reset();
    onSaved(saved.secret);
  };
  const { errors } = formState;
  const required = intl.formatMessage({ id: 'account.required' });
  return (
    <>
      <form className="account-form" onSubmit={(event) => void handleSubmit(save)(event)}>
        {webhook === undefined && (
          <Heading level={3} data-size="2xs">
            <FormattedMessage id="account.webhooks.new" />
          </Heading>
        )}
        <Refusal trouble={trouble} fields={['url', 'description', 'events']} />
        <Textfield
          {...register('url', { required })}
          type="url"
          autoComplete="off"
          label={intl.formatMessage({ id: 'account.webhooks.url' })}
          description={intl.formatMessage({ id: 'account.webhooks.urlHint' })}
          error={errors.url?.message ?? troubleOf(trouble, 'url')}
        />
        <Textfield
          {...register('description', { required })}
          autoComplete="off"
          label={intl.formatMessage({ id: 'account.webhooks.description' })}
          error={errors.description?.message ?? troubleOf(trouble, 'description')}
        />
        <Fieldset>
          <Fieldset.Legend>
            <FormattedMessage id="account.webhooks.events" />
          </Fieldset.Legend>
          {EVENTS.map((one) => (
            <Checkbox
              key={one}
              value={one}
              {...register('events', { validate: (chosen) => chosen.length > 0 || required })}
              label={intl.formatMessage({ id: `account.event.${one}` })}
            />
          ))}
          {errors.events !== undefined && <ValidationMessage>{errors.events.message}</ValidationMessage>}
        </Fieldset>
        <Button type="submit" loading={busy}>
          <FormattedMessage id={webhook === undefined ? 'account.webhooks.make' : 'account.webhooks.save'} />
        </Button>
      </form>
      {dialog}
    </>
  );
}
