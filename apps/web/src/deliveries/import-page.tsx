import { useSearch } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../shared/page.js';
import './deliveries.css';
import { FileChoice } from './file-choice.js';
import { ImportReview } from './import-review.js';

/** Deliveries from a weighbridge's file: chosen, looked at, recorded. */
export function ImportPage() {
  const intl = useIntl();
  const { file, agreement } = useSearch({ from: '/deliveries/import' });
  return (
    <Page
      title={intl.formatMessage({ id: 'deliveries.import.title' })}
      lead={<FormattedMessage id="deliveries.import.lead" />}
    >
      {file === undefined ? (
        <FileChoice agreementId={agreement ?? ''} />
      ) : (
        <ImportReview key={file} id={file} />
      )}
    </Page>
  );
}
