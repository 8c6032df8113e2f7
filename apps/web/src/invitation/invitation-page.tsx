import { Alert, Button, Card, Heading, Textfield } from '@digdir/designsystemet-react';
import { useCallback, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Problem, Unanswered } from '../shared/notice.js';
import { useAnswer } from '../shared/use-answer.js';
import { giveCode, signIn, type SignedIn } from '../sign-in/session.js';
import { TROUBLE_TEXTS } from '../sign-in/use-sign-in.js';
import type { TextId } from '../texts/catalogue.js';
import { accept, askInvitation, join, makeFirst, type Invitation } from './invitation.js';
import '../sign-in/sign-in.css';

interface InvitationPageProps {
  readonly token: string;
  /** Called with the session of who has accepted. */
  readonly onToken: (session: string) => void;
}

/** What the link of an invitation opens: who asks whom into what, and the few fields that it takes. */
export function InvitationPage({ token, onToken }: InvitationPageProps) {
  const intl = useIntl();
  const question = useCallback((signal: AbortSignal) => askInvitation(token, signal), [token]);
  const { asked, again } = useAnswer(question);
  if (asked.is !== 'answered') return <Unanswered asked={asked} again={again} />;
  if (asked.data === null) return <Problem title={intl.formatMessage({ id: 'invitation.none' })} />;
  return <InvitationForm token={token} invitation={asked.data} onToken={onToken} />;
}

interface InvitationFormProps extends InvitationPageProps {
  readonly invitation: Invitation;
}

function InvitationForm(props: InvitationFormProps) {
  const { invitation } = props;
  const { busy, trouble, needsCode, submit } = useEntering(props);
  return (
    <section>
      <Lead invitation={invitation} />
      <Card asChild>
        <form
          className="sign-in-form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          <Fields invitation={invitation} />
          {needsCode && <Field name="code" label="sign-in.code.label" />}
          {trouble !== undefined && (
            <Alert data-color="danger" data-size="sm" role="alert">
              {trouble}
            </Alert>
          )}
          <Button type="submit" disabled={busy}>
            <FormattedMessage id={busy ? 'invitation.busy' : 'invitation.submit'} />
          </Button>
        </form>
      </Card>
    </section>
  );
}

/** Who asks whom into what. */
function Lead({ invitation: { kind, organisation, role, hasAccount } }: { readonly invitation: Invitation }) {
  const intl = useIntl();
  return (
    <>
      <Heading level={1}>
        <FormattedMessage id={kind === 'FIRST' ? 'invitation.first' : 'invitation.heading'} />
      </Heading>
      {kind !== 'FIRST' && (
        <p>
          <FormattedMessage
            id="invitation.lead"
            values={{
              organisation: organisation ?? '',
              role: intl.formatMessage({ id: `invitation.role.${role}` }),
            }}
          />
        </p>
      )}
      {hasAccount && (
        <p className="quiet">
          <FormattedMessage id="invitation.hasAccount" />
        </p>
      )}
    </>
  );
}

function Fields({ invitation }: { readonly invitation: Invitation }) {
  const isFirst = invitation.kind === 'FIRST';
  return (
    <>
      <Field name="email" type="email" label="sign-in.email" value={invitation.email} fixed={!isFirst} />
      {!invitation.hasAccount && <Field name="name" label="invitation.name" value={invitation.personName} />}
      {isFirst && (
        <>
          <Field name="clusterName" label="invitation.cluster" value={invitation.organisation} />
          <Field name="slug" label="invitation.slug" value={invitation.slug} />
        </>
      )}
      <Field
        name="password"
        type="password"
        label={invitation.hasAccount ? 'sign-in.password' : 'invitation.newPassword'}
        isNew={!invitation.hasAccount}
      />
    </>
  );
}

function useEntering({ token, invitation, onToken }: InvitationFormProps) {
  const intl = useIntl();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [needsCode, setNeedsCode] = useState(false);
  const submit = async (fields: FormData): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    const outcome = await enter(token, invitation, (name) => textOf(fields, name));
    setBusy(false);
    if (outcome.is === 'answered') onToken(outcome.data);
    else if (outcome.is === 'failed') setTrouble(outcome.message);
    else if (outcome.is === 'code') setNeedsCode(true);
    else {
      const is = outcome.is === 'refused' && needsCode ? 'code refused' : outcome.is;
      setTrouble(intl.formatMessage({ id: TROUBLE_TEXTS[is] }));
    }
  };
  return { busy, trouble, needsCode, submit };
}

interface FieldProps {
  readonly name: string;
  readonly label: TextId;
  readonly type?: 'email' | 'password' | 'text';
  readonly value?: string | null;
  readonly fixed?: boolean;
  readonly isNew?: boolean;
}

/** As the server has it; said here so that nobody is sent there and back. */
const SHORTEST_PASSWORD = 12;

function Field({ name, label, type = 'text', value, fixed = false, isNew = false }: FieldProps) {
  const intl = useIntl();
  const remembered = {
    email: 'username',
    name: 'name',
    password: isNew ? 'new-password' : 'current-password',
  };
  return (
    <Textfield
      name={name}
      type={type}
      required
      readOnly={fixed}
      defaultValue={value ?? ''}
      autoComplete={remembered[name as keyof typeof remembered] ?? 'off'}
      label={intl.formatMessage({ id: label })}
      {...(isNew ? { minLength: SHORTEST_PASSWORD } : {})}
    />
  );
}

const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

/** Accepts and signs in; a person with an account signs in first. */
async function enter(
  token: string,
  invitation: Invitation,
  field: (name: string) => string,
): Promise<SignedIn> {
  const [email, name, password] = [field('email'), field('name'), field('password')];
  if (!invitation.hasAccount) {
    const first = { email, name, password, clusterName: field('clusterName'), slug: field('slug') };
    const outcome =
      invitation.kind === 'FIRST' ? await makeFirst(token, first) : await accept(token, name, password);
    if (outcome.is !== 'answered') return outcome;
  }
  const code = field('code');
  const session = code === '' ? await signIn(email, password) : await giveCode(code);
  if (session.is !== 'answered' || !invitation.hasAccount) return session;
  const joined = await join(session.data, token);
  return joined.is === 'answered' ? session : joined;
}
