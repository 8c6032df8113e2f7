import {
  Button,
  Dialog,
  Field,
  Heading,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useForm } from 'react-hook-form';
import type { DeclineMatchMutationVariables } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { DeclineMatch } from './match.graphql';

type Reason = DeclineMatchMutationVariables['reason'];

const REASONS: readonly Reason[] = [
  'PRICE',
  'QUALITY',
  'DISTANCE',
  'PERMIT',
  'VOLUME',
  'TIMING',
  'HAVE_PARTNER',
  'NOT_CREDIBLE',
  'OTHER',
];

interface DeclineProps {
  readonly matchId: string;
  /** @param declined whether it was, or the dialog was just closed */
  readonly onClose: (declined: boolean) => void;
}

interface Answer {
  readonly reason: Reason | '';
  readonly note: string;
}

/** A no with its reason: from it matching learns what to leave out, and the cluster what stands in the way. */
export function Decline({ matchId, onClose }: DeclineProps) {
  const intl = useIntl();
  const toast = useToast();
  const { act, busy, trouble } = useAct(DeclineMatch);
  const [open, setOpen] = useState(true);
  const { register, handleSubmit, formState } = useForm<Answer>({ defaultValues: { reason: '', note: '' } });
  const submit = handleSubmit(async ({ reason, note }) => {
    if (reason === '') return;
    const done = await act({ id: matchId, reason, note: note.trim() === '' ? null : note });
    if (done === undefined) return;
    toast(<FormattedMessage id="matches.decline.done" />);
    setOpen(false);
    onClose(true);
  });
  const needed = formState.errors.reason && intl.formatMessage({ id: 'matches.decline.needed' });
  return (
    <Dialog
      open={open}
      onClose={() => onClose(false)}
      closeButton={intl.formatMessage({ id: 'matches.decline.close' })}
    >
      <form className="match-form" onSubmit={(event) => void submit(event)} noValidate>
        <Heading level={2} data-size="xs">
          <FormattedMessage id="matches.decline.title" />
        </Heading>
        <Paragraph className="quiet">
          <FormattedMessage id="matches.decline.lead" />
        </Paragraph>
        <Field>
          <Label>
            <FormattedMessage id="matches.decline.reason" />
          </Label>
          <Select {...register('reason', { required: true })} aria-invalid={needed !== undefined}>
            <Select.Option value="">
              <FormattedMessage id="matches.decline.choose" />
            </Select.Option>
            {REASONS.map((one) => (
              <Select.Option key={one} value={one}>
                {intl.formatMessage({ id: `matches.reason.${one}` })}
              </Select.Option>
            ))}
          </Select>
          {needed !== undefined && <p className="match-error">{needed}</p>}
        </Field>
        <Textfield
          multiline
          rows={3}
          label={intl.formatMessage({ id: 'matches.decline.note' })}
          description={intl.formatMessage({ id: 'matches.decline.noteWhy' })}
          {...register('note')}
        />
        <Refusal trouble={trouble} />
        <Button type="submit" data-color="danger" loading={busy}>
          <FormattedMessage id="matches.decline.submit" />
        </Button>
      </form>
    </Dialog>
  );
}
