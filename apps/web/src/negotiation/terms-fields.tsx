import { Checkbox, Field, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext, type FieldErrors } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import type { Period } from '#operations';
import type { Trouble } from '../shared/act.js';
import { decimalText } from './decimal-text.js';
import type { TermsValues, WhoPays } from './terms-values.js';
import { troubleOf } from '../shared/refusal.js';
import { UNITS } from './units.js';
import { useWords } from './words.js';

/** Fields of the input that stand in the form: what is wrong with them is said beside them. */
export const TERM_FIELDS: readonly string[] = [
  'value',
  'unit',
  'per',
  'price',
  'currency',
  'startsOn',
  'endsOn',
  'transportMode',
  'note',
];
const PERIODS: readonly Period[] = ['YEAR', 'MONTH', 'WEEK', 'DAY', 'ONCE'];
const WHO_PAYS: readonly WhoPays[] = ['none', 'taker', 'giver'];
const CURRENCIES = ['NOK', 'SEK', 'DKK', 'EUR', 'USD', 'GBP'];

interface FieldsProps {
  readonly trouble: Trouble | undefined;
}

/** What the page itself finds wrong, else what the server has said. */
const errorOf = (
  errors: FieldErrors<TermsValues>,
  field: keyof TermsValues,
  trouble: Trouble | undefined,
): ReactNode => errors[field]?.message ?? troubleOf(trouble, field);

export function AmountFields({ trouble }: FieldsProps) {
  const intl = useIntl();
  const words = useWords();
  const { register, formState } = useFormContext<TermsValues>();
  const validate = (text: string) =>
    decimalText(text, intl.locale) !== undefined || intl.formatMessage({ id: 'negotiation.wrong.number' });
  const unitTrouble = troubleOf(trouble, 'unit');
  return (
    <div className="negotiation-fields">
      <Textfield
        label={intl.formatMessage({ id: 'negotiation.field.value' })}
        inputMode="decimal"
        autoComplete="off"
        error={errorOf(formState.errors, 'value', trouble)}
        {...register('value', { validate })}
      />
      <Field>
        <Label>
          <FormattedMessage id="negotiation.field.unit" />
        </Label>
        <Select {...register('unit')} aria-invalid={unitTrouble !== undefined}>
          {UNITS.map((unit) => (
            <Select.Option key={unit} value={unit}>
              {words.unit(unit)}
            </Select.Option>
          ))}
        </Select>
        {unitTrouble !== undefined && <ValidationMessage>{unitTrouble}</ValidationMessage>}
      </Field>
      <Field>
        <Label>
          <FormattedMessage id="negotiation.field.per" />
        </Label>
        <Select {...register('per')}>
          {PERIODS.map((per) => (
            <Select.Option key={per} value={per}>
              {intl.formatMessage({ id: `negotiation.period.${per}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

export function PriceFields({ trouble }: FieldsProps) {
  const intl = useIntl();
  const words = useWords();
  const { register, watch, formState } = useFormContext<TermsValues>();
  const [whoPays, unit] = watch(['whoPays', 'unit']);
  const validate = (text: string) => {
    const price = decimalText(text, intl.locale);
    const isSound = price !== undefined && !price.startsWith('-');
    return isSound || intl.formatMessage({ id: 'negotiation.wrong.price' });
  };
  return (
    <div className="negotiation-fields">
      <Field>
        <Label>
          <FormattedMessage id="negotiation.field.whoPays" />
        </Label>
        <Select {...register('whoPays')}>
          {WHO_PAYS.map((who) => (
            <Select.Option key={who} value={who}>
              {intl.formatMessage({ id: `negotiation.whoPays.${who}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {whoPays !== 'none' && (
        <>
          <Textfield
            label={intl.formatMessage({ id: 'negotiation.field.price' }, { unit: words.unit(unit) })}
            inputMode="decimal"
            autoComplete="off"
            error={errorOf(formState.errors, 'price', trouble)}
            {...register('price', { validate, shouldUnregister: false })}
          />
          <Field>
            <Label>
              <FormattedMessage id="negotiation.field.currency" />
            </Label>
            <Select {...register('currency')}>
              {CURRENCIES.map((code) => (
                <Select.Option key={code} value={code}>
                  {code}
                </Select.Option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </div>
  );
}

export function TermFields({ trouble }: FieldsProps) {
  const intl = useIntl();
  const { register, formState } = useFormContext<TermsValues>();
  const required = intl.formatMessage({ id: 'negotiation.wrong.day' });
  return (
    <div className="negotiation-fields">
      <Textfield
        type="date"
        label={intl.formatMessage({ id: 'negotiation.field.startsOn' })}
        error={errorOf(formState.errors, 'startsOn', trouble)}
        {...register('startsOn', { required })}
      />
      <Textfield
        type="date"
        label={intl.formatMessage({ id: 'negotiation.field.endsOn' })}
        error={errorOf(formState.errors, 'endsOn', trouble)}
        {...register('endsOn')}
      />
      <Checkbox
        className="negotiation-wide"
        label={intl.formatMessage({ id: 'negotiation.field.retrospective' })}
        {...register('retrospective')}
        value="yes"
      />
    </div>
  );
}

export function NoteFields({ trouble }: FieldsProps) {
  const intl = useIntl();
  const { register, formState } = useFormContext<TermsValues>();
  return (
    <>
      <Textfield
        label={intl.formatMessage({ id: 'negotiation.field.transportMode' })}
        description={intl.formatMessage({ id: 'negotiation.field.transportHelp' })}
        maxLength={80}
        error={errorOf(formState.errors, 'transportMode', trouble)}
        {...register('transportMode')}
      />
      <Textfield
        multiline
        rows={3}
        label={intl.formatMessage({ id: 'negotiation.field.note' })}
        maxLength={2000}
        error={errorOf(formState.errors, 'note', trouble)}
        {...register('note')}
      />
    </>
  );
}
