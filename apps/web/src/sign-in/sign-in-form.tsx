import { Alert, Button, Card, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TROUBLE_TEXTS, type SignInTry } from './use-sign-in.js';

const fieldOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

export function SignInForm({ signInTry: { busy, trouble, attempt } }: { readonly signInTry: SignInTry }) {
  const intl = useIntl();
  const invalid = trouble === undefined ? {} : { 'aria-invalid': true };
  return (
    <Card asChild>
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          void attempt(fieldOf(fields, 'email'), fieldOf(fields, 'password'));
        }}
      >
        {trouble !== undefined && (
          <Alert data-color="danger" data-size="sm" role="alert">
            <FormattedMessage id={TROUBLE_TEXTS[trouble.is]} />
          </Alert>
        )}
        <Textfield
          name="email"
          type="email"
          autoComplete="username"
          required
          label={intl.formatMessage({ id: 'sign-in.email' })}
          {...invalid}
        />
        <Textfield
          name="password"
          type="password"
          autoComplete="current-password"
          required
          label={intl.formatMessage({ id: 'sign-in.password' })}
          {...invalid}
        />
        <Button type="submit" disabled={busy !== undefined}>
          <FormattedMessage id={busy === undefined ? 'sign-in.submit' : 'sign-in.busy'} />
        </Button>
        <Paragraph className="quiet">
          <FormattedMessage id="sign-in.invitation" />
        </Paragraph>
      </form>
    </Card>
  );
}
