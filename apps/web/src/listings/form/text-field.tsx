import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { CheckmarkIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useWords } from '../words.js';
import { idOf, useFieldError } from './field-error.js';
import type { Fields, PropertyField } from './fields.js';
import type { TextReading } from './use-reading.js';

const LONGEST_TEXT = 10_000;

/** The one box that a listing begins with. */
export function TextField() {
  const intl = useIntl();
  const { register } = useFormContext<Fields>();
  const side = useWatch<Fields, 'side'>({ name: 'side' });
  return (
    <Textfield
      multiline
      rows={4}
      id={idOf('text')}
      label={intl.formatMessage({ id: `listings.form.text.${side}` })}
      description={intl.formatMessage({ id: `listings.form.textHelp.${side}` })}
      error={useFieldError('text')}
      {...register('text', {
        validate: (text) => text.trim() !== '' || intl.formatMessage({ id: 'listings.form.textMissing' }),
        maxLength: {
          value: LONGEST_TEXT,
          message: intl.formatMessage({ id: 'listings.form.textLong' }),
        },
      })}
    />
  );
}

interface FoundProps {
  readonly reading: TextReading | undefined;
}

/** What the text was read as saying beside the material; each is taken or not. */
export function Found({ reading }: FoundProps) {
  const words = useWords();
  const { getValues, setValue } = useFormContext<Fields>();
  const [declined, properties, amount] = useWatch<Fields, ['declined', 'properties', 'amount']>({
    name: ['declined', 'properties', 'amount'],
  });
  const decline = (text: string): void => setValue('declined', [...getValues('declined'), text]);
  const open = (text: string): boolean => !declined.includes(text);
  const quantities = amount === '' ? (reading?.quantities ?? []).filter(({ text }) => open(text)) : [];
  const found = (reading?.properties ?? []).filter(
    ({ text, property }) => open(text) && properties.every((one) => one.property !== property),
  );
  const [quantity] = quantities;
  return (
    <div className="listings-found" aria-live="polite">
      {quantity === undefined && found.length === 0 ? null : (
        <>
          <Heading level={3} data-size="2xs">
            <FormattedMessage id="listings.form.found" />
          </Heading>
          <ul>
            {quantity !== undefined && (
              <Finding
                what={words.amount(quantity)}
                text={quantity.text}
                onTake={() => {
                  const value = quantity.value ?? quantity.max ?? quantity.min ?? '';
                  setValue('amount', words.locale === 'nb' ? value.replace('.', ',') : value);
                  setValue('unit', quantity.unit);
                  if (quantity.per !== null) setValue('per', quantity.per);
                }}
                onLeave={() => decline(quantity.text)}
              />
            )}
            {found.map((one) => (
              <Finding
                key={one.property + one.text}
                what={words.property(one)}
                text={one.text}
                onTake={() => setValue('properties', [...getValues('properties'), asField(one)])}
                onLeave={() => decline(one.text)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const asField = ({
  property,
  min,
  max,
  typical,
  unit,
  basis,
}: TextReading['properties'][number]): PropertyField => ({
  property,
  measured: false,
  ...(min !== null && { min }),
  ...(max !== null && { max }),
  ...(typical !== null && { typical }),
  ...(unit !== null && { unit }),
  ...(basis !== null && { basis }),
});

interface FindingProps {
  readonly what: string;
  /** The words that it was read from. */
  readonly text: string;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

function Finding({ what, text, onTake, onLeave }: FindingProps) {
  const intl = useIntl();
  return (
    <li>
      <span>
        <strong>{what}</strong> <span className="quiet">«{text.trim()}»</span>
      </span>
      <span className="listings-yes-no">
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={intl.formatMessage({ id: 'listings.form.takeThis' }, { what })}
          onClick={onTake}
        >
          <CheckmarkIcon aria-hidden /> <FormattedMessage id="listings.form.take" />
        </Button>
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={intl.formatMessage({ id: 'listings.form.leaveThis' }, { what })}
          onClick={onLeave}
        >
          <XMarkIcon aria-hidden /> <FormattedMessage id="listings.form.leave" />
        </Button>
      </span>
    </li>
  );
}
