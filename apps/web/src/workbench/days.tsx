import { Field, Label, Select } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Tab } from './search.js';

const route = getRouteApi('/cluster/$slug/workbench');

export const useDays = (usual: number): number => route.useSearch().days ?? usual;

interface DaysFieldProps {
  readonly tab: Tab;
  readonly days: number;
  readonly choices: readonly number[];
}

/** How long something has to have waited; whatever the address says is among the choices. */
export function DaysField({ tab, days, choices }: DaysFieldProps) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const all = choices.includes(days) ? choices : [days, ...choices];
  return (
    <Field className="workbench-days">
      <Label>
        <FormattedMessage id="workbench.days" />
      </Label>
      <Select
        width="auto"
        value={String(days)}
        onChange={({ target }) => void navigate({ search: { tab, days: Number(target.value) } })}
      >
        {all.map((one) => (
          <Select.Option key={one} value={String(one)}>
            {intl.formatMessage({ id: 'workbench.days.count' }, { days: one })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
