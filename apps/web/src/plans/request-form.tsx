import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlanObjective } from '#operations';
import { useAct } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { AskForPlan } from './plans.graphql';

const OBJECTIVES = ['NOK', 'CO2E', 'TONNES'] as const satisfies readonly PlanObjective[];
const YEARS_AHEAD = 5;
/** Whole kroner, with the spaces that people write between thousands. */
const KRONER = /^\d[\d\s]{0,11}$/;

interface RequestFormProps {
  readonly clusterId: string;
  readonly onAsked: (id: string) => void;
}

interface Values {
  readonly objective: PlanObjective;
  readonly year: string;
  readonly withTreatment: boolean;
  readonly fixedCost: string;
}

/** What the plan is to aim at. */
export function RequestForm({ clusterId, onAsked }: RequestFormProps) {
  const intl = useIntl();
  const [thisYear] = useState(() => new Date().getFullYear());
  const { act, busy, trouble } = useAct(AskForPlan);
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: { objective: 'NOK', year: String(thisYear), withTreatment: true, fixedCost: '0' },
  });
  const ask = handleSubmit(async ({ objective, year, withTreatment, fixedCost }) => {
    const fixedCostNok = fixedCost.replaceAll(/\s/g, '');
    const input = { clusterIds: [clusterId], objective, year: Number(year), withTreatment, fixedCostNok };
    const done = await act({ input });
    if (done !== undefined) onAsked(done.plan.id);
  });
  const isWrong = formState.errors.fixedCost !== undefined || fieldOf(trouble) === 'fixedCostNok';
  return (
    <form noValidate className="card plans-form" onSubmit={(event) => void ask(event)}>
      <Field>
        <Label>
          <FormattedMessage id="plans.objective" />
        </Label>
        <Select {...register('objective')}>
          {OBJECTIVES.map((one) => (
            <Select.Option key={one} value={one}>
              {intl.formatMessage({ id: `plans.objective.${one}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>
          <FormattedMessage id="plans.year" />
        </Label>
        <Select {...register('year')}>
          {Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => thisYear + ahead).map((year) => (
            <Select.Option key={year} value={String(year)}>
              {String(year)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        label={<FormattedMessage id="plans.fixedCost" />}
        inputMode="numeric"
        error={isWrong && intl.formatMessage({ id: 'plans.fixedCost.problem' })}
        {...register('fixedCost', { pattern: KRONER, required: true })}
      />
      <Checkbox label={intl.formatMessage({ id: 'plans.withTreatment' })} {...register('withTreatment')} />
      <div>
        {fieldOf(trouble) !== 'fixedCostNok' && <Refusal trouble={trouble} />}
        <Button type="submit" loading={busy}>
          <FormattedMessage id="plans.ask" />
        </Button>
      </div>
    </form>
  );
}
