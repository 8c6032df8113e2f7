import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { Empty, Page } from '../shared/page.js';

/** An address that leads nowhere, or to what the viewer may not see: the two are not told apart. */
export function NotFound() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'shell.notFound.title' })}>
      <Empty title={intl.formatMessage({ id: 'shell.notFound.lead' })}>
        <Link to="/">
          <FormattedMessage id="shell.notFound.home" />
        </Link>
      </Empty>
    </Page>
  );
}
