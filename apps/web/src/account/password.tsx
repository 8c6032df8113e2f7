import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../shell/session.js';
import { useToast } from '../shell/toasts.js';
import { askAuth } from '../shared/auth.js';
import { textOf } from '../shared/proof.js';

type Trouble = 'wrong' | 'weak' | 'tooMany' | 'failed';

/** As the server has it; said here so that nobody is sent there and back. */
const SHORTEST = 12;

/** A new password; who is signed in elsewhere is signed out there. */
export function Password() {
  const intl = useIntl();
  const toast = useToast();
  const { renew } = useSession();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const change = async (form: HTMLFormElement): Promise<void> => {
    const fields = new FormData(form);
    setBusy(true);
    setTrouble(undefined);
    const answer = await askAuth('/change-password', {
      currentPassword: textOf(fields, 'current'),
      newPassword: textOf(fields, 'new'),
    });
    setBusy(false);
    if (answer?.ok !== true) return setTrouble(troubleOf(answer?.body.code));
    form.reset();
    toast(intl.formatMessage({ id: 'account.password.done' }));
    if (answer.token !== undefined) renew(answer.token);
  };
  const said = (where: readonly Trouble[]): string | undefined =>
    trouble !== undefined && where.includes(trouble)
      ? intl.formatMessage({ id: `account.password.${trouble}` })
      : undefined;
  return (
    <section className="account-section" aria-labelledby="account-password">
      <Heading level={2} data-size="xs" id="account-password">
        <FormattedMessage id="account.password.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.password.lead" />
      </Paragraph>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change(event.currentTarget);
        }}
      >
        {said(['tooMany', 'failed']) !== undefined && (
          <Alert data-color="danger" role="alert">
            {said(['tooMany', 'failed'])}
          </Alert>
        )}
        <Textfield
          name="current"
          type="password"
          autoComplete="current-password"
          required
          label={intl.formatMessage({ id: 'account.password.current' })}
          error={said(['wrong'])}
        />
        <Textfield
          name="new"
          type="password"
          autoComplete="new-password"
          required
          minLength={SHORTEST}
          label={intl.formatMessage({ id: 'account.password.new' })}
          error={said(['weak'])}
        />
        <Button type="submit" variant="secondary" loading={busy}>
          <FormattedMessage id="account.password.submit" />
        </Button>
      </form>
    </section>
  );
}

function troubleOf(code: string | undefined): Trouble {
  if (code === 'INVALID_PASSWORD') return 'wrong';
  if (code?.startsWith('PASSWORD_TOO_') === true) return 'weak';
  return code === 'TOO_MANY_TRIES' ? 'tooMany' : 'failed';
}
