import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function NewListingPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.listings' })}>{null}</Page>;
}
