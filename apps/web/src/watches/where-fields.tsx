import { Field, Fieldset, Label, Radio, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useViewer } from '../shell/viewer.js';
import { Choices } from './choices.js';
import { useAreas } from './use-areas.js';
import type { FormPart } from './form-part.js';

const PLACES = ['ALL', 'AREAS', 'SITE'] as const;

/** Everywhere, in some counties and municipalities, or within reach of a site of one's own. */
export function WhereFields(part: FormPart) {
  const { values, change } = part;
  return (
    <>
      <Fieldset>
        <Fieldset.Legend>
          <FormattedMessage id="watches.where" />
        </Fieldset.Legend>
        {PLACES.map((one) => (
          <Radio
            key={one}
            name="watch-where"
            value={one}
            label={<FormattedMessage id={`watches.where.${one}`} />}
            checked={values.where === one}
            onChange={() => change({ where: one })}
          />
        ))}
      </Fieldset>
      {values.where === 'AREAS' && <AreasField {...part} />}
      {values.where === 'SITE' && <ReachFields {...part} />}
    </>
  );
}

/** More would be no choice. */
const MOST_FOUND = 8;

function AreasField({ values, change, errorOf }: FormPart) {
  const intl = useIntl();
  const areas = useAreas();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = [...areas.values()]
    .filter(({ value, label }) => label.toLowerCase().includes(wanted) && !values.areas.includes(value))
    .slice(0, MOST_FOUND);
  return (
    <div>
      <Textfield
        type="search"
        autoComplete="off"
        label={intl.formatMessage({ id: 'watches.areas' })}
        description={intl.formatMessage({ id: 'watches.areasWhy' })}
        value={text}
        error={errorOf('areas')}
        onChange={({ target }) => setText(target.value)}
      />
      <Choices
        found={wanted === '' ? [] : found}
        isSearching={wanted !== ''}
        add={(number) => {
          change({ areas: [...values.areas, number] });
          setText('');
        }}
        chosen={values.areas.map((number) => areas.get(number) ?? { value: number, label: number })}
        drop={(number) => change({ areas: values.areas.filter((one) => one !== number) })}
      />
    </div>
  );
}

function ReachFields({ values, change, errorOf }: FormPart) {
  const intl = useIntl();
  const { acting } = useViewer();
  const error = errorOf('siteId');
  return (
    <div className="watch-row">
      <Field>
        <Label>
          <FormattedMessage id="watches.site" />
        </Label>
        <Select value={values.siteId} onChange={({ target }) => change({ siteId: target.value })}>
          {(acting?.firm.sites ?? []).map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
        {error !== undefined && <p className="watch-error">{error}</p>}
      </Field>
      <Textfield
        inputMode="decimal"
        label={intl.formatMessage({ id: 'watches.withinKm' })}
        suffix="km"
        value={values.withinKm}
        error={errorOf('withinKm')}
        onChange={({ target }) => change({ withinKm: target.value })}
      />
    </div>
  );
}
