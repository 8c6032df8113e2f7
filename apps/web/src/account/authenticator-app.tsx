import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { answered, UNREACHABLE, type Answer } from '../shared/answer.js';
import { Unanswered } from '../shared/notice.js';
import { useAnswer } from '../shared/use-answer.js';
import { useSession } from '../shell/session.js';
import { useToast } from '../shell/toasts.js';
import { CopyText } from './copy-text.js';
import { askAuth, askStanding, type Standing } from '../shared/auth.js';
import { textOf, useProof } from '../shared/proof.js';

async function standing(): Promise<Answer<Standing>> {
  const found = await askStanding();
  return found === undefined ? UNREACHABLE : answered(found);
}

/** What an app is to be told, and what stands in for it when it is lost. */
interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Six digits of an app beside the password. */
export function AuthenticatorApp() {
  const { asked, again } = useAnswer(standing);
  return (
    <section className="account-section" aria-labelledby="account-app">
      <Heading level={2} data-size="xs" id="account-app">
        <FormattedMessage id="account.app.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.app.lead" />
      </Paragraph>
      {asked.is === 'answered' ? (
        <Manage isOn={asked.data.ways.includes('totp')} again={again} />
      ) : (
        <Unanswered asked={asked} again={again} />
      )}
    </section>
  );
}

interface ManageProps {
  readonly isOn: boolean;
  readonly again: () => void;
}

function Manage({ isOn, again }: ManageProps) {
  const { dialog, busy, wrong, enrolment, codes, enrol, turnOff, newCodes, finish } = useDeeds(again);
  return (
    <>
      {isOn && (
        <Alert data-color="success">
          <FormattedMessage id="account.app.on" />
        </Alert>
      )}
      {codes !== undefined && <BackupCodes codes={codes} />}
      {enrolment === undefined ? (
        <PasswordForm
          wrong={wrong}
          buttons={
            isOn ? (
              <>
                <Button type="submit" variant="secondary" name="deed" value="codes" loading={busy}>
                  <FormattedMessage id="account.app.newCodes" />
                </Button>
                <Button
                  type="submit"
                  variant="secondary"
                  data-color="danger"
                  name="deed"
                  value="off"
                  disabled={busy}
                >
                  <FormattedMessage id="account.app.off" />
                </Button>
              </>
            ) : (
              <Button type="submit" variant="secondary" name="deed" value="on" loading={busy}>
                <FormattedMessage id="account.app.begin" />
              </Button>
            )
          }
          onPassword={(password, deed) =>
            void (deed === 'off' ? turnOff : deed === 'codes' ? newCodes : enrol)(password)
          }
        />
      ) : (
        <Enrol enrolment={enrolment} busy={busy} wrong={wrong} onCode={(code) => void finish(code)} />
      )}
      {dialog}
    </>
  );
}

interface PasswordFormProps {
  readonly wrong: boolean;
  readonly buttons: ReactNode;
  /** @param deed the value of the button that was pressed */
  readonly onPassword: (password: string, deed: string) => void;
}

function PasswordForm({ wrong, buttons, onPassword }: PasswordFormProps) {
  const intl = useIntl();
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        const pressed = (event.nativeEvent as SubmitEvent).submitter;
        const fields = new FormData(event.currentTarget, pressed);
        onPassword(textOf(fields, 'password'), textOf(fields, 'deed'));
      }}
    >
      <Textfield
        name="password"
        type="password"
        autoComplete="current-password"
        required
        label={intl.formatMessage({ id: 'account.app.password' })}
        error={wrong ? intl.formatMessage({ id: 'shared.proof.wrong' }) : undefined}
      />
      <div className="account-buttons">{buttons}</div>
    </form>
  );
}

interface EnrolProps {
  readonly enrolment: Enrolment;
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly onCode: (code: string) => void;
}

function Enrol({ enrolment: { totpURI, backupCodes }, busy, wrong, onCode }: EnrolProps) {
  const intl = useIntl();
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  return (
    <>
      <ol className="account-steps">
        <li>
          <FormattedMessage
            id="account.app.step1"
            values={{ link: (words) => <a href={totpURI}>{words}</a> }}
          />
          <CopyText text={secret} label={intl.formatMessage({ id: 'account.app.secret' })} />
        </li>
        <li>
          <FormattedMessage id="account.app.step2" />
          <BackupCodes codes={backupCodes} />
        </li>
        <li>
          <FormattedMessage id="account.app.step3" />
        </li>
      </ol>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          onCode(textOf(new FormData(event.currentTarget), 'code'));
        }}
      >
        <Textfield
          name="code"
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          label={intl.formatMessage({ id: 'account.app.code' })}
          error={wrong ? intl.formatMessage({ id: 'shared.proof.wrong' }) : undefined}
        />
        <Button type="submit" loading={busy}>
          <FormattedMessage id="account.app.finish" />
        </Button>
      </form>
    </>
  );
}

function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const intl = useIntl();
  return <CopyText text={codes.join('\n')} label={intl.formatMessage({ id: 'account.app.codes' })} />;
}

function useDeeds(again: () => void) {
  const intl = useIntl();
  const toast = useToast();
  const { renew } = useSession();
  const { proved, dialog } = useProof();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<readonly string[]>();
  const ask = async (path: string, body: object): Promise<Partial<Enrolment> | undefined> => {
    setWrong(false);
    if (!(await proved())) return undefined;
    setBusy(true);
    const answer = await askAuth<Enrolment>(`/two-factor/${path}`, body);
    setBusy(false);
    setWrong(answer?.ok !== true);
    if (answer?.ok !== true) return undefined;
    if (answer.token !== undefined) renew(answer.token);
    return answer.body;
  };
  const enrol = async (password: string): Promise<void> => {
    const begun = await ask('enable', { password });
    if (begun?.totpURI !== undefined)
      setEnrolment({ totpURI: begun.totpURI, backupCodes: begun.backupCodes ?? [] });
  };
  const finish = async (code: string): Promise<void> => {
    if ((await ask('verify-totp', { code })) === undefined) return;
    setEnrolment(undefined);
    toast(intl.formatMessage({ id: 'account.app.on' }));
    again();
  };
  const turnOff = async (password: string): Promise<void> => {
    if ((await ask('disable', { password })) === undefined) return;
    setCodes(undefined);
    again();
  };
  const newCodes = async (password: string): Promise<void> => {
    const made = await ask('generate-backup-codes', { password });
    if (made !== undefined) setCodes(made.backupCodes);
  };
  return { dialog, busy, wrong, enrolment, codes, enrol, finish, turnOff, newCodes };
}
