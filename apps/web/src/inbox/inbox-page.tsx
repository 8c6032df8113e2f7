import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function InboxPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.inbox' })}>{null}</Page>;
}
