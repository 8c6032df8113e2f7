import { useId } from 'react';
import { useTexts } from '../shared/language.js';
import { troubleText, type SignInTry } from './use-sign-in.js';

const fieldOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

export function SignInForm({ signInTry }: { readonly signInTry: SignInTry }) {
  const { texts } = useTexts();
  const { busy, trouble, attempt } = signInTry;
  const [emailId, passwordId, troubleId] = [useId(), useId(), useId()];
  const described = trouble === undefined ? {} : { 'aria-describedby': troubleId, 'aria-invalid': true };
  return (
    <form
      className="card sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        void attempt(fieldOf(fields, 'email'), fieldOf(fields, 'password'));
      }}
    >
      <label htmlFor={emailId}>{texts.signIn.email}</label>
      <input id={emailId} name="email" type="email" autoComplete="username" required {...described} />
      <label htmlFor={passwordId}>{texts.signIn.password}</label>
      <input
        id={passwordId}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        {...described}
      />
      <p id={troubleId} className="field-trouble" role="alert">
        {trouble && troubleText(texts, trouble.is)}
      </p>
      <button type="submit" className="button" disabled={busy !== undefined}>
        {busy === undefined ? texts.signIn.submit : texts.signIn.busy}
      </button>
      <p className="quiet">{texts.signIn.invitation}</p>
    </form>
  );
}
