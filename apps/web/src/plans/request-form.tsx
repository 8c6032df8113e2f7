import { Button, Checkbox, Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlanObjective } from '#operations';
import { useAct } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { useViewer } from '../shell/viewer.js';
import { AskForPlan } from './plans.graphql';

const OBJECTIVES = ['NOK', 'CO2E', 'TONNES'] as const satisfies readonly PlanObjective[];
const YEARS_AHEAD = 5;
/** Whole numbers, with the spaces that people write between thousands. */
const WHOLE = /^\d[\d\s]{0,13}$/;
const digitsOf = (text: string): string => text.replaceAll(/\s/g, '');

interface RequestFormProps {
  readonly clusterId: string;
  readonly onAsked: (id: string) => void;
}

interface Values {
  readonly objective: PlanObjective;
  readonly year: string;
  readonly withTreatment: boolean;
  readonly fixedCost: string;
  readonly mostTonneKm: string;
  /** Other clusters that are planned with this one. */
  readonly others: readonly string[];
}

/** What the plan is to aim at. */
export function RequestForm({ clusterId, onAsked }: RequestFormProps) {
  const intl = useIntl();
  const others = useViewer().clusters.filter(
    ({ cluster, role }) => role === 'CLUSTER_STAFF' && cluster.id !== clusterId,
  );
  const [thisYear] = useState(() => new Date().getFullYear());
  const { act, busy, trouble } = useAct(AskForPlan);
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: {
      objective: 'NOK',
      year: String(thisYear),
      withTreatment: true,
      fixedCost: '0',
      mostTonneKm: '',
      others: [],
    },
  });
  const ask = handleSubmit(async ({ objective, year, withTreatment, fixedCost, ...more }) => {
    const input = {
      clusterIds: [clusterId, ...more.others],
      objective,
      year: Number(year),
      withTreatment,
      fixedCostNok: digitsOf(fixedCost),
      mostTonneKm: digitsOf(more.mostTonneKm) || null,
    };
    const done = await act({ input });
    if (done !== undefined) onAsked(done.plan.id);
  });
  const { errors } = formState;
  const isWrong = errors.fixedCost !== undefined || fieldOf(trouble) === 'fixedCostNok';
  const isFar = errors.mostTonneKm !== undefined || fieldOf(trouble) === 'mostTonneKm';
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
        {...register('fixedCost', { pattern: WHOLE, required: true })}
      />
      <Textfield
        label={<FormattedMessage id="plans.mostTonneKm" />}
        description={<FormattedMessage id="plans.mostTonneKm.why" />}
        inputMode="numeric"
        error={isFar && intl.formatMessage({ id: 'plans.mostTonneKm.problem' })}
        {...register('mostTonneKm', { pattern: WHOLE })}
      />
      {others.length > 0 && (
        <Fieldset>
          <Fieldset.Legend>
            <FormattedMessage id="plans.clusters" />
          </Fieldset.Legend>
          {others.map(({ cluster: { id, name } }) => (
            <Checkbox key={id} label={name} value={id} {...register('others')} />
          ))}
        </Fieldset>
      )}
      <Checkbox label={intl.formatMessage({ id: 'plans.withTreatment' })} {...register('withTreatment')} />
      <div>
        {!isWrong && !isFar && <Refusal trouble={trouble} />}
        <Button type="submit" loading={busy}>
          <FormattedMessage id="plans.ask" />
        </Button>
      </div>
    </form>
  );
}
