import { Alert, Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../shell/session.js';
import { signInByPasskey } from '../sign-in/passkey.js';
import { askAuth, askStanding, type Standing } from './auth.js';
import './proof.css';

type Settle = (proved: boolean) => void;

/**
 * Some deeds need a proof, not older than ten minutes, of who sits there. `proved` asks for one where it is needed and
 * comes back when it has been given (true) or given up (false); `dialog` has to stand somewhere on the page.
 */
export function useProof(): { readonly proved: () => Promise<boolean>; readonly dialog: ReactNode } {
  const [standing, setStanding] = useState<Standing>();
  const settle = useRef<Settle>(undefined);
  const proved = useCallback(async () => {
    const found = await askStanding();
    // Who cannot be asked here is told by the deed itself.
    if (found === undefined || found.steppedUp) return true;
    setStanding(found);
    return new Promise<boolean>((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const done = useCallback((outcome: boolean) => {
    setStanding(undefined);
    settle.current?.(outcome);
    settle.current = undefined;
  }, []);
  return { proved, dialog: standing && <ProofDialog standing={standing} onDone={done} /> };
}

interface ProofDialogProps {
  readonly standing: Standing;
  readonly onDone: Settle;
}

function ProofDialog({ standing: { ways }, onDone }: ProofDialogProps) {
  const intl = useIntl();
  const byPassword = ways.includes('password');
  const byCode = ways.includes('totp');
  const byPasskey = ways.includes('passkey');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // After the dialog has opened, which gives the keyboard to whatever stands first in it.
  useEffect(() => field.current?.focus(), []);
  const { busy, wrong, give, passkey } = useGiving(byPassword, () => onDone(true));
  return (
    <Dialog open onClose={() => onDone(false)} closeButton={intl.formatMessage({ id: 'shared.proof.close' })}>
      <Heading level={2} data-size="xs">
        <FormattedMessage id="shared.proof.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="shared.proof.lead" />
      </Paragraph>
      {wrong && (
        <Alert data-color="danger" role="alert">
          <FormattedMessage id="shared.proof.wrong" />
        </Alert>
      )}
      {(byPassword || byCode) && (
        <form
          className="proof-form"
          onSubmit={(event) => {
            event.preventDefault();
            void give(textOf(new FormData(event.currentTarget), 'proof'));
          }}
        >
          <Textfield
            name="proof"
            required
            ref={field}
            type={byPassword ? 'password' : 'text'}
            autoComplete={byPassword ? 'current-password' : 'one-time-code'}
            label={intl.formatMessage({ id: byPassword ? 'shared.proof.password' : 'shared.proof.code' })}
          />
          <Button type="submit" loading={busy}>
            <FormattedMessage id="shared.proof.submit" />
          </Button>
        </form>
      )}
      {byPasskey && (
        <Button variant={byCode ? 'secondary' : 'primary'} disabled={busy} onClick={() => void passkey()}>
          <FormattedMessage id="shared.proof.passkey" />
        </Button>
      )}
    </Dialog>
  );
}

/** Six digits are of the app; anything else that is no password is a backup code. */
const proofOf = (given: string, byPassword: boolean): object =>
  byPassword ? { password: given } : /^\d{6}$/.test(given) ? { code: given } : { backupCode: given };

function useGiving(byPassword: boolean, onProved: () => void) {
  const { renew } = useSession();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const run = async (work: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    setWrong(false);
    const ok = await work();
    setBusy(false);
    if (ok) onProved();
    else setWrong(true);
  };
  const give = (given: string) =>
    run(async () => (await askAuth('/step-up', proofOf(given, byPassword)))?.ok === true);
  // A passkey proves by a new sign-in, whose session is a fresh one.
  const passkey = () =>
    run(async () => {
      const answer = await signInByPasskey();
      if (answer.is !== 'answered') return false;
      renew(answer.data);
      return true;
    });
  return { busy, wrong, give, passkey };
}

export const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
