import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FormattedMessage } from 'react-intl';
import type { Trouble } from '../shared/act.js';
import { GOAL_UNITS } from './goal-units.js';
import { useFigureName } from './names.js';

interface FigureRowProps {
  readonly field: UseFormRegisterReturn;
  readonly trouble: Trouble | undefined;
}

export function FigureRow({ field, trouble }: FigureRowProps) {
  const nameOf = useFigureName();
  const isAbout = ['figure', 'unit'].includes(trouble?.path.at(-1) ?? '');
  return (
    <Field>
      <Label>
        <FormattedMessage id="board.goalForm.figure" />
      </Label>
      <Select {...field}>
        {Object.keys(GOAL_UNITS).map((figure) => (
          <option key={figure} value={figure}>
            {nameOf(figure)}
          </option>
        ))}
      </Select>
      {isAbout && <ValidationMessage lang="en">{trouble?.message}</ValidationMessage>}
    </Field>
  );
}
