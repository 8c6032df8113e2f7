import { Button, Dialog, Heading, Textfield } from '@digdir/designsystemet-react';
import { useForm, type UseFormRegisterReturn } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MailLanguage } from '#operations';
import { useAct, type Trouble } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { MailLanguageField } from './invite-form.js';
import { InviteFirm } from './members.graphql';
import '../shared/wide.css';

const FIELDS = ['name', 'orgNumber', 'naceCode', 'siteName', 'municipalityNumber', 'email'] as const;
type FieldName = (typeof FIELDS)[number];

/** What is known of the firm already, as from a hint. */
export interface KnownOfFirm extends Partial<Record<FieldName, string>> {
  readonly hintIds?: readonly string[];
}

interface InviteFirmProps {
  readonly clusterId: string;
  readonly known?: KnownOfFirm;
  readonly onClose: () => void;
  readonly onInvited?: () => void;
}

/** Asks a firm to take part, by the person who will manage it first. */
export function InviteFirmDialog({ clusterId, known = {}, onClose, onInvited }: InviteFirmProps) {
  const intl = useIntl();
  const tell = useToast();
  const { act, busy, trouble } = useAct(InviteFirm);
  const { hintIds, ...given } = known;
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { ...emptyFields(), ...given, language: 'NB' },
  });
  const send = handleSubmit(async ({ language, ...fields }) => {
    const mail = { language: language as MailLanguage, ...(hintIds === undefined ? {} : { hintIds }) };
    const done = await act({ input: { clusterId, ...trimmed(fields), ...mail } });
    if (done === undefined) return;
    tell(<FormattedMessage id="members.inviteFirm.done" values={{ firm: fields.name }} />);
    onInvited?.();
    onClose();
  });
  const missing = (name: FieldName): boolean => formState.errors[name] !== undefined;
  return (
    <Dialog open onClose={onClose} closeButton={intl.formatMessage({ id: 'shared.close' })}>
      <form noValidate onSubmit={(event) => void send(event)} className="form">
        <Heading level={2} data-size="2xs">
          <FormattedMessage id="members.inviteFirm" />
        </Heading>
        <p className="quiet">
          <FormattedMessage id="members.inviteFirm.lead" />
        </p>
        {FIELDS.map((name) => (
          <FirmField
            key={name}
            name={name}
            wrong={missing(name) || fieldOf(trouble) === name}
            field={register(name, { required: true })}
          />
        ))}
        <MailLanguageField {...register('language')} />
        {!isShown(trouble) && <Refusal trouble={trouble} />}
        <Button type="submit" loading={busy}>
          <FormattedMessage id="members.invite.send" />
        </Button>
      </form>
    </Dialog>
  );
}

const emptyFields = (): Record<FieldName, string> => ({
  name: '',
  orgNumber: '',
  naceCode: '',
  siteName: '',
  municipalityNumber: '',
  email: '',
});

const trimmed = (fields: Record<FieldName, string>): Record<FieldName, string> => ({
  name: fields.name.trim(),
  // As it is often written: 914 778 271.
  orgNumber: fields.orgNumber.replaceAll(/\s/g, ''),
  naceCode: fields.naceCode.trim(),
  siteName: fields.siteName.trim(),
  municipalityNumber: fields.municipalityNumber.trim(),
  email: fields.email.trim(),
});

/** Whether it stands beside its field already. */
const isShown = (trouble: Trouble | undefined): boolean => FIELDS.some((name) => name === fieldOf(trouble));

interface FirmFieldProps {
  readonly name: FieldName;
  readonly wrong: boolean;
  readonly field: UseFormRegisterReturn;
}

function FirmField({ name, wrong, field }: FirmFieldProps) {
  const intl = useIntl();
  const digits = name === 'orgNumber' || name === 'municipalityNumber';
  return (
    <Textfield
      type={name === 'email' ? 'email' : 'text'}
      autoComplete="off"
      {...(digits ? { inputMode: 'numeric' as const } : {})}
      label={<FormattedMessage id={`members.inviteFirm.${name}`} />}
      description={intl.formatMessage({ id: `members.inviteFirm.help.${name}` })}
      error={wrong && intl.formatMessage({ id: `members.problem.${name}` })}
      {...field}
    />
  );
}
