import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function ListingsPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.listings' })}>{null}</Page>;
}
