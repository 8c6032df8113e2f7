import {
  Alert,
  Button,
  Field,
  Fieldset,
  Heading,
  Input,
  Label,
  Paragraph,
  Radio,
} from '@digdir/designsystemet-react';
import { useApolloClient } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../../said/said.js';
import { useAct } from '../../shared/act.js';
import { Page } from '../../shared/page.js';
import { useSession } from '../../shell/session.js';
import { SaveStreamDraft } from '../form/form.graphql';
import { Refusal } from '../../shared/refusal.js';
import { RowsTable } from './rows-table.js';
import { draftOfRow, readStreams, type ReadStreams, type StreamRow } from './stream-file.js';
import '../listings.css';

type Side = 'OFFER' | 'NEED';

/** A firm's own list: looked at first, then its rows are made drafts. */
export function ImportStreamsPage() {
  const intl = useIntl();
  const [side, setSide] = useState<Side>('OFFER');
  const { read, busy, failed, take } = useFile();
  return (
    <Page
      title={intl.formatMessage({ id: 'listings.import.title' })}
      lead={<FormattedMessage id="listings.import.lead" />}
      actions={
        <a href="/api/imports/listings/template.csv">
          <FormattedMessage id="listings.import.template" />
        </a>
      }
    >
      <section className="listings-part">
        <Fieldset>
          <Fieldset.Legend>
            <FormattedMessage id="listings.import.side" />
          </Fieldset.Legend>
          {(['OFFER', 'NEED'] as const).map((one) => (
            <Radio
              key={one}
              name="side"
              value={one}
              label={<FormattedMessage id={`listings.import.side.${one}`} />}
              checked={side === one}
              onChange={() => setSide(one)}
            />
          ))}
        </Fieldset>
        <Field className="listings-narrow">
          <Label>
            <FormattedMessage id="listings.import.file" />
          </Label>
          <Field.Description>
            <FormattedMessage id="listings.import.fileHelp" />
          </Field.Description>
          <Input
            type="file"
            accept=".xlsx,.csv,.txt"
            onChange={({ target }) => void take(target.files?.[0], side)}
          />
        </Field>
        <p role="status">{busy && <FormattedMessage id="listings.import.reading" />}</p>
        {failed && (
          <Alert data-color="danger" role="alert">
            <FormattedMessage id="shared.trouble.unreachable" />
          </Alert>
        )}
        {read !== undefined && 'refused' in read && (
          <Alert data-color="danger" role="alert">
            <Paragraph>
              <Said>{read.refused}</Said>
            </Paragraph>
          </Alert>
        )}
      </section>
      {read !== undefined && 'rows' in read && <Looked key={JSON.stringify(read)} rows={read.rows} />}
    </Page>
  );
}

function useFile() {
  const { token } = useSession();
  const [read, setRead] = useState<ReadStreams>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const take = async (file: File | undefined, side: Side): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setFailed(false);
    try {
      setRead(await readStreams(token, file, side));
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return { read, busy, failed, take };
}

/** What the file says, and what is made of it. */
function Looked({ rows }: { readonly rows: readonly StreamRow[] }) {
  const good = rows.filter(({ problems }) => problems.length === 0);
  const { made, working, stopped, trouble, make } = useDrafts(good);
  const finished = good.length > 0 && made === good.length;
  return (
    <section className="listings-part" aria-labelledby="import-preview">
      <Heading level={2} data-size="xs" id="import-preview">
        <FormattedMessage id="listings.import.preview" />
      </Heading>
      <Paragraph>
        <FormattedMessage
          id="listings.import.counts"
          values={{ good: good.length, bad: rows.length - good.length }}
        />
      </Paragraph>
      <RowsTable rows={rows} />
      <div role="status">
        {working && (
          <FormattedMessage id="listings.import.working" values={{ done: made, all: good.length }} />
        )}
        {stopped && (
          <FormattedMessage id="listings.import.stopped" values={{ done: made, all: good.length }} />
        )}
        {finished && <FormattedMessage id="listings.import.done" values={{ count: made }} />}
      </div>
      <Refusal trouble={trouble} />
      <div className="listings-buttons">
        {finished ? (
          <Button asChild>
            <Link to="/listings" search={{ view: 'drafts' }}>
              <FormattedMessage id="listings.import.toDrafts" />
            </Link>
          </Button>
        ) : (
          good.length > 0 && (
            <Button loading={working} onClick={() => void make()}>
              <FormattedMessage id="listings.import.only" values={{ count: good.length }} />
            </Button>
          )
        )}
      </div>
    </section>
  );
}

/** One draft after the other; where one is refused it stops, and goes on from there when asked again. */
function useDrafts(good: readonly StreamRow[]) {
  const client = useApolloClient();
  const { act, trouble } = useAct(SaveStreamDraft);
  const [made, setMade] = useState(0);
  const [working, setWorking] = useState(false);
  const [stopped, setStopped] = useState(false);
  const make = async (): Promise<void> => {
    setWorking(true);
    setStopped(false);
    let count = made;
    for (const row of good.slice(made)) {
      if ((await act({ input: draftOfRow(row) })) === undefined) break;
      count += 1;
      setMade(count);
    }
    setWorking(false);
    setStopped(count < good.length);
    client.cache.evict({ fieldName: 'listingDrafts' });
  };
  return { made, working, stopped, trouble, make };
}
