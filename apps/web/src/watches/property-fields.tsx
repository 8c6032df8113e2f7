import { Button, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FormPart } from './form-part.js';
import { NO_PROPERTY, type WatchedProperty } from './watch-values.js';

/** Of an offer the limits that it has to keep; of a need what one's own stream has. */
export function PropertyFields({ values, change, errorOf }: FormPart) {
  const { properties } = values;
  const put = (at: number, some: Partial<WatchedProperty>): void =>
    change({ properties: properties.map((one, index) => (index === at ? { ...one, ...some } : one)) });
  const drop = (at: number): void => change({ properties: properties.filter((_one, index) => index !== at) });
  return (
    <Fieldset>
      <Fieldset.Legend>
        <FormattedMessage id="watches.properties" />
      </Fieldset.Legend>
      <Fieldset.Description>
        <FormattedMessage id={`watches.propertiesWhy.${values.side}`} />
      </Fieldset.Description>
      {properties.map((one, at) => (
        <PropertyRow
          key={at}
          property={one}
          error={errorOf(`properties.${at}`)}
          put={(some) => put(at, some)}
          drop={() => drop(at)}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() => change({ properties: [...properties, NO_PROPERTY] })}
        >
          <FormattedMessage id="watches.addProperty" />
        </Button>
      </div>
    </Fieldset>
  );
}

interface PropertyRowProps {
  readonly property: WatchedProperty;
  readonly error: string | undefined;
  readonly put: (some: Partial<WatchedProperty>) => void;
  readonly drop: () => void;
}

function PropertyRow({ property, error, put, drop }: PropertyRowProps) {
  const intl = useIntl();
  const name = property.property === '' ? intl.formatMessage({ id: 'watches.property' }) : property.property;
  return (
    <div className="watch-property">
      <div className="watch-row">
        <Textfield
          label={intl.formatMessage({ id: 'watches.property' })}
          value={property.property}
          aria-invalid={error !== undefined}
          onChange={({ target }) => put({ property: target.value })}
        />
        <Textfield
          inputMode="decimal"
          label={intl.formatMessage({ id: 'watches.least' })}
          value={property.min}
          onChange={({ target }) => put({ min: target.value })}
        />
        <Textfield
          inputMode="decimal"
          label={intl.formatMessage({ id: 'watches.most' })}
          value={property.max}
          onChange={({ target }) => put({ max: target.value })}
        />
        <Textfield
          label={intl.formatMessage({ id: 'watches.unit' })}
          value={property.unit}
          onChange={({ target }) => put({ unit: target.value })}
        />
        <Button variant="tertiary" data-size="sm" onClick={drop}>
          <FormattedMessage id="watches.leaveOut" values={{ what: name }} />
        </Button>
      </div>
      {error !== undefined && (
        <p className="watch-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
