import { Field, Fieldset, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useViewer } from '../../shell/viewer.js';
import { useWords } from '../words.js';
import { decimalIn } from './decimal-text.js';
import { idOf, useFieldError } from './field-error.js';
import type { Fields, Per } from './fields.js';

const UNITS = ['t', 'kg', 'kt', 'm3', 'l', 'Nm3', 'kWh', 'MWh', 'GWh', 'GJ', 'pcs'];
const PERIODS: readonly Per[] = ['YEAR', 'MONTH', 'WEEK', 'DAY', 'ONCE'];

/** Amount, its unit and how often. */
export function AmountFields() {
  const intl = useIntl();
  const words = useWords();
  const { register } = useFormContext<Fields>();
  const unit = useWatch<Fields, 'unit'>({ name: 'unit' });
  const amountError = useFieldError('amount');
  const unitError = useFieldError('unit');
  return (
    <Fieldset>
      <Fieldset.Legend>
        <FormattedMessage id="listings.form.quantity" />
      </Fieldset.Legend>
      <div className="listings-row">
        <Textfield
          id={idOf('amount')}
          inputMode="decimal"
          autoComplete="off"
          label={intl.formatMessage({ id: 'listings.form.amount' })}
          error={amountError}
          {...register('amount', {
            validate: (text) =>
              decimalIn(text) !== undefined || intl.formatMessage({ id: 'listings.form.amountWrong' }),
          })}
        />
        <Field>
          <Label>
            <FormattedMessage id="listings.form.unit" />
          </Label>
          <Select id={idOf('unit')} {...register('unit')}>
            {[...new Set([...UNITS, unit])].map((one) => (
              <Select.Option key={one} value={one}>
                {words.unit(one)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label>
            <FormattedMessage id="listings.form.per" />
          </Label>
          <Select id={idOf('per')} {...register('per')}>
            {PERIODS.map((one) => (
              <Select.Option key={one} value={one}>
                {intl.formatMessage({ id: `listings.per.${one}` })}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      {unitError !== undefined && <ValidationMessage>{unitError}</ValidationMessage>}
    </Fieldset>
  );
}

export function SiteField() {
  const intl = useIntl();
  const { acting } = useViewer();
  const { register } = useFormContext<Fields>();
  const error = useFieldError('siteId');
  return (
    <Field>
      <Label>
        <FormattedMessage id="listings.form.site" />
      </Label>
      <Select
        id={idOf('siteId')}
        {...register('siteId', { required: intl.formatMessage({ id: 'listings.form.siteMissing' }) })}
      >
        {acting?.firm.sites.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}

/** From when until when, and what it may cost. */
export function TermsFields() {
  const intl = useIntl();
  const { register } = useFormContext<Fields>();
  const [unit, currency] = useWatch<Fields, ['unit', 'currency']>({ name: ['unit', 'currency'] });
  const words = useWords();
  return (
    <div className="listings-row">
      <Textfield
        type="date"
        id={idOf('availableFrom')}
        label={intl.formatMessage({ id: 'listings.form.availableFrom' })}
        description={intl.formatMessage({ id: 'listings.form.availableFromHelp' })}
        error={useFieldError('availableFrom')}
        {...register('availableFrom')}
      />
      <Textfield
        type="date"
        id={idOf('availableUntil')}
        label={intl.formatMessage({ id: 'listings.form.availableUntil' })}
        description={intl.formatMessage({ id: 'listings.form.availableUntilHelp' })}
        error={useFieldError('availableUntil')}
        {...register('availableUntil')}
      />
      <Textfield
        id={idOf('price')}
        inputMode="decimal"
        autoComplete="off"
        label={intl.formatMessage({ id: 'listings.form.price' }, { currency, unit: words.unit(unit) })}
        description={intl.formatMessage({ id: 'listings.form.priceHelp' })}
        error={useFieldError('price')}
        {...register('price', numberOrNothing(intl.formatMessage({ id: 'listings.form.numberWrong' })))}
      />
    </div>
  );
}

export const numberOrNothing = (wrong: string) => ({
  validate: (text: string) => text.trim() === '' || decimalIn(text) !== undefined || wrong,
});
