import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { CompleteNextStep, SetNextStep, WorkbenchStaff } from './workbench.graphql';

const MOST_LETTERS = 300;

interface NextStepDoneProps {
  readonly clusterId: string;
  readonly step: { readonly id: string; readonly text: string };
  readonly onDone: (() => void) | undefined;
}

export function NextStepDone({ clusterId, step: { id, text }, onDone }: NextStepDoneProps) {
  const intl = useIntl();
  const tell = useToast();
  const { act, busy, trouble } = useAct(CompleteNextStep);
  const complete = async (): Promise<void> => {
    const done = await act({ clusterId, id });
    if (done === undefined) return;
    tell(<FormattedMessage id="workbench.step.done.told" values={{ step: text }} />);
    onDone?.();
  };
  return (
    <>
      <Button
        data-size="sm"
        variant="secondary"
        loading={busy}
        aria-label={intl.formatMessage({ id: 'workbench.step.done.of' }, { step: text })}
        onClick={() => void complete()}
      >
        <FormattedMessage id="workbench.step.done" />
      </Button>
      <Refusal trouble={trouble} />
    </>
  );
}

interface NextStepFormProps {
  readonly clusterId: string;
  readonly matchId: string;
  readonly onSet: (() => void) | undefined;
}

/** What is to be done next, by when and by whom; it takes the place of the step that was. */
export function NextStepForm({ clusterId, matchId, onSet }: NextStepFormProps) {
  const { act, busy, trouble } = useAct(SetNextStep);
  const { register, handleSubmit, reset, formState } = useForm({
    defaultValues: { text: '', dueOn: '', assignedTo: '' },
  });
  const send = handleSubmit(async ({ text, dueOn, assignedTo }) => {
    const to = assignedTo === '' ? {} : { assignedTo };
    const done = await act({ input: { clusterId, matchId, text, dueOn: `${dueOn}T00:00:00Z`, ...to } });
    if (done === undefined) return;
    reset();
    onSet?.();
  });
  const intl = useIntl();
  const wrong = (name: 'text' | 'dueOn') =>
    (formState.errors[name] !== undefined || fieldOf(trouble) === name) &&
    intl.formatMessage({ id: `workbench.step.problem.${name}` });
  return (
    <form noValidate className="workbench-form" onSubmit={(event) => void send(event)}>
      <Textfield
        data-size="sm"
        label={<FormattedMessage id="workbench.step" />}
        error={wrong('text')}
        {...register('text', { required: true, maxLength: MOST_LETTERS })}
      />
      <div className="form-pair">
        <Textfield
          data-size="sm"
          type="date"
          label={<FormattedMessage id="workbench.step.dueOn" />}
          error={wrong('dueOn')}
          {...register('dueOn', { required: true })}
        />
        <Assignee clusterId={clusterId} field={register('assignedTo')} />
      </div>
      <Refusal trouble={trouble} fields={['text', 'dueOn']} />
      <Button type="submit" variant="secondary" data-size="sm" loading={busy}>
        <FormattedMessage id="workbench.step.set" />
      </Button>
    </form>
  );
}

interface AssigneeProps {
  readonly clusterId: string;
  readonly field: object;
}

function Assignee({ clusterId, field }: AssigneeProps) {
  const intl = useIntl();
  const { data } = useQuery(WorkbenchStaff, { variables: { clusterId } });
  const others = (data?.members ?? []).filter(({ role, self }) => role === 'CLUSTER_STAFF' && !self);
  return (
    <Field data-size="sm">
      <Label>
        <FormattedMessage id="workbench.step.assignedTo" />
      </Label>
      <Select {...field}>
        <Select.Option value="">{intl.formatMessage({ id: 'workbench.step.me' })}</Select.Option>
        {others.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
