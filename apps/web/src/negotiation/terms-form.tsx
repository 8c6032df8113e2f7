import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SentTermsFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { useToast } from '../shell/toasts.js';
import { CounterTerms, SendTerms } from './negotiation.graphql';
import { AmountFields, NoteFields, PriceFields, TermFields, TERM_FIELDS } from './terms-fields.js';
import { inputOf, valuesOf, type TermsValues } from './terms-values.js';
import type { Deal, Step } from './thread-deal.js';
import { Refusal } from '../shared/refusal.js';

interface TermsFormProps {
  readonly deal: Deal;
  /** What the fields begin with. */
  readonly basis: SentTermsFragment | undefined;
  readonly step: Step;
  readonly onEnd: () => void;
}

/** Terms to the other side: the first ones, or others than it has proposed. */
export function TermsForm({ deal, basis, step, onEnd }: TermsFormProps) {
  const intl = useIntl();
  const tell = useToast();
  const form = useForm<TermsValues>({ defaultValues: valuesOf(basis, deal, intl.locale) });
  const { send, busy, trouble } = useSending(step);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = form.handleSubmit(async (values) => {
    if ((await send(inputOf(values, deal.matchId, intl.locale))) === undefined) return;
    tell(<FormattedMessage id="negotiation.sent" values={{ firm: deal.others }} />);
    onEnd();
  });
  return (
    <FormProvider {...form}>
      <form className="negotiation-form" noValidate onSubmit={(event) => void submit(event)}>
        <Heading level={3} data-size="xs" tabIndex={-1} ref={heading}>
          <FormattedMessage id={`negotiation.form.${step.name === 'COUNTER' ? 'counter' : 'propose'}`} />
        </Heading>
        <Refusal trouble={trouble} fields={TERM_FIELDS} />
        <AmountFields trouble={trouble} />
        <PriceFields trouble={trouble} />
        <TermFields trouble={trouble} />
        <NoteFields trouble={trouble} />
        <div className="negotiation-steps">
          <Button type="submit" loading={busy}>
            <FormattedMessage id="negotiation.send" />
          </Button>
          <Button variant="tertiary" onClick={onEnd} disabled={busy}>
            <FormattedMessage id="negotiation.cancel" />
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

/** One deed, whether it is the first word or an answer. */
function useSending(step: Step) {
  const propose = useAct(SendTerms);
  const counter = useAct(CounterTerms);
  const { busy, trouble } = step.name === 'COUNTER' ? counter : propose;
  const send = (input: ReturnType<typeof inputOf>) =>
    step.name === 'COUNTER' ? counter.act({ id: step.proposal.id, input }) : propose.act({ input });
  return { send, busy, trouble };
}
