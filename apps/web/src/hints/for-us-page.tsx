import { Alert } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../shared/page.js';
import { useViewer } from '../shell/viewer.js';
import { ForUs } from './for-us.js';
import { LetStaff } from './let-staff.js';
import '../shared/wide.css';
import './hints.css';

/** What others have said of the firm acted for, and what staff of its clusters may do for it. */
export function ForUsPage() {
  const intl = useIntl();
  const { acting } = useViewer();
  return (
    <Page
      title={intl.formatMessage({ id: 'hints.forUs.title' })}
      lead={<FormattedMessage id="hints.forUs.lead" />}
    >
      {acting?.role === 'FIRM_ADMIN' ? (
        <>
          <ForUs />
          <LetStaff />
        </>
      ) : (
        <Alert data-color="info">
          <FormattedMessage id="hints.forUs.notAdmin" />
        </Alert>
      )}
    </Page>
  );
}
