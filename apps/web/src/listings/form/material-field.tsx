import { useLazyQuery } from '@apollo/client/react';
import {
  Alert,
  Button,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Radio,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useWords } from '../words.js';
import { idOf, useFieldError } from './field-error.js';
import type { Fields, MaterialChoice } from './fields.js';
import { FindMaterials } from './form.graphql';
import type { TextReading } from './use-reading.js';

type Suggestions = TextReading['suggestions'];
const MOST_SHOWN = 4;
const OF_TEXT = 'of-text';

/** Which material it is: one of those that the text suggests, one that is searched for, or left to the text. */
export function MaterialField({ suggested }: { readonly suggested: Suggestions }) {
  const intl = useIntl();
  const { getValues, setValue, clearErrors } = useFormContext<Fields>();
  const chosen = useWatch<Fields, 'material'>({ name: 'material' });
  const error = useFieldError('material');
  const [found, setFound] = useState<Suggestions>([]);
  const shown = choices(chosen, [...found, ...suggested.slice(0, MOST_SHOWN)]);
  const choose = (material: MaterialChoice | null): void => {
    setValue('material', material);
    setValue('ewcCode', '');
    clearErrors('material');
    if (material !== null && getValues('amount') === '') setValue('unit', material.unit);
  };
  return (
    <div className="listings-material" id={idOf('material')} tabIndex={-1}>
      <Fieldset>
        <Fieldset.Legend>
          <FormattedMessage id="listings.form.material" />
        </Fieldset.Legend>
        <Fieldset.Description>
          <FormattedMessage
            id={shown.length > 0 ? 'listings.form.materialHelp' : 'listings.form.materialLater'}
          />
        </Fieldset.Description>
        {shown.map(({ material, why }) => (
          <Radio
            key={material.id}
            name="material"
            value={material.id}
            label={material.label}
            description={why && intl.formatMessage({ id: 'listings.form.because' }, { why })}
            checked={chosen?.id === material.id}
            onChange={() => choose(material)}
          />
        ))}
        <Radio
          name="material"
          value={OF_TEXT}
          label={intl.formatMessage({ id: 'listings.form.materialOfText' })}
          checked={chosen === null}
          onChange={() => choose(null)}
        />
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </Fieldset>
      <MaterialSearch onFound={setFound} />
      {chosen !== null && chosen.wasteCodes.length > 0 && <WasteCodeField material={chosen} />}
    </div>
  );
}

/** What is chosen stays in the list, whatever is suggested meanwhile. */
function choices(
  chosen: MaterialChoice | null,
  suggestions: Suggestions,
): readonly { readonly material: MaterialChoice; readonly why?: string }[] {
  const each = [...new Map(suggestions.map((one) => [one.material.id, one])).values()];
  return chosen === null || each.some(({ material }) => material.id === chosen.id)
    ? each
    : [{ material: chosen }, ...each];
}

function MaterialSearch({ onFound }: { readonly onFound: (found: Suggestions) => void }) {
  const intl = useIntl();
  const { locale } = useWords();
  const [side, siteId] = useWatch<Fields, ['side', 'siteId']>({ name: ['side', 'siteId'] });
  const [text, setText] = useState('');
  const [find, { data, loading }] = useLazyQuery(FindMaterials);
  const search = async (): Promise<void> => {
    if (text.trim() === '') return;
    const { data: answer } = await find({ variables: { text, side, siteId: siteId || null, locale } });
    onFound(answer?.suggestMaterials ?? []);
  };
  return (
    <div className="listings-search">
      <Textfield
        data-size="sm"
        label={intl.formatMessage({ id: 'listings.form.materialSearch' })}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void search();
        }}
      />
      <Button variant="secondary" data-size="sm" loading={loading} onClick={() => void search()}>
        <FormattedMessage id="listings.form.find" />
      </Button>
      <span role="status" className="quiet">
        {data?.suggestMaterials.length === 0 && <FormattedMessage id="listings.form.noMaterial" />}
      </span>
    </div>
  );
}

/** The code that it travels under as waste; of a mirror entry what it holds decides on which side of the line it is. */
function WasteCodeField({ material }: { readonly material: MaterialChoice }) {
  const intl = useIntl();
  const { register } = useFormContext<Fields>();
  const code = useWatch<Fields, 'ewcCode'>({ name: 'ewcCode' });
  const error = useFieldError('ewcCode');
  const entry = material.wasteCodes.find((one) => one.code === code);
  const isOwn = code !== '' && entry === undefined;
  return (
    <>
      <Field>
        <Label>
          <FormattedMessage id="listings.form.wasteCode" />
        </Label>
        <Field.Description>
          <FormattedMessage id="listings.form.wasteCodeHelp" />
        </Field.Description>
        <Select id={idOf('ewcCode')} {...register('ewcCode')}>
          <Select.Option value="">{intl.formatMessage({ id: 'listings.form.notStated' })}</Select.Option>
          {isOwn && <Select.Option value={code}>{code}</Select.Option>}
          {material.wasteCodes.map((one) => (
            <Select.Option key={one.code} value={one.code}>
              {intl.formatMessage(
                { id: one.hazardous ? 'listings.form.hazardousCode' : 'listings.form.plainCode' },
                { code: one.code, title: one.title },
              )}
            </Select.Option>
          ))}
        </Select>
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </Field>
      {entry !== undefined && (entry.twins.length > 0 || entry.hazardous) && (
        <Alert data-color="warning" data-size="sm" role="status">
          {entry.hazardous && (
            <Paragraph>
              <FormattedMessage id="listings.form.hazardous" />
            </Paragraph>
          )}
          {entry.twins.length > 0 && (
            <Paragraph>
              <FormattedMessage
                id="listings.form.twins"
                values={{
                  code: entry.code,
                  twins: entry.twins.join(', '),
                  hazardous: String(entry.hazardous),
                }}
              />
            </Paragraph>
          )}
        </Alert>
      )}
    </>
  );
}
