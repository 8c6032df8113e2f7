import { Textfield } from '@digdir/designsystemet-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useIntl } from 'react-intl';
import type { Trouble } from '../shared/act.js';
import { troubleOf } from '../shared/refusal.js';

type Row = 'name' | 'change' | 'baselineYear' | 'baseline' | 'dueOn' | 'scope';

interface TextRowProps {
  readonly id: Row;
  readonly trouble: Trouble | undefined;
  readonly field: UseFormRegisterReturn;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
}

/** A field with what the server said of it beside it. */
export function TextRow({ id, trouble, field, type = 'text', inputMode = 'text' }: TextRowProps) {
  const intl = useIntl();
  return (
    <Textfield
      {...field}
      type={type}
      inputMode={inputMode}
      label={intl.formatMessage({ id: `board.goalForm.${id}` })}
      description={id === 'baseline' ? intl.formatMessage({ id: 'board.goalForm.baselineHelp' }) : undefined}
      error={troubleOf(trouble, id)}
    />
  );
}
