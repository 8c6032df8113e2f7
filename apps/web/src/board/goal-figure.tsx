import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FormattedMessage } from 'react-intl';
import type { Trouble } from '../shared/act.js';
import { troubleOf } from '../shared/refusal.js';
import { GOAL_UNITS } from './goal-units.js';
import { useFigureName } from './names.js';

interface FigureRowProps {
  readonly field: UseFormRegisterReturn;
  readonly trouble: Trouble | undefined;
}

export function FigureRow({ field, trouble }: FigureRowProps) {
  const nameOf = useFigureName();
  const wrong = troubleOf(trouble, 'figure') ?? troubleOf(trouble, 'unit');
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
      {wrong !== undefined && <ValidationMessage>{wrong}</ValidationMessage>}
    </Field>
  );
}
