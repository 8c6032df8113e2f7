import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { GoalFigure } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { TextRow } from './form-parts.js';
import { SetGoal, SetPresetGoals } from './goal-forms.graphql';
import { decimalOf, partOf } from './decimal-of.js';
import { FigureRow } from './goal-figure.js';
import { GOAL_UNITS } from './goal-units.js';
import { yearInOslo } from './period.js';

interface GoalFormsProps {
  /** The cluster whose goals are set; undefined for the firm acted for. */
  readonly clusterId: string | undefined;
  readonly onSet: () => void;
}

/** A goal of one's own, or the three that the programme proposes. */
export const GoalForms = (props: GoalFormsProps) => (
  <div className="board-forms">
    <OwnGoal {...props} />
    <Presets {...props} />
  </div>
);

interface GoalFields {
  readonly name: string;
  readonly figure: GoalFigure;
  readonly change: string;
  readonly baseline: string;
  readonly baselineYear: string;
  readonly dueOn: string;
  readonly scope: string;
}

const instantAt = (day: string): string => `${day}T00:00:00.000Z`;

/** The year before: the last one that is whole. */
const lastYear = (): string => String(Number(yearInOslo(new Date())) - 1);

function OwnGoal({ clusterId, onSet }: GoalFormsProps) {
  const { register, handleSubmit, reset } = useForm<GoalFields>({
    defaultValues: { figure: 'netCo2eAvoided', baselineYear: lastYear() },
  });
  const { act, busy, trouble } = useAct(SetGoal);
  const tell = useToast();
  const intl = useIntl();
  const submit = handleSubmit(async ({ baseline, baselineYear, dueOn, change, figure, ...rest }) => {
    const done = await act({
      input: {
        ...rest,
        figure,
        unit: GOAL_UNITS[figure],
        change: partOf(change),
        baselineYear: Number(baselineYear),
        dueOn: instantAt(dueOn),
        clusterId: clusterId ?? null,
        baseline: baseline.trim() === '' ? null : decimalOf(baseline),
      },
    });
    if (done === undefined) return;
    tell(intl.formatMessage({ id: 'board.goalForm.done' }));
    reset();
    onSet();
  });
  return (
    <Card asChild>
      <form className="board-form" onSubmit={(event) => void submit(event)} noValidate>
        <Heading level={2} data-size="xs">
          <FormattedMessage id="board.goalForm.title" />
        </Heading>
        <TextRow id="name" trouble={trouble} field={register('name')} />
        <FigureRow field={register('figure')} trouble={trouble} />
        <TextRow id="change" trouble={trouble} field={register('change')} inputMode="decimal" />
        <TextRow id="baselineYear" trouble={trouble} field={register('baselineYear')} inputMode="numeric" />
        <TextRow id="baseline" trouble={trouble} field={register('baseline')} inputMode="decimal" />
        <TextRow id="dueOn" trouble={trouble} field={register('dueOn')} type="date" />
        <TextRow id="scope" trouble={trouble} field={register('scope')} />
        <Refusal trouble={trouble} fields={GOAL_ROWS} />
        <Button type="submit" loading={busy}>
          <FormattedMessage id="board.goalForm.submit" />
        </Button>
      </form>
    </Card>
  );
}

const GOAL_ROWS = ['name', 'figure', 'change', 'baselineYear', 'baseline', 'dueOn', 'scope'];

interface PresetFields {
  readonly baselineYear: string;
  readonly dueOn: string;
  readonly scope: string;
}

const PRESET_ROWS = ['baselineYear', 'dueOn', 'scope'];

function Presets({ clusterId, onSet }: GoalFormsProps) {
  const { register, handleSubmit } = useForm<PresetFields>({ defaultValues: { baselineYear: lastYear() } });
  const { act, busy, trouble } = useAct(SetPresetGoals);
  const tell = useToast();
  const intl = useIntl();
  const submit = handleSubmit(async ({ baselineYear, dueOn, scope }) => {
    const done = await act({
      input: {
        baselineYear: Number(baselineYear),
        dueOn: instantAt(dueOn),
        scope,
        clusterId: clusterId ?? null,
      },
    });
    if (done === undefined) return;
    tell(intl.formatMessage({ id: 'board.goalForm.presetsDone' }));
    onSet();
  });
  return (
    <Card asChild>
      <form className="board-form" onSubmit={(event) => void submit(event)} noValidate>
        <Heading level={2} data-size="xs">
          <FormattedMessage id="board.goalForm.presets" />
        </Heading>
        <Paragraph className="quiet">
          <FormattedMessage id="board.goalForm.presetsLead" />
        </Paragraph>
        <TextRow id="baselineYear" trouble={trouble} field={register('baselineYear')} inputMode="numeric" />
        <TextRow id="dueOn" trouble={trouble} field={register('dueOn')} type="date" />
        <TextRow id="scope" trouble={trouble} field={register('scope')} />
        <Refusal trouble={trouble} fields={PRESET_ROWS} />
        <Button type="submit" variant="secondary" loading={busy}>
          <FormattedMessage id="board.goalForm.presetsSubmit" />
        </Button>
      </form>
    </Card>
  );
}
