import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useCallback, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { answered, REFUSED, UNREACHABLE, type Answer } from '../shared/answer.js';
import { Instant } from '../shared/instant.js';
import { Unanswered } from '../shared/notice.js';
import { useAnswer } from '../shared/use-answer.js';
import { useToast } from '../shell/toasts.js';
import { askAuth } from '../shared/auth.js';
import { textOf, useProof } from '../shared/proof.js';

interface Passkey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string | null;
}

/** Whether the browser can turn the server's question into its own. */
const canMake = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

async function askPasskeys(): Promise<Answer<readonly Passkey[]>> {
  const answer = await askAuth<readonly Passkey[]>('/passkey/list-user-passkeys');
  if (answer === undefined) return UNREACHABLE;
  return answer.ok && Array.isArray(answer.body) ? answered(answer.body as readonly Passkey[]) : REFUSED;
}

/** Signing in by the device's own lock, in place of a password. */
export function Passkeys() {
  const { asked, again } = useAnswer(askPasskeys);
  return (
    <section className="account-section" aria-labelledby="account-passkeys">
      <Heading level={2} data-size="xs" id="account-passkeys">
        <FormattedMessage id="account.passkeys.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.passkeys.lead" />
      </Paragraph>
      {asked.is === 'answered' ? (
        <Manage passkeys={asked.data} again={again} />
      ) : (
        <Unanswered asked={asked} again={again} />
      )}
    </section>
  );
}

interface ManageProps {
  readonly passkeys: readonly Passkey[];
  readonly again: () => void;
}

function Manage({ passkeys, again }: ManageProps) {
  const intl = useIntl();
  const { busy, failed, dialog, make, remove } = useDeeds(again);
  return (
    <>
      {failed && (
        <Alert data-color="danger" role="alert">
          <FormattedMessage id="account.passkeys.failed" />
        </Alert>
      )}
      <ul className="account-list">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className="account-row">
            <div>
              <strong>{name ?? <FormattedMessage id="account.passkeys.unnamed" />}</strong>
              {createdAt !== null && (
                <span className="quiet">
                  <Instant at={createdAt} day />
                </span>
              )}
            </div>
            <Button
              variant="secondary"
              data-color="danger"
              data-size="sm"
              disabled={busy}
              onClick={() => void remove(id)}
            >
              <FormattedMessage id="account.passkeys.remove" />
            </Button>
          </li>
        ))}
      </ul>
      {canMake() ? (
        <form
          className="account-form"
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            void make(textOf(new FormData(form), 'name')).then((made) => made && form.reset());
          }}
        >
          <Textfield
            name="name"
            required
            maxLength={60}
            label={intl.formatMessage({ id: 'account.passkeys.name' })}
            description={intl.formatMessage({ id: 'account.passkeys.nameHint' })}
          />
          <Button type="submit" variant="secondary" loading={busy}>
            <FormattedMessage id="account.passkeys.make" />
          </Button>
        </form>
      ) : (
        <Paragraph className="quiet">
          <FormattedMessage id="account.passkeys.impossible" />
        </Paragraph>
      )}
      {dialog}
    </>
  );
}

function useDeeds(again: () => void) {
  const intl = useIntl();
  const toast = useToast();
  const { proved, dialog } = useProof();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const run = useCallback(
    async (work: () => Promise<boolean>): Promise<boolean> => {
      setFailed(false);
      if (!(await proved())) return false;
      setBusy(true);
      const ok = await work();
      setBusy(false);
      setFailed(!ok);
      if (ok) again();
      return ok;
    },
    [proved, again],
  );
  const make = async (name: string): Promise<boolean> => {
    const made = await run(() => makePasskey(name));
    if (made) toast(intl.formatMessage({ id: 'account.passkeys.made' }));
    return made;
  };
  const remove = (id: string) =>
    run(async () => (await askAuth('/passkey/delete-passkey', { id }))?.ok === true);
  return { busy, failed, dialog, make, remove };
}

/** Asks the device for a key of this page; false when the person or the server says no. */
async function makePasskey(name: string): Promise<boolean> {
  const asked = await askAuth<PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options');
  if (asked?.ok !== true) return false;
  try {
    const options = asked.body as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const response = await navigator.credentials.create({ publicKey });
    return (await askAuth('/passkey/verify-registration', { response, name }))?.ok === true;
  } catch {
    // The person closed the browser's window, or the device holds one already.
    return false;
  }
}
