import {
  Button,
  Checkbox,
  Field,
  Fieldset,
  Heading,
  Label,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { KeyScope } from '#operations';
import { useAct } from '../shared/act.js';
import { useProof } from '../shared/proof.js';
import { MakeApiKey } from './api-keys.graphql';
import { Refusal, troubleOf } from '../shared/refusal.js';

const SCOPES = ['READ', 'LIST', 'TRADE', 'FIGURES'] as const satisfies readonly KeyScope[];
/** A key ends within a year by the server's clock, which need not be this one's. */
const DAYS = ['7', '30', '90', '360'] as const;
const DAY_MS = 86_400_000;

interface Wish {
  readonly name: string;
  readonly scopes: KeyScope[];
  readonly days: (typeof DAYS)[number];
}

const FIRST: Wish = { name: '', scopes: ['READ'], days: '90' };

interface KeyFormProps {
  /** @param secret null where it has been shown before */
  readonly onMade: (secret: string | null) => void;
}

export function KeyForm({ onMade }: KeyFormProps) {
  const intl = useIntl();
  const { register, handleSubmit, reset, formState } = useForm<Wish>({ defaultValues: FIRST });
  const { proved, dialog } = useProof();
  const { act, busy, trouble } = useAct(MakeApiKey);
  const make = async ({ name, scopes, days }: Wish): Promise<void> => {
    if (!(await proved())) return;
    const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    const made = await act({ input: { name, scopes, expiresAt } });
    if (made === undefined) return;
    reset();
    onMade(made.secret);
  };
  const { errors } = formState;
  const required = intl.formatMessage({ id: 'account.required' });
  return (
    <>
      <form className="account-form" onSubmit={(event) => void handleSubmit(make)(event)}>
        <Heading level={3} data-size="2xs">
          <FormattedMessage id="account.keys.new" />
        </Heading>
        <Refusal trouble={trouble} fields={['name', 'scopes', 'expiresAt']} />
        <Textfield
          {...register('name', { required })}
          autoComplete="off"
          label={intl.formatMessage({ id: 'account.keys.name' })}
          description={intl.formatMessage({ id: 'account.keys.nameHint' })}
          error={errors.name?.message ?? troubleOf(trouble, 'name')}
        />
        <Fieldset>
          <Fieldset.Legend>
            <FormattedMessage id="account.keys.scopes" />
          </Fieldset.Legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              {...register('scopes', { validate: (chosen) => chosen.length > 0 || required })}
              label={intl.formatMessage({ id: `account.scope.${scope}` })}
              description={intl.formatMessage({ id: `account.scopeHint.${scope}` })}
            />
          ))}
          {errors.scopes !== undefined && <ValidationMessage>{errors.scopes.message}</ValidationMessage>}
        </Fieldset>
        <Field>
          <Label>
            <FormattedMessage id="account.keys.days" />
          </Label>
          <Select {...register('days')} width="auto">
            {DAYS.map((days) => (
              <Select.Option key={days} value={days}>
                {intl.formatMessage({ id: 'account.keys.daysOption' }, { days: Number(days) })}
              </Select.Option>
            ))}
          </Select>
          {troubleOf(trouble, 'expiresAt') !== undefined && (
            <ValidationMessage>{troubleOf(trouble, 'expiresAt')}</ValidationMessage>
          )}
        </Field>
        <Button type="submit" loading={busy}>
          <FormattedMessage id="account.keys.make" />
        </Button>
      </form>
      {dialog}
    </>
  );
}
