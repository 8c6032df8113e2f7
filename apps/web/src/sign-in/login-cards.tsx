import { Button, Card } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { TextId } from '../texts/catalogue.js';
import type { Demo } from './demo.js';
import { TROUBLE_TEXTS, type SignInTry } from './use-sign-in.js';

interface LoginCardsProps {
  readonly demo: Demo;
  readonly signInTry: SignInTry;
}

/** Of the demo; a role that the server has and this page does not know is called as the server calls it. */
const ROLES: Readonly<Record<string, TextId>> = {
  'plant manager': 'sign-in.role.plantManager',
  buyer: 'sign-in.role.buyer',
  'cluster staff': 'sign-in.role.clusterStaff',
  'firm admin': 'sign-in.role.firmAdmin',
  auditor: 'sign-in.role.auditor',
};

const Role = ({ role }: { readonly role: string }) => {
  const known = ROLES[role];
  return known === undefined ? role : <FormattedMessage id={known} />;
};

export function LoginCards({ demo, signInTry: { busy, trouble, attempt } }: LoginCardsProps) {
  return (
    <ul className="login-cards">
      {demo.logins.map(({ email, name, role, of }) => (
        <Card asChild key={email}>
          <li className="login-card">
            <p className="login-role">
              <Role role={role} />
            </p>
            <h3>{name}</h3>
            <p className="login-of">{of}</p>
            {trouble?.email === email && (
              <p className="field-trouble" role="alert">
                <FormattedMessage id={TROUBLE_TEXTS[trouble.is]} />
              </p>
            )}
            <Button disabled={busy !== undefined} onClick={() => void attempt(email, demo.password)}>
              {busy === email ? (
                <FormattedMessage id="sign-in.busy" />
              ) : (
                <FormattedMessage id="sign-in.as" values={{ name: name.split(' ')[0] ?? name }} />
              )}
            </Button>
          </li>
        </Card>
      ))}
    </ul>
  );
}
