import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DeliveryInput, DeliveryOfAgreementFragment } from '#operations';
import { Refusal, troubleOf } from '../shared/refusal.js';
import { useWords } from '../negotiation/words.js';
import { useAct, type Trouble } from '../shared/act.js';
import { useToast } from '../shell/toasts.js';
import type { DeliveredAgreement } from './delivered-agreement.js';
import { CorrectOneDelivery, RecordOneDelivery } from './delivery.graphql';
import { DeliveryFields, DELIVERY_FIELDS } from './delivery-fields.js';
import { deliveryInputOf, deliveryValues, type DeliveryValues } from './delivery-values.js';

interface DeliveryFormProps {
  readonly agreement: DeliveredAgreement;
  /** The delivery that is corrected; a new one without. */
  readonly corrected: DeliveryOfAgreementFragment | undefined;
  readonly onEnd: () => void;
}

/** Records a delivery, or corrects one: that is reversed in the ledger and entered anew. */
export function DeliveryForm({ agreement, corrected, onEnd }: DeliveryFormProps) {
  const intl = useIntl();
  const words = useWords();
  const tell = useToast();
  const defaultValues = deliveryValues(corrected, agreement.quantity.unit, intl.locale);
  const form = useForm<DeliveryValues>({ defaultValues });
  const { send, busy, trouble } = useRecording(corrected);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = form.handleSubmit(async (values) => {
    const input = deliveryInputOf(values, agreement.id, intl.locale);
    if ((await send(input, values.reason)) === undefined) return;
    const amount = words.amount(input.amount, input.unit);
    tell(<FormattedMessage id="deliveries.recorded" values={{ amount }} />);
    onEnd();
  });
  return (
    <FormProvider {...form}>
      <form className="negotiation-form" noValidate onSubmit={(event) => void submit(event)}>
        <Heading level={3} data-size="xs" tabIndex={-1} ref={heading}>
          <FormattedMessage
            id={corrected === undefined ? 'deliveries.form.new' : 'deliveries.form.correct'}
          />
        </Heading>
        {corrected !== undefined && (
          <Paragraph className="quiet">
            <FormattedMessage id="deliveries.form.correctLead" />
          </Paragraph>
        )}
        <Refusal trouble={trouble} fields={DELIVERY_FIELDS} />
        <DeliveryFields trouble={trouble} />
        {corrected !== undefined && <ReasonField trouble={trouble} />}
        <div className="negotiation-steps">
          <Button type="submit" loading={busy}>
            <FormattedMessage id={corrected === undefined ? 'deliveries.record' : 'deliveries.form.save'} />
          </Button>
          <Button variant="tertiary" onClick={onEnd} disabled={busy}>
            <FormattedMessage id="negotiation.cancel" />
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function useRecording(corrected: DeliveryOfAgreementFragment | undefined) {
  const record = useAct(RecordOneDelivery);
  const correction = useAct(CorrectOneDelivery);
  const { busy, trouble } = corrected === undefined ? record : correction;
  const send = (input: DeliveryInput, reason: string) =>
    corrected === undefined
      ? record.act({ input })
      : correction.act({ id: corrected.id, input, reason: reason.trim() });
  return { send, busy, trouble };
}

function ReasonField({ trouble }: { readonly trouble: Trouble | undefined }) {
  const intl = useIntl();
  const { register, formState } = useFormContext<DeliveryValues>();
  const required = intl.formatMessage({ id: 'deliveries.wrong.reason' });
  return (
    <Textfield
      label={intl.formatMessage({ id: 'deliveries.field.reason' })}
      description={intl.formatMessage({ id: 'deliveries.field.reasonHelp' })}
      maxLength={500}
      error={formState.errors.reason?.message ?? troubleOf(trouble, 'reason')}
      {...register('reason', { required })}
    />
  );
}
