import {
  Details,
  Fieldset,
  Paragraph,
  Radio,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { useWords } from '../words.js';
import { numberOrNothing } from './amount-fields.js';
import { idOf, useFieldError } from './field-error.js';
import { QUESTIONS, titleIn, type Fields } from './fields.js';
import { IN_MORE } from './problems.js';

/** What a match may ask for later, and nobody needs to know to begin with. */
export function MoreFields() {
  const { formState } = useFormContext<Fields>();
  const side = useWatch<Fields, 'side'>({ name: 'side' });
  const [opened, setOpened] = useState(false);
  const hasError = Object.keys(formState.errors).some((name) => IN_MORE.has(name as keyof Fields));
  return (
    <Details
      open={opened || hasError}
      onToggle={({ target }) => setOpened((target as HTMLDetailsElement).open)}
    >
      <Details.Summary>
        <FormattedMessage id="listings.form.more" />
      </Details.Summary>
      <Details.Content className="listings-more">
        <TitleField />
        <LotFields />
        {side === 'OFFER' ? <ByProductFields /> : <PermitsField />}
        <MonthFields />
      </Details.Content>
    </Details>
  );
}

function TitleField() {
  const intl = useIntl();
  const { register } = useFormContext<Fields>();
  const text = useWatch<Fields, 'text'>({ name: 'text' });
  return (
    <Textfield
      id={idOf('title')}
      label={intl.formatMessage({ id: 'listings.form.title' })}
      description={intl.formatMessage({ id: 'listings.form.titleHelp' })}
      placeholder={titleIn(text)}
      maxLength={200}
      error={useFieldError('title')}
      {...register('title')}
    />
  );
}

function LotFields() {
  const intl = useIntl();
  const words = useWords();
  const { register } = useFormContext<Fields>();
  const unit = words.unit(useWatch<Fields, 'unit'>({ name: 'unit' }));
  const rules = numberOrNothing(intl.formatMessage({ id: 'listings.form.numberWrong' }));
  return (
    <div className="listings-row">
      <Textfield
        id={idOf('smallestLot')}
        inputMode="decimal"
        label={intl.formatMessage({ id: 'listings.form.smallestLot' }, { unit })}
        error={useFieldError('smallestLot')}
        {...register('smallestLot', rules)}
      />
      <Textfield
        id={idOf('largestLot')}
        inputMode="decimal"
        label={intl.formatMessage({ id: 'listings.form.largestLot' }, { unit })}
        error={useFieldError('largestLot')}
        {...register('largestLot', rules)}
      />
      <Textfield
        id={idOf('maxDistanceKm')}
        inputMode="decimal"
        label={intl.formatMessage({ id: 'listings.form.maxDistance' })}
        error={useFieldError('maxDistanceKm')}
        {...register('maxDistanceKm', rules)}
      />
    </div>
  );
}

/** Whether it is a by-product or waste, as the law asks. */
function ByProductFields() {
  const { register } = useFormContext<Fields>();
  const error = useFieldError('byProduct');
  return (
    <section className="listings-test" id={idOf('byProduct')} tabIndex={-1}>
      <Paragraph>
        <FormattedMessage id="listings.form.byProductHelp" />
      </Paragraph>
      {QUESTIONS.map((question) => (
        <Fieldset key={question} data-size="sm">
          <Fieldset.Legend>
            <FormattedMessage id={`listings.form.question.${question}`} />
          </Fieldset.Legend>
          <div className="listings-answers">
            {(['yes', 'no', ''] as const).map((answer) => (
              <Radio
                key={answer}
                value={answer}
                label={<FormattedMessage id={`listings.form.answer.${answer === '' ? 'open' : answer}`} />}
                {...register(`byProduct.${question}`)}
              />
            ))}
          </div>
        </Fieldset>
      ))}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </section>
  );
}

function PermitsField() {
  const intl = useIntl();
  const { register } = useFormContext<Fields>();
  return (
    <Textfield
      id={idOf('permits')}
      label={intl.formatMessage({ id: 'listings.form.permits' })}
      description={intl.formatMessage({ id: 'listings.form.permitsHelp' })}
      error={useFieldError('permits')}
      {...register('permits')}
    />
  );
}

/** How the year is shared out; left empty it is even. */
function MonthFields() {
  const intl = useIntl();
  const { register } = useFormContext<Fields>();
  const error = useFieldError('months');
  const rules = numberOrNothing(intl.formatMessage({ id: 'listings.form.numberWrong' }));
  const wrong = useFormContext<Fields>().formState.errors.months;
  return (
    <Fieldset id={idOf('months')} tabIndex={-1}>
      <Fieldset.Legend>
        <FormattedMessage id="listings.form.months" />
      </Fieldset.Legend>
      <Fieldset.Description>
        <FormattedMessage id="listings.form.monthsHelp" />
      </Fieldset.Description>
      <div className="listings-months">
        {Array.from({ length: 12 }, (_month, at) => (
          <Textfield
            key={at}
            data-size="sm"
            inputMode="decimal"
            label={intl.formatDate(new Date(Date.UTC(2028, at, 15)), { month: 'long', timeZone: 'UTC' })}
            error={Array.isArray(wrong) ? (wrong as { message?: string }[])[at]?.message : undefined}
            {...register(`months.${at}`, rules)}
          />
        ))}
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
