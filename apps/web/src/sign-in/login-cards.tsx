import { useTexts } from '../shared/language.js';
import { textOf } from '../shared/texts/nb.js';
import type { Demo } from './demo.js';
import { troubleText, type SignInTry } from './use-sign-in.js';

interface LoginCardsProps {
  readonly demo: Demo;
  readonly signInTry: SignInTry;
}

export function LoginCards({ demo, signInTry: { busy, trouble, attempt } }: LoginCardsProps) {
  const { texts } = useTexts();
  return (
    <ul className="login-cards">
      {demo.logins.map(({ email, name, role, of }) => (
        <li key={email} className="card login-card">
          <p className="login-role">{textOf(texts.signIn.roles, role)}</p>
          <h3>{name}</h3>
          <p className="login-of">{of}</p>
          {trouble?.email === email && (
            <p className="field-trouble" role="alert">
              {troubleText(texts, trouble.is)}
            </p>
          )}
          <button
            type="button"
            className="button"
            disabled={busy !== undefined}
            onClick={() => attempt(email, demo.password)}
          >
            {busy === email ? texts.signIn.busy : `${texts.signIn.as} ${name.split(' ')[0] ?? name}`}
          </button>
        </li>
      ))}
    </ul>
  );
}
