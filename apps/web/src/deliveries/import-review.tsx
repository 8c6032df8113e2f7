import { Alert, Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ImportHeadFragment, ImportState } from '#operations';
import { Said } from '../said/said.js';
import { useWords } from '../negotiation/words.js';
import { Whole } from '../shared/whole.js';
import { NotFound } from '../shell/not-found.js';
import { ImportCommit } from './import-commit.js';
import { ImportMapping } from './import-mapping.js';
import { ImportOutcome } from './import-outcome.js';
import { ImportRows } from './import-rows.js';
import { ImportOfDeliveries } from './import.graphql';

const POLL_MS = 1000;

/** A file that was sent: what its rows would do, until it is recorded; then what came of them. */
export function ImportReview({ id }: { readonly id: string }) {
  const result = useQuery(ImportOfDeliveries, { variables: { id }, fetchPolicy: 'cache-and-network' });
  usePolling(result, result.data?.deliveryImport?.state);
  return (
    <Whole result={result}>
      {({ deliveryImport }) => (deliveryImport === null ? <NotFound /> : <Review file={deliveryImport} />)}
    </Whole>
  );
}

interface Polled {
  readonly startPolling: (ms: number) => void;
  readonly stopPolling: () => void;
}

/** While the worker records, and no longer. */
function usePolling({ startPolling, stopPolling }: Polled, state: ImportState | undefined): void {
  useEffect(() => {
    if (state !== 'RECORDING') return undefined;
    startPolling(POLL_MS);
    return stopPolling;
  }, [state, startPolling, stopPolling]);
}

function Review({ file }: { readonly file: ImportHeadFragment }) {
  const words = useWords();
  const isShown = file.state === 'SHOWN';
  return (
    <>
      <div className="page-head">
        <div>
          <Heading level={2} data-size="sm">
            {file.fileName}
          </Heading>
          <Paragraph data-size="sm" className="quiet">
            <FormattedMessage
              id="deliveries.import.came"
              values={{ at: words.moment(file.uploadedAt), until: words.dayOf(file.keptUntil) }}
            />
          </Paragraph>
        </div>
        <Button asChild variant="secondary">
          <Link to="/deliveries/import">
            <FormattedMessage id="deliveries.import.another" />
          </Link>
        </Button>
      </div>
      <Notices notices={file.notices} />
      {!isShown && <ImportOutcome file={file} />}
      {isShown && (
        <Details defaultOpen={file.columns.length === 0}>
          <Details.Summary>
            <FormattedMessage id="deliveries.mapping.title" />
          </Details.Summary>
          <Details.Content>
            <ImportMapping key={file.columns.map(({ column }) => column).join()} file={file} />
          </Details.Content>
        </Details>
      )}
      <ImportRows file={file} />
      {isShown && <ImportCommit file={file} />}
    </>
  );
}

/** In the words of the server. */
const Notices = ({ notices }: Pick<ImportHeadFragment, 'notices'>) =>
  notices.length === 0 ? null : (
    <Alert data-color="info">
      <ul>
        {notices.map((notice) => (
          <li key={notice}>
            <Said>{notice}</Said>
          </li>
        ))}
      </ul>
    </Alert>
  );
