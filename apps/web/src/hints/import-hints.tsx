import { Alert, Button, Field, Heading, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../said/said.js';
import { useSession } from '../shell/session.js';
import { useToast } from '../shell/toasts.js';
import { sendFile, type Answer, type Asked, type JudgedFile } from './import-file.js';
import { JudgedRows } from './judged-rows.js';

/** A list of firms and streams: looked at row by row first, kept when somebody says so. */
export function ImportHints({ clusterId }: { readonly clusterId: string }) {
  const { token } = useSession();
  const tell = useToast();
  const [file, setFile] = useState<File>();
  const [asked, setAsked] = useState<Asked>({ clusterId, source: '', side: '' });
  const [answer, setAnswer] = useState<Answer>();
  const [busy, setBusy] = useState(false);
  const send = async (record: boolean): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    const got = await sendFile(file, asked, { token, record });
    setBusy(false);
    setAnswer(got);
    if (got.ok && got.judged.recorded !== null)
      tell(<FormattedMessage id="hints.import.done" values={{ count: got.judged.recorded }} />);
  };
  // What was shown is of what was asked then.
  const ask = (changed: Partial<Asked>): void => {
    setAsked({ ...asked, ...changed });
    setAnswer(undefined);
  };
  return (
    <div className="hints-stack">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
      >
        <p>
          <FormattedMessage
            id="hints.import.how"
            values={{
              template: (
                <a href="/api/imports/hints/template.csv" download>
                  <FormattedMessage id="hints.import.template" />
                </a>
              ),
            }}
          />
        </p>
        <Textfield
          type="file"
          accept=".csv,.xlsx,.txt"
          label={<FormattedMessage id="hints.import.file" />}
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            setAnswer(undefined);
          }}
        />
        <Usual asked={asked} onAsk={ask} />
        <Button type="submit" loading={busy} disabled={file === undefined}>
          <FormattedMessage id="hints.import.look" />
        </Button>
      </form>
      <div aria-live="polite">
        {answer !== undefined &&
          (answer.ok ? (
            <Judged judged={answer.judged} busy={busy} onRecord={() => void send(true)} />
          ) : (
            <Refused answer={answer} />
          ))}
      </div>
    </div>
  );
}

interface UsualProps {
  readonly asked: Asked;
  readonly onAsk: (changed: Partial<Asked>) => void;
}

/** What counts for rows that do not say it themselves. */
function Usual({ asked: { source, side }, onAsk }: UsualProps) {
  const intl = useIntl();
  return (
    <div className="form-pair">
      <Textfield
        label={<FormattedMessage id="hints.import.source" />}
        description={<FormattedMessage id="hints.import.source.help" />}
        value={source}
        onChange={({ target }) => onAsk({ source: target.value })}
      />
      <Field>
        <Label>
          <FormattedMessage id="hints.import.side" />
        </Label>
        <Field.Description>
          <FormattedMessage id="hints.import.side.help" />
        </Field.Description>
        <Select value={side} onChange={({ target }) => onAsk({ side: target.value })}>
          <Select.Option value="">{intl.formatMessage({ id: 'hints.import.side.own' })}</Select.Option>
          <Select.Option value="OFFER">{intl.formatMessage({ id: 'hints.side.OFFER' })}</Select.Option>
          <Select.Option value="NEED">{intl.formatMessage({ id: 'hints.side.NEED' })}</Select.Option>
        </Select>
      </Field>
    </div>
  );
}

function Refused({
  answer: { isUnreachable, messages },
}: {
  readonly answer: Extract<Answer, { ok: false }>;
}) {
  return (
    <Alert data-color="danger">
      <FormattedMessage id={isUnreachable ? 'shared.refusal.UNREACHABLE' : 'hints.import.refused'} />
      <ul>
        {messages.map((message) => (
          <li key={message}>
            <Said>{message}</Said>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

interface JudgedProps {
  readonly judged: JudgedFile;
  readonly busy: boolean;
  readonly onRecord: () => void;
}

function Judged({ judged: { counts, rows, recorded }, busy, onRecord }: JudgedProps) {
  return (
    <section className="hints-stack" aria-labelledby="hints-judged">
      <Heading level={2} data-size="2xs" id="hints-judged">
        <FormattedMessage id={recorded === null ? 'hints.import.preview' : 'hints.import.kept'} />
      </Heading>
      <Alert data-color={colourOf(counts, recorded)}>
        {recorded === null ? (
          <FormattedMessage id="hints.import.counts" values={counts} />
        ) : (
          <>
            <FormattedMessage id="hints.import.recorded" values={{ count: recorded, ...counts }} />{' '}
            <Link from="/cluster/$slug/hints" to="." search={{ tab: 'list' }}>
              <FormattedMessage id="hints.import.see" />
            </Link>
          </>
        )}
      </Alert>
      {recorded === null && (
        <div className="row-deeds">
          <Button loading={busy} disabled={counts.new === 0} onClick={onRecord}>
            <FormattedMessage id="hints.import.record" values={{ count: counts.new }} />
          </Button>
        </div>
      )}
      <JudgedRows rows={rows} />
    </section>
  );
}

const colourOf = (counts: JudgedFile['counts'], recorded: number | null) => {
  if (counts.refused > 0) return 'warning';
  return recorded === null ? 'info' : 'success';
};
