import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function AccountPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.start' })}>{null}</Page>;
}
