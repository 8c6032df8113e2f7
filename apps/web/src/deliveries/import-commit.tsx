import { Button, Fieldset, Heading, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportedRows, ImportHeadFragment } from '#operations';
import { Refusal, troubleOf } from '../shared/refusal.js';
import { useAct } from '../shared/act.js';
import { CommitImport } from './import.graphql';

interface CommitValues {
  readonly rows: ImportedRows;
  readonly correctionReason: string;
}

const CHOICES: readonly ImportedRows[] = ['VALID_ONLY', 'ALL_OR_NOTHING'];

/** The last step: whether rows with faults hold the others back, and why what is recorded is corrected. */
export function ImportCommit({ file: { id, counts } }: { readonly file: ImportHeadFragment }) {
  const { act, busy, trouble } = useAct(CommitImport);
  const form = useForm<CommitValues>({
    defaultValues: { rows: counts.refused > 0 ? 'VALID_ONLY' : 'ALL_OR_NOTHING', correctionReason: '' },
  });
  const submit = form.handleSubmit(async ({ rows, correctionReason }) => {
    const reason = correctionReason.trim();
    await act({ id, rows, ...(reason === '' ? {} : { correctionReason: reason }) });
  });
  const hasWork = counts.new > 0 || counts.changed > 0;
  return (
    <form className="deliveries-commit" noValidate onSubmit={(event) => void submit(event)}>
      <Heading level={3} data-size="xs">
        <FormattedMessage id="deliveries.commit.title" />
      </Heading>
      <Refusal trouble={trouble} fields={['correctionReason']} />
      {hasWork ? (
        <>
          {counts.refused > 0 && <Choice register={form.register} />}
          {counts.changed > 0 && (
            <Reason register={form.register} error={troubleOf(trouble, 'correctionReason')} />
          )}
          <Paragraph>
            <FormattedMessage
              id="deliveries.commit.will"
              values={{ fresh: counts.new, changed: counts.changed }}
            />
          </Paragraph>
          <div>
            <Button type="submit" loading={busy}>
              <FormattedMessage id="deliveries.commit.button" />
            </Button>
          </div>
        </>
      ) : (
        <Paragraph>
          <FormattedMessage id="deliveries.commit.nothing" />
        </Paragraph>
      )}
    </form>
  );
}

type Register = ReturnType<typeof useForm<CommitValues>>['register'];

function Choice({ register }: { readonly register: Register }) {
  const intl = useIntl();
  return (
    <Fieldset>
      <Fieldset.Legend>
        <FormattedMessage id="deliveries.commit.which" />
      </Fieldset.Legend>
      {CHOICES.map((choice) => (
        <Radio
          key={choice}
          value={choice}
          label={intl.formatMessage({ id: `deliveries.commit.rows.${choice}` })}
          description={intl.formatMessage({ id: `deliveries.commit.help.${choice}` })}
          {...register('rows')}
        />
      ))}
    </Fieldset>
  );
}

function Reason({ register, error }: { readonly register: Register; readonly error: React.ReactNode }) {
  const intl = useIntl();
  return (
    <Textfield
      label={intl.formatMessage({ id: 'deliveries.commit.reason' })}
      description={intl.formatMessage({ id: 'deliveries.commit.reasonHelp' })}
      maxLength={500}
      error={error}
      {...register('correctionReason')}
    />
  );
}
