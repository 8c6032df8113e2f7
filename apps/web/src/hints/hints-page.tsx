import { useIntl } from 'react-intl';
import { Page } from '../shared/page.js';

export function HintsPage() {
  const intl = useIntl();
  return <Page title={intl.formatMessage({ id: 'shell.nav.hints' })}>{null}</Page>;
}
