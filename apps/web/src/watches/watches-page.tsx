import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function WatchesPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.watches' })}>{null}</Page>;
}
