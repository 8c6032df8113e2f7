import { Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FormPart } from './form-part.js';

const UNITS = ['t', 'kg', 'm3', 'Nm3', 'kWh', 'MWh', 'GWh', 'GJ', 'pcs'];

/** How much in a year, from and to; either end may stand open. */
export function AmountFields({ values, change, errorOf }: FormPart) {
  const intl = useIntl();
  const error = errorOf('amount');
  const units = UNITS.includes(values.unit) ? UNITS : [...UNITS, values.unit];
  return (
    <Fieldset>
      <Fieldset.Legend>
        <FormattedMessage id="watches.amount" />
      </Fieldset.Legend>
      <div className="watch-row">
        <Textfield
          inputMode="decimal"
          label={intl.formatMessage({ id: 'watches.least' })}
          value={values.least}
          aria-invalid={error !== undefined}
          onChange={({ target }) => change({ least: target.value })}
        />
        <Textfield
          inputMode="decimal"
          label={intl.formatMessage({ id: 'watches.most' })}
          value={values.most}
          aria-invalid={error !== undefined}
          onChange={({ target }) => change({ most: target.value })}
        />
        <Field>
          <Label>
            <FormattedMessage id="watches.unit" />
          </Label>
          <Select value={values.unit} onChange={({ target }) => change({ unit: target.value })}>
            {units.map((one) => (
              <Select.Option key={one} value={one}>
                {one}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      {error !== undefined && (
        <p className="watch-error" role="alert">
          {error}
        </p>
      )}
    </Fieldset>
  );
}
