import { Button, Field, Heading, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MailLanguage, Role } from '#operations';
import type { Trouble } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';

export interface Invited<R extends Role> {
  readonly email: string;
  readonly role: R;
  readonly language: MailLanguage;
}

interface InviteFormProps<R extends Role> {
  readonly roles: readonly R[];
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  /** @returns whether the mail is on its way */
  readonly onInvite: (invited: Invited<R>) => Promise<boolean>;
}

/** One address, and what its person will be; the link goes by mail and stands nowhere else. */
export function InviteForm<R extends Role>({ roles, busy, trouble, onInvite }: InviteFormProps<R>) {
  const intl = useIntl();
  const last = roles.at(-1) as string;
  const { register, handleSubmit, reset, formState } = useForm({
    defaultValues: { email: '', role: last, language: 'NB' },
  });
  const send = handleSubmit(async ({ email, role, language }) => {
    const invited = { email: email.trim(), role: role as R, language: language as MailLanguage };
    if (await onInvite(invited)) reset({ email: '', role, language });
  });
  const aboutEmail = formState.errors.email !== undefined || fieldOf(trouble) === 'email';
  return (
    <form className="members-invite" noValidate onSubmit={(event) => void send(event)}>
      <Heading level={2} data-size="2xs">
        <FormattedMessage id="members.invite" />
      </Heading>
      <Textfield
        type="email"
        autoComplete="off"
        label={<FormattedMessage id="members.invite.email" />}
        error={aboutEmail && intl.formatMessage({ id: 'members.problem.email' })}
        {...register('email', { required: true })}
      />
      <Field>
        <Label>
          <FormattedMessage id="members.invite.role" />
        </Label>
        <Select {...register('role')}>
          {roles.map((role) => (
            <Select.Option key={role} value={role}>
              {intl.formatMessage({ id: `members.role.${role}` })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <MailLanguageField {...register('language')} />
      <Refusal trouble={trouble} fields={['email']} />
      <Button type="submit" loading={busy}>
        <FormattedMessage id="members.invite.send" />
      </Button>
      <p className="quiet">
        <small>
          <FormattedMessage id="members.invite.link" />
        </small>
      </p>
    </form>
  );
}

/** Of the mail. */
export const MailLanguageField = (field: object) => (
  <Field>
    <Label>
      <FormattedMessage id="members.invite.language" />
    </Label>
    <Select {...field}>
      <Select.Option value="NB">Norsk</Select.Option>
      <Select.Option value="EN">English</Select.Option>
    </Select>
  </Field>
);
