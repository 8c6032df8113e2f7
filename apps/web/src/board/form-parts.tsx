import { Alert, Textfield } from '@digdir/designsystemet-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Trouble } from '../shared/act.js';

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
  const isAbout = trouble?.path.at(-1) === id;
  return (
    <Textfield
      {...field}
      type={type}
      inputMode={inputMode}
      label={intl.formatMessage({ id: `board.goalForm.${id}` })}
      description={id === 'baseline' ? intl.formatMessage({ id: 'board.goalForm.baselineHelp' }) : undefined}
      error={isAbout ? <span lang="en">{trouble?.message}</span> : undefined}
    />
  );
}

interface FormTroubleProps {
  readonly trouble: Trouble | undefined;
  /** Those that say themselves what is wrong with them. */
  readonly fields: readonly string[];
}

/** What is about no field of the form. */
export function FormTrouble({ trouble, fields }: FormTroubleProps) {
  if (trouble === undefined || fields.includes(trouble.path.at(-1) ?? '')) return null;
  return (
    <Alert data-color="danger" role="alert">
      {trouble.code === 'UNREACHABLE' ? (
        <FormattedMessage id="shared.trouble.unreachable" />
      ) : (
        <span lang="en">{trouble.message}</span>
      )}
    </Alert>
  );
}
