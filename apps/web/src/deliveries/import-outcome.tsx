import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportHeadFragment, ImportState } from '#operations';
import { Refusal } from '../shared/refusal.js';
import { useAct } from '../shared/act.js';
import { CommitImport } from './import.graphql';

type Recorded = Exclude<ImportState, 'SHOWN'>;

const COLOURS: Readonly<Record<Recorded, 'info' | 'success' | 'warning' | 'danger'>> = {
  RECORDING: 'info',
  RECORDED: 'success',
  RECORDED_IN_PART: 'warning',
  FAILED: 'danger',
};
const TOTALS = ['recorded', 'corrected', 'skipped', 'left', 'lapsed'] as const;

/** How far recording is, and what has come of it. */
export function ImportOutcome({ file }: { readonly file: ImportHeadFragment }) {
  if (file.state === 'SHOWN') return null;
  return (
    <Alert data-color={COLOURS[file.state]} role="status">
      <Heading level={3} data-size="2xs">
        <FormattedMessage id={`deliveries.import.state.${file.state}`} />
      </Heading>
      <Totals file={file} />
      {file.state === 'RECORDING' && <Progress file={file} />}
      {file.state === 'FAILED' && <GoOn file={file} />}
      {(file.state === 'RECORDED' || file.state === 'RECORDED_IN_PART') && (
        <Paragraph>
          <Link to="/agreements">
            <FormattedMessage id="negotiation.toAgreements" />
          </Link>
        </Paragraph>
      )}
    </Alert>
  );
}

const Totals = ({ file: { totals } }: { readonly file: ImportHeadFragment }) =>
  totals === null ? null : (
    <ul className="deliveries-totals">
      {TOTALS.filter((name) => totals[name] > 0 || name === 'recorded').map((name) => (
        <li key={name}>
          <FormattedMessage id={`deliveries.total.${name}`} values={{ count: totals[name] }} />
        </li>
      ))}
    </ul>
  );

/** How full the bar is; the numbers stand beside it. */
function Progress({ file: { totals, counts } }: { readonly file: ImportHeadFragment }) {
  const intl = useIntl();
  const done = totals === null ? 0 : TOTALS.reduce((sum, name) => sum + totals[name], 0);
  const all = counts.new + counts.same + counts.changed + counts.refused;
  return (
    <progress
      value={done}
      max={Math.max(1, all)}
      aria-label={intl.formatMessage({ id: 'deliveries.import.state.RECORDING' })}
    />
  );
}

/** What is recorded stands; the rest is recorded as it was decided at first. */
function GoOn({ file: { id, failure } }: { readonly file: ImportHeadFragment }) {
  const { act, busy, trouble } = useAct(CommitImport);
  return (
    <>
      <Paragraph>
        <FormattedMessage id="deliveries.import.failure" values={{ code: <code>{failure}</code> }} />
      </Paragraph>
      <Refusal trouble={trouble} />
      <Button loading={busy} onClick={() => void act({ id, rows: 'VALID_ONLY' })}>
        <FormattedMessage id="deliveries.import.goOn" />
      </Button>
    </>
  );
}
