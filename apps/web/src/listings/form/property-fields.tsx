import { Button, Details, Tag, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useWords } from '../words.js';
import { decimalIn } from './decimal-text.js';
import { idOf, useFieldError } from './field-error.js';
import type { Fields } from './fields.js';

/** Properties that were taken from the text or typed, each to be taken out again. */
export function PropertyFields() {
  const intl = useIntl();
  const words = useWords();
  const { getValues, setValue } = useFormContext<Fields>();
  const properties = useWatch<Fields, 'properties'>({ name: 'properties' });
  const error = useFieldError('properties');
  const remove = (at: number): void =>
    setValue(
      'properties',
      getValues('properties').filter((_one, place) => place !== at),
    );
  return (
    <div id={idOf('properties')} tabIndex={-1} className="listings-properties">
      {properties.length > 0 && (
        <ul aria-label={intl.formatMessage({ id: 'listings.properties' })}>
          {properties.map((one, at) => (
            <li key={one.property + String(at)}>
              <Tag>{words.property(one)}</Tag>
              <Button
                icon
                variant="tertiary"
                data-size="sm"
                aria-label={intl.formatMessage({ id: 'listings.form.remove' }, { what: one.property })}
                onClick={() => remove(at)}
              >
                <XMarkIcon aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      <Details data-size="sm">
        <Details.Summary>
          <FormattedMessage id="listings.form.addProperty" />
        </Details.Summary>
        <Details.Content>
          <OneProperty />
        </Details.Content>
      </Details>
    </div>
  );
}

const NOTHING = { property: '', typical: '', unit: '', basis: '' };

function OneProperty() {
  const intl = useIntl();
  const { getValues, setValue } = useFormContext<Fields>();
  const [typed, setTyped] = useState(NOTHING);
  const [wrong, setWrong] = useState(false);
  const set = (part: Partial<typeof NOTHING>): void => setTyped({ ...typed, ...part });
  const add = (): void => {
    const typical = decimalIn(typed.typical);
    setWrong(typical === undefined || typed.property.trim() === '');
    if (typical === undefined || typed.property.trim() === '') return;
    const [unit, basis] = [typed.unit.trim(), typed.basis.trim()];
    const added = { property: typed.property.trim(), typical, measured: false };
    setValue('properties', [
      ...getValues('properties'),
      { ...added, ...(unit && { unit }), ...(basis && { basis }) },
    ]);
    setTyped(NOTHING);
  };
  return (
    <div className="listings-row">
      {(['property', 'typical', 'unit', 'basis'] as const).map((part) => (
        <Textfield
          key={part}
          data-size="sm"
          label={intl.formatMessage({ id: `listings.form.part.${part}` })}
          value={typed[part]}
          error={
            wrong && part === 'typical' ? intl.formatMessage({ id: 'listings.form.partWrong' }) : undefined
          }
          onChange={({ target }) => set({ [part]: target.value })}
        />
      ))}
      <Button variant="secondary" data-size="sm" onClick={add}>
        <FormattedMessage id="listings.form.add" />
      </Button>
    </div>
  );
}
