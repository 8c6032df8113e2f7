import {
  Field,
  Fieldset,
  Label,
  Radio,
  Select,
  EXPERIMENTAL_Suggestion as Suggestion,
  Textfield,
} from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useViewer } from '../shell/viewer.js';
import { useAreas } from './use-areas.js';
import type { FormPart } from './watch-form.js';

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

function AreasField({ values, change, errorOf }: FormPart) {
  const intl = useIntl();
  const areas = useAreas();
  const selected = values.areas.map((number) => areas.get(number) ?? { value: number, label: number });
  const error = errorOf('areas');
  return (
    <Field>
      <Label>
        <FormattedMessage id="watches.areas" />
      </Label>
      <Suggestion
        multiple
        selected={selected}
        onSelectedChange={(chosen) => change({ areas: chosen.map(({ value }) => value) })}
      >
        <Suggestion.Input />
        <Suggestion.Clear aria-label={intl.formatMessage({ id: 'watches.clear' })} />
        <Suggestion.List>
          <Suggestion.Empty>
            <FormattedMessage id="watches.noArea" />
          </Suggestion.Empty>
          {[...areas.values()].map(({ value, label }) => (
            <Suggestion.Option key={value} value={value} label={label}>
              {label}
            </Suggestion.Option>
          ))}
        </Suggestion.List>
      </Suggestion>
      {error !== undefined && <p className="watch-error">{error}</p>}
    </Field>
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
