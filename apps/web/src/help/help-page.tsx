import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function HelpPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.help' })}>{null}</Page>;
}
