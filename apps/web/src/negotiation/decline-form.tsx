import { Button, Heading, Paragraph, Radio, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DeclineReason, SentTermsFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { useToast } from '../shell/toasts.js';
import { DeclineTerms } from './negotiation.graphql';
import type { Deal } from './thread-deal.js';
import { Refusal, troubleOf } from '../shared/refusal.js';

const REASONS: readonly DeclineReason[] = [
  'PRICE',
  'VOLUME',
  'TIMING',
  'QUALITY',
  'DISTANCE',
  'PERMIT',
  'HAVE_PARTNER',
  'NOT_CREDIBLE',
  'OTHER',
];

interface DeclineFormProps {
  readonly proposal: SentTermsFragment;
  readonly deal: Deal;
  readonly onEnd: () => void;
}

/** A no with its reason; the match stays open. */
export function DeclineForm({ proposal, deal, onEnd }: DeclineFormProps) {
  const intl = useIntl();
  const tell = useToast();
  const { act, busy, trouble } = useAct(DeclineTerms);
  const { register, handleSubmit, formState } = useForm<{ reason: DeclineReason; note: string }>();
  const submit = handleSubmit(async ({ reason, note }) => {
    const words = note.trim();
    const said = await act({ id: proposal.id, reason, ...(words === '' ? {} : { note: words }) });
    if (said === undefined) return;
    tell(<FormattedMessage id="negotiation.declined" values={{ firm: deal.others }} />);
    onEnd();
  });
  return (
    <form className="negotiation-answer" noValidate onSubmit={(event) => void submit(event)}>
      <Heading level={2} data-size="xs" id="negotiation-answer">
        <FormattedMessage id="negotiation.decline.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="negotiation.decline.lead" />
      </Paragraph>
      <Refusal trouble={trouble} fields={['note', 'reason']} />
      <Fieldset>
        <Fieldset.Legend>
          <FormattedMessage id="negotiation.decline.reason" />
        </Fieldset.Legend>
        {REASONS.map((reason) => (
          <Radio
            key={reason}
            value={reason}
            label={intl.formatMessage({ id: `negotiation.reason.${reason}` })}
            aria-invalid={formState.errors.reason !== undefined}
            {...register('reason', { required: true })}
          />
        ))}
        {formState.errors.reason !== undefined && (
          <Paragraph className="negotiation-warns" role="alert">
            <FormattedMessage id="negotiation.decline.choose" />
          </Paragraph>
        )}
      </Fieldset>
      <Textfield
        multiline
        rows={2}
        label={intl.formatMessage({ id: 'negotiation.decline.note' })}
        maxLength={1000}
        error={troubleOf(trouble, 'note')}
        {...register('note')}
      />
      <div className="negotiation-steps">
        <Button type="submit" data-color="danger" loading={busy}>
          <FormattedMessage id="negotiation.step.DECLINE" />
        </Button>
        <Button variant="tertiary" onClick={onEnd} disabled={busy}>
          <FormattedMessage id="negotiation.cancel" />
        </Button>
      </div>
    </form>
  );
}
