import { useCallback, useId, useState } from 'react';
import { useTexts } from '../shared/language.js';
import { Problem, Unanswered } from '../shared/notice.js';
import { useAnswer } from '../shared/use-answer.js';
import { giveCode, signIn, type SignedIn } from '../sign-in/session.js';
import { accept, askInvitation, join, makeFirst, type Invitation } from './invitation.js';
import '../sign-in/sign-in.css';

interface InvitationPageProps {
  readonly token: string;
  /** Called with the session of who has accepted. */
  readonly onToken: (session: string) => void;
}

/** What the link of an invitation opens: who asks whom into what, and the few fields that it takes. */
export function InvitationPage({ token, onToken }: InvitationPageProps) {
  const { texts } = useTexts();
  const question = useCallback((signal: AbortSignal) => askInvitation(token, signal), [token]);
  const { asked, again } = useAnswer(question);
  if (asked.is !== 'answered') return <Unanswered asked={asked} again={again} />;
  if (asked.data === null) return <Problem title={texts.invitation.none} />;
  return <InvitationForm token={token} invitation={asked.data} onToken={onToken} />;
}

interface InvitationFormProps extends InvitationPageProps {
  readonly invitation: Invitation;
}

function InvitationForm({ token, invitation, onToken }: InvitationFormProps) {
  const { texts } = useTexts();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [needsCode, setNeedsCode] = useState(false);
  const told = {
    refused: needsCode ? texts.signIn.code.wrong : texts.signIn.wrong,
    'too many': texts.signIn.tooMany,
    unreachable: texts.signIn.unreachable,
  };
  const headingId = useId();
  const isFirst = invitation.kind === 'FIRST';
  const submit = async (fields: FormData): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    const outcome = await enter(token, invitation, (name) => textOf(fields, name));
    setBusy(false);
    if (outcome.is === 'answered') onToken(outcome.data);
    else if (outcome.is === 'failed') setTrouble(outcome.message);
    else if (outcome.is === 'code') setNeedsCode(true);
    else setTrouble(told[outcome.is]);
  };
  return (
    <section aria-labelledby={headingId}>
      <h1 id={headingId}>{isFirst ? texts.invitation.first : texts.invitation.heading}</h1>
      {!isFirst && (
        <p>{texts.invitation.lead(invitation.organisation ?? '', texts.invitation.roles[invitation.role])}</p>
      )}
      {invitation.hasAccount && <p className="quiet">{texts.invitation.hasAccount}</p>}
      <form
        className="card sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <Field
          name="email"
          type="email"
          label={texts.signIn.email}
          value={invitation.email}
          fixed={!isFirst}
        />
        {!invitation.hasAccount && (
          <Field name="name" label={texts.invitation.name} value={invitation.personName} />
        )}
        {isFirst && (
          <>
            <Field name="clusterName" label={texts.invitation.cluster} value={invitation.organisation} />
            <Field name="slug" label={texts.invitation.slug} value={invitation.slug} />
          </>
        )}
        <Field
          name="password"
          type="password"
          label={invitation.hasAccount ? texts.signIn.password : texts.invitation.newPassword}
          isNew={!invitation.hasAccount}
        />
        {needsCode && <Field name="code" label={texts.signIn.code.label} />}
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" className="button" disabled={busy}>
          {busy ? texts.invitation.busy : texts.invitation.submit}
        </button>
      </form>
    </section>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly value?: string | null;
  readonly fixed?: boolean;
  readonly isNew?: boolean;
}

/** As the server has it; said here so that nobody is sent there and back. */
const SHORTEST_PASSWORD = 12;

function Field({ name, label, type = 'text', value, fixed = false, isNew = false }: FieldProps) {
  const id = useId();
  const remembered = {
    email: 'username',
    name: 'name',
    password: isNew ? 'new-password' : 'current-password',
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        required
        readOnly={fixed}
        defaultValue={value ?? ''}
        autoComplete={remembered[name as keyof typeof remembered] ?? 'off'}
        {...(isNew ? { minLength: SHORTEST_PASSWORD } : {})}
      />
    </>
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
