import { Button, Textfield } from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { AddMatchNote } from './workbench.graphql';

const MOST_LETTERS = 2000;

interface NoteFormProps {
  readonly clusterId: string;
  readonly matchId: string;
}

export function NoteForm({ clusterId, matchId }: NoteFormProps) {
  const intl = useIntl();
  const { act, busy, trouble } = useAct(AddMatchNote);
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { text: '' } });
  const send = handleSubmit(async ({ text }) => {
    const done = await act({ input: { clusterId, matchId, text } });
    if (done !== undefined) reset();
  });
  const isWrong = formState.errors.text !== undefined || fieldOf(trouble) === 'text';
  return (
    <form noValidate className="workbench-form" onSubmit={(event) => void send(event)}>
      <Textfield
        multiline
        rows={2}
        data-size="sm"
        label={<FormattedMessage id="workbench.note" />}
        error={isWrong && intl.formatMessage({ id: 'workbench.note.problem' })}
        {...register('text', { required: true, maxLength: MOST_LETTERS })}
      />
      <Refusal trouble={trouble} fields={['text']} />
      <Button type="submit" variant="secondary" data-size="sm" loading={busy}>
        <FormattedMessage id="workbench.note.add" />
      </Button>
    </form>
  );
}
