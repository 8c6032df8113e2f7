import { Field, Label, Select } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlanHeadFragment } from '#operations';

interface PlanChoiceProps {
  readonly plans: readonly PlanHeadFragment[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** Plans made before, newest first. */
export function PlanChoice({ plans, chosen, choose }: PlanChoiceProps) {
  const intl = useIntl();
  return (
    <Field className="plans-choice">
      <Label>
        <FormattedMessage id="plans.choice" />
      </Label>
      <Select width="auto" value={chosen} onChange={({ target }) => choose(target.value)}>
        {plans.map(({ id, objective, year, requestedAt }) => (
          <Select.Option key={id} value={id}>
            {intl.formatDate(requestedAt, { dateStyle: 'medium', timeStyle: 'short' })},{' '}
            {intl.formatMessage({ id: `plans.objective.${objective}` })}, {String(year)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
