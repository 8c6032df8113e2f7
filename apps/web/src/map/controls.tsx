import { Field, Label, Select } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FlowOnMapFragment, SiteOnMapFragment } from '#operations';
import { familiesOf, shownUnit, unitsOf } from './shown.js';
import { useMapSearch } from './use-map.js';
import { labelIn, periodName } from './words.js';

interface ControlsProps {
  readonly periods: readonly string[];
  readonly period: string;
  /** All of them, whatever is chosen. */
  readonly flows: readonly FlowOnMapFragment[];
  readonly sites: readonly SiteOnMapFragment[];
}

/** What the map is cut down to; all of it stands in the address. */
export function Controls({ periods, period, flows, sites }: ControlsProps) {
  const intl = useIntl();
  const { change } = useMapSearch();
  return (
    <div className="map-controls">
      <Field>
        <Label>
          <FormattedMessage id="map.period" />
        </Label>
        <Select value={period} onChange={({ target }) => change({ period: target.value, flow: undefined })}>
          {[...new Set([period, ...periods])].sort(newestFirst).map((one) => (
            <Select.Option key={one} value={one}>
              {periodName(intl, one)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Families flows={flows} sites={sites} />
      <Units flows={flows} />
    </div>
  );
}

/** A year before its quarters. */
const newestFirst = (a: string, b: string): number =>
  b.slice(0, 4).localeCompare(a.slice(0, 4)) || a.length - b.length || b.localeCompare(a);

function Families({ flows, sites }: Pick<ControlsProps, 'flows' | 'sites'>) {
  const intl = useIntl();
  const { search, change } = useMapSearch();
  const families = familiesOf(flows, sites)
    .map((one) => ({ code: one.code, label: labelIn(intl, one) }))
    .sort((a, b) => a.label.localeCompare(b.label, intl.locale));
  return (
    <Field>
      <Label>
        <FormattedMessage id="map.family" />
      </Label>
      <Select
        value={search.family ?? ''}
        onChange={({ target }) =>
          change({ family: target.value === '' ? undefined : target.value, flow: undefined })
        }
      >
        <Select.Option value="">{intl.formatMessage({ id: 'map.family.all' })}</Select.Option>
        {families.map(({ code, label }) => (
          <Select.Option key={code} value={code}>
            {label}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

/** Tonnes and megawatt hours are not comparable: one kind at a time, where there are several. */
function Units({ flows }: Pick<ControlsProps, 'flows'>) {
  const intl = useIntl();
  const { search, change } = useMapSearch();
  const units = unitsOf(flows);
  const shown = shownUnit(flows, search.unit);
  if (shown === undefined || units.length < 2) return null;
  return (
    <Field>
      <Label>
        <FormattedMessage id="map.unit" />
      </Label>
      <Select value={shown} onChange={({ target }) => change({ unit: target.value, flow: undefined })}>
        {units.map((unit) => (
          <Select.Option key={unit} value={unit}>
            {intl.formatMessage({ id: `map.kind.${unit}` })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
