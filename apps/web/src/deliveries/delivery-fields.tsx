import { Field, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { decimalText } from '../negotiation/decimal-text.js';
import { troubleOf } from '../shared/refusal.js';
import { UNITS } from '../negotiation/units.js';
import { useWords } from '../negotiation/words.js';
import type { Trouble } from '../shared/act.js';
import type { DeliveryValues } from './delivery-values.js';

/** Fields of the input that stand in the form: what is wrong with them is said beside them. */
export const DELIVERY_FIELDS: readonly string[] = [
  'amount',
  'unit',
  'deliveredOn',
  'reference',
  'distanceKm',
  'reason',
];

interface FieldsProps {
  readonly trouble: Trouble | undefined;
}

export const DeliveryFields = ({ trouble }: FieldsProps) => (
  <>
    <div className="negotiation-fields">
      <AmountField trouble={trouble} />
      <UnitField trouble={trouble} />
      <DayField trouble={trouble} />
    </div>
    <div className="negotiation-fields">
      <ReferenceField trouble={trouble} />
      <DistanceField trouble={trouble} />
    </div>
  </>
);

function AmountField({ trouble }: FieldsProps) {
  const intl = useIntl();
  const { register, formState } = useFormContext<DeliveryValues>();
  const validate = (text: string) =>
    decimalText(text, intl.locale) !== undefined || intl.formatMessage({ id: 'deliveries.wrong.number' });
  return (
    <Textfield
      label={intl.formatMessage({ id: 'deliveries.field.amount' })}
      inputMode="decimal"
      autoComplete="off"
      error={formState.errors.amount?.message ?? troubleOf(trouble, 'amount')}
      {...register('amount', { validate })}
    />
  );
}

function UnitField({ trouble }: FieldsProps) {
  const words = useWords();
  const { register } = useFormContext<DeliveryValues>();
  const wrong = troubleOf(trouble, 'unit');
  return (
    <Field>
      <Label>
        <FormattedMessage id="deliveries.field.unit" />
      </Label>
      <Select {...register('unit')} aria-invalid={wrong !== undefined}>
        {UNITS.map((unit) => (
          <Select.Option key={unit} value={unit}>
            {words.unit(unit)}
          </Select.Option>
        ))}
      </Select>
      {wrong !== undefined && <ValidationMessage>{wrong}</ValidationMessage>}
    </Field>
  );
}

function DayField({ trouble }: FieldsProps) {
  const intl = useIntl();
  const { register, formState } = useFormContext<DeliveryValues>();
  const required = intl.formatMessage({ id: 'negotiation.wrong.day' });
  return (
    <Textfield
      type="date"
      label={intl.formatMessage({ id: 'deliveries.field.deliveredOn' })}
      error={formState.errors.deliveredOn?.message ?? troubleOf(trouble, 'deliveredOn')}
      {...register('deliveredOn', { required })}
    />
  );
}

function ReferenceField({ trouble }: FieldsProps) {
  const intl = useIntl();
  const { register } = useFormContext<DeliveryValues>();
  return (
    <Textfield
      label={intl.formatMessage({ id: 'deliveries.field.reference' })}
      maxLength={200}
      autoComplete="off"
      error={troubleOf(trouble, 'reference')}
      {...register('reference')}
    />
  );
}

function DistanceField({ trouble }: FieldsProps) {
  const intl = useIntl();
  const { register, formState } = useFormContext<DeliveryValues>();
  const validate = (text: string) =>
    text.trim() === '' ||
    decimalText(text, intl.locale) !== undefined ||
    intl.formatMessage({ id: 'deliveries.wrong.number' });
  return (
    <Textfield
      label={intl.formatMessage({ id: 'deliveries.field.distanceKm' })}
      description={intl.formatMessage({ id: 'deliveries.field.distanceHelp' })}
      inputMode="decimal"
      autoComplete="off"
      error={formState.errors.distanceKm?.message ?? troubleOf(trouble, 'distanceKm')}
      {...register('distanceKm', { validate })}
    />
  );
}
