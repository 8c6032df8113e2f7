import { Button, ErrorSummary, Fieldset, Radio } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import { FormProvider, useForm, useFormContext, useWatch, type UseFormReturn } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSaid } from '../../said/said.js';
import type { Trouble } from '../../shared/act.js';
import { Refusal } from '../../shared/refusal.js';
import { WhoSees } from '../who-sees.js';
import { AmountFields, SiteField, TermsFields } from './amount-fields.js';
import { idOf } from './field-error.js';
import type { Fields, Visibility } from './fields.js';
import { keepFields, keptFields } from './kept.js';
import { MaterialField } from './material-field.js';
import { MoreFields } from './more-fields.js';
import { placeOfProblem } from './problems.js';
import { PropertyFields } from './property-fields.js';
import { Found, TextField } from './text-field.js';
import { useReading } from './use-reading.js';
import '../listings.css';

const VISIBILITIES: readonly Visibility[] = ['MASKED', 'CLUSTER', 'FEDERATION'];

interface StreamFormProps {
  /** What it is kept by in this tab until it is sent. */
  readonly form: string;
  readonly beginning: Fields;
  readonly submit: ReactNode;
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly onSubmit: (fields: Fields) => void;
  /** Other ways out than sending, given what is typed. */
  readonly others: (fields: () => Fields) => ReactNode;
}

/** A stream or a need as it shall stand: what is typed survives a reload and every error. */
export function StreamForm({ form, beginning, submit, busy, trouble, onSubmit, others }: StreamFormProps) {
  const [defaultValues] = useState(() => keptFields(form, beginning));
  const methods = useForm<Fields>({ defaultValues, mode: 'onTouched' });
  useKept(form, methods, defaultValues);
  useTrouble(trouble, methods);
  const [failed, setFailed] = useState(0);
  return (
    <FormProvider {...methods}>
      <form
        noValidate
        className="listings-form"
        onSubmit={(event) => {
          methods.clearErrors();
          void methods.handleSubmit(onSubmit, () => setFailed(failed + 1))(event);
        }}
      >
        <TextPart />
        <section className="listings-part">
          <AmountFields />
          <PropertyFields />
          <SiteField />
          <TermsFields />
          <MoreFields />
        </section>
        <VisibilityPart />
        <Errors key={failed} trouble={trouble} />
        <div className="listings-buttons">
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
          {others(() => methods.getValues())}
        </div>
      </form>
    </FormProvider>
  );
}

/** Kept at every stroke: a reload, a closed lid or an error loses nothing. */
function useKept(form: string, { control }: UseFormReturn<Fields>, beginning: Fields): void {
  const values = useWatch({ control });
  useEffect(() => {
    if (JSON.stringify(values) !== JSON.stringify(beginning)) keepFields(form, values as Fields);
  }, [form, values, beginning]);
}

/** What the server would not take, at the fields that it named. */
function useTrouble(trouble: Trouble | undefined, { setError }: UseFormReturn<Fields>): void {
  const said = useSaid();
  useEffect(() => {
    for (const { path, message } of trouble?.problems ?? []) {
      const place = placeOfProblem(path);
      const worded = said(message);
      const type = worded === message ? 'server' : 'worded';
      if (place !== undefined) setError(place, { type, message: worded });
    }
  }, [trouble, setError, said]);
}

function TextPart() {
  const [text, side, siteId] = useWatch<Fields, ['text', 'side', 'siteId']>({
    name: ['text', 'side', 'siteId'],
  });
  const { reading } = useReading(text, side, siteId);
  return (
    <section className="listings-part">
      <TextField />
      <Found reading={reading} />
      <MaterialField suggested={reading?.suggestions ?? []} />
    </section>
  );
}

function VisibilityPart() {
  const { register } = useFormContext<Fields>();
  const visibility = useWatch<Fields, 'visibility'>({ name: 'visibility' });
  return (
    <section className="listings-part">
      <Fieldset id={idOf('visibility')}>
        <Fieldset.Legend>
          <FormattedMessage id="listings.form.visibility" />
        </Fieldset.Legend>
        {VISIBILITIES.map((one) => (
          <Radio
            key={one}
            value={one}
            label={<FormattedMessage id={`listings.visibility.${one}`} />}
            description={<FormattedMessage id={`listings.visibilityHelp.${one}`} />}
            {...register('visibility')}
          />
        ))}
      </Fieldset>
      <WhoSees visibility={visibility} />
    </section>
  );
}

/** Everything that stands in the way, with a link to where it does. */
function Errors({ trouble }: { readonly trouble: Trouble | undefined }) {
  const intl = useIntl();
  const { formState } = useFormContext<Fields>();
  const wrong = Object.entries(formState.errors).flatMap(([name, error]) =>
    'message' in error && typeof error.message === 'string'
      ? [{ name: name as keyof Fields, message: error.message, foreign: error.type === 'server' }]
      : [],
  );
  const whole = trouble?.problems.filter(({ path }) => placeOfProblem(path) === undefined) ?? [];
  if (whole.length > 0) return <Refusal trouble={trouble} />;
  if (formState.submitCount === 0 || wrong.length === 0) return null;
  return (
    <ErrorSummary>
      <ErrorSummary.Heading>{intl.formatMessage({ id: 'listings.form.wrong' })}</ErrorSummary.Heading>
      <ErrorSummary.List>
        {wrong.map(({ name, message, foreign }) => (
          <ErrorSummary.Item key={name}>
            <ErrorSummary.Link href={`#${idOf(name)}`} {...(foreign && { lang: 'en' })}>
              {message}
            </ErrorSummary.Link>
          </ErrorSummary.Item>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}
