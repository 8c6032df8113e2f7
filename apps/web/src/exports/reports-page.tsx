import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function ReportsPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.reports' })}>{null}</Page>;
}
