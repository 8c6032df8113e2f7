import { Alert, Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useCallback, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { bodyOf, postJson, request } from '../shared/request.js';
import { useSession } from '../shell/session.js';

const PATH = '/api/auth/step-up';

interface Standing {
  readonly steppedUp: boolean;
  readonly ways: readonly string[];
}

type Settle = (proved: boolean) => void;

/**
 * What is carried away needs a proof, not older than ten minutes, of who sits there. `proved` asks for one where it is
 * needed and comes back when it has been given (true) or given up (false); `dialog` has to stand somewhere on the page.
 */
export function useProof(): { readonly proved: () => Promise<boolean>; readonly dialog: ReactNode } {
  const { token } = useSession();
  const [standing, setStanding] = useState<Standing>();
  const settle = useRef<Settle>(undefined);
  const proved = useCallback(async () => {
    const response = await request(PATH, { headers: { authorization: `Bearer ${token}` } });
    const found = response?.ok === true ? await bodyOf<Standing>(response) : undefined;
    // Who cannot be asked here is told by the deed itself.
    if (found === undefined || found.steppedUp) return true;
    setStanding(found);
    return new Promise<boolean>((resolve) => {
      settle.current = resolve;
    });
  }, [token]);
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
  const { busy, wrong, give } = useGiving(byPassword, onDone);
  return (
    <Dialog
      open
      onClose={() => onDone(false)}
      closeButton={intl.formatMessage({ id: 'exports.proof.close' })}
      aria-labelledby="proof-title"
    >
      <Heading id="proof-title" level={2} data-size="xs">
        <FormattedMessage id="exports.proof.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="exports.proof.lead" />
      </Paragraph>
      {wrong && (
        <Alert data-color="danger" role="alert">
          <FormattedMessage id="exports.proof.wrong" />
        </Alert>
      )}
      {byPassword || ways.includes('totp') ? (
        <form className="exports-form" onSubmit={give}>
          <Textfield
            name="proof"
            required
            autoFocus
            type={byPassword ? 'password' : 'text'}
            autoComplete={byPassword ? 'current-password' : 'one-time-code'}
            label={intl.formatMessage({ id: byPassword ? 'exports.proof.password' : 'exports.proof.code' })}
          />
          <Button type="submit" loading={busy}>
            <FormattedMessage id="exports.proof.submit" />
          </Button>
        </form>
      ) : (
        <Paragraph>
          <FormattedMessage id="exports.proof.passkey" />
        </Paragraph>
      )}
    </Dialog>
  );
}

/** Six digits are of the app; anything else that is no password is a backup code. */
const proofOf = (given: string, byPassword: boolean): object =>
  byPassword ? { password: given } : /^\d{6}$/.test(given) ? { code: given } : { backupCode: given };

function useGiving(byPassword: boolean, onDone: Settle) {
  const { token } = useSession();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const ask = async (given: string): Promise<void> => {
    setBusy(true);
    const response = await postJson(PATH, proofOf(given, byPassword), token);
    setBusy(false);
    if (response?.ok === true) onDone(true);
    else setWrong(true);
  };
  const give = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('proof');
    void ask(typeof given === 'string' ? given : '');
  };
  return { busy, wrong, give };
}
